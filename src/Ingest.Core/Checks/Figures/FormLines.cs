using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>
/// Lines that a form always prints, used or not. Where a table prints nearly all lines of a known form, one that
/// is not there was lost; it enters the index as an absent row in its place, so that its parts find it.
/// </summary>
internal static class FormLines
{
    /// <summary>Fewer of a form's lines than this and the table is another form.</summary>
    private const decimal LeastShare = 0.7m;

    private static readonly (string Statement, RowSide? Side, string[] Lines)[] _forms =
    [
        ("T01", RowSide.Income,
        [
            "一、本年收入", "1、一般公共预算拨款", "其中：一般财力", "上级一般公共预算安排转移支付", "2、基金预算拨款", "其中：政府性基金收入",
            "上级政府性基金安排转移支付", "3、国有资本经营预算拨款", "其中：国有资本经营收入", "上级国有资本经营预算安排转移支付", "4.财政专户核拨",
            "5.单位资金", "其中：事业收入", "上级补助收入", "附属单位上缴收入", "事业单位经营收入", "其他收入", "二、上年结转结余", "1、财政拨款结转",
            "其中：一般公共预算拨款", "基金预算拨款", "国有资本经营预算拨款", "2、非财政拨款结转结余", "其中：财政专户核拨", "单位资金", "收入总计",
        ]),
        ("T01", RowSide.Income,
        [
            "一、财政拨款收入", "1.一般公共预算资金", "2.政府性基金", "3.国有资本经营预算", "二、事业收入", "三、事业单位经营收入", "四、其他收入", "收入总计",
        ]),
        ("T04", RowSide.Income, ["一、财政拨款（补助）", "一般公共预算", "政府性基金预算", "国有资本经营预算", "收入总计"]),
        ("T04", RowSide.Income, ["一、一般公共预算资金", "二、政府性基金", "三、国有资本经营预算", "收入总计"]),
        ("T10", null, ["合计", "1.因公出国（境）费", "2.公务接待费", "3.公务用车购置及运行费", "其中：公务用车购置费", "公务用车运行费"]),
        ("T10", null, ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费（小计）", "其中：公务用车购置费", "公务用车运行费"]),
        ("F01", RowSide.Income,
        [
            "一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "三、国有资本经营预算财政拨款收入", "四、上级补助收入", "五、事业收入",
            "六、经营收入", "七、附属单位上缴收入", "八、其他收入", "本年收入合计", "使用非财政拨款结余", "年初结转和结余", "总计",
        ]),
    ];

    public static void AddMissing(FigureIndex index)
    {
        foreach ((string id, RowSide? side, string[] lines) in _forms)
            if (index.Find(id) is { IsEmpty: false } statement)
                AddMissing(index, statement, side, lines);
    }

    /// <summary>Reads form and table side by side; a line that does not come next but comes later was passed over.</summary>
    private static void AddMissing(FigureIndex index, IndexedStatement statement, RowSide? side, string[] lines)
    {
        List<IndexedRow> printed = [.. statement.Rows.Where(row => row.Side == side)];
        if (printed.Count == lines.Length || printed.Count < lines.Length * LeastShare)
            return;
        var missing = new List<(string Line, IndexedRow? Before)>();
        int at = 0;
        foreach (string line in lines)
        {
            if (at < printed.Count && IsSame(line, printed[at]))
                at++;
            else
                missing.Add((line, at < printed.Count ? printed[at] : null));
        }
        // Every printed row must have its line, or it is another form and nothing follows from it.
        if (at < printed.Count || at < lines.Length * LeastShare)
            return;
        foreach ((string line, IndexedRow? before) in missing)
            index.Expect(statement, side, null, line, statement.Rows.ToList().IndexOf(before ?? printed[^1]) + (before is null ? 1 : 0));
    }

    /// <summary>一般公共预算 and 一般公共预算资金 are the same line; a numbered line and one without number are not.</summary>
    private static bool IsSame(string line, IndexedRow row)
    {
        string name = Names.Bare(line);
        if ((Names.Level(line) == 3) != (Names.Level(row.Name) == 3))
            return false;
        return name == row.BareName || (row.BareName.Length >= 4
            && (name.StartsWith(row.BareName, StringComparison.Ordinal) || row.BareName.StartsWith(name, StringComparison.Ordinal)));
    }
}
