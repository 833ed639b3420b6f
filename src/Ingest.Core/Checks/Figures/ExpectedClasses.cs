using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>Classes that the coded tables print and the expenditure side of a two-sided table does not.</summary>
internal static class ExpectedClasses
{
    private static readonly string[] _numerals =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十",
         "二十一", "二十二", "二十三", "二十四", "二十五", "二十六", "二十七", "二十八", "二十九", "三十"];

    public static void Add(FigureIndex index)
    {
        Add(index, "T03", "T01");
        Add(index, "F03", "F01");
        foreach (string fund in (string[])["T05", "T08", "T09"])
            Add(index, fund, "T04");
        Add(index, "F05", "F04");
    }

    private static void Add(FigureIndex index, string from, string to)
    {
        if (index.Find(from) is not { IsEmpty: false, IsByUnit: false } coded || index.Find(to) is not { IsEmpty: false } lines)
            return;
        List<IndexedRow> printed = [.. ClassPairs.Lines(lines)];
        if (printed.Count == 0)
            return;
        int at = lines.Rows.ToList().IndexOf(printed[^1]) + 1;
        Queue<string> numbers = Gaps(printed);
        List<(IndexedRow? Line, IndexedRow? Class)> pairs = [.. ClassPairs.Of(lines, coded)];
        // A class that has a line by another name is not missing.
        if (pairs.Exists(pair => pair.Class is null && pair.Line!.Figures.Any(figure => figure.Value != 0)))
            return;
        foreach ((IndexedRow? line, IndexedRow? row) in pairs)
            if (line is null && row is { IsAbsent: false })
                index.Expect(
                    lines, RowSide.Expenditure, printed[0].Code is null ? null : row.Code,
                    (numbers.TryDequeue(out string? number) ? number : "") + row.Name, at);
    }

    /// <summary>The item numbers that are passed over, then those that would follow: 一、二、四 lacks 三、.</summary>
    private static Queue<string> Gaps(List<IndexedRow> printed)
    {
        string[] used = [.. printed.Select(row => row.Name.Split('、')[0])];
        return printed.TrueForAll(row => row.Name.Contains('、', StringComparison.Ordinal))
            ? new Queue<string>(_numerals.Except(used).Select(numeral => numeral + "、"))
            : new Queue<string>();
    }
}
