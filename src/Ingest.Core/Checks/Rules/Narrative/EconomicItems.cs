using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>The rows of the table by economic items that a list of 人员经费 or 公用经费 is about, each with the cell of its half.</summary>
internal sealed partial class EconomicItems(IReadOnlyList<(IndexedRow Row, Figure? Cell)> items)
{
    private const int ItemLength = 5;

    /// <summary>Null where the list is of neither half, or the table is not there.</summary>
    public static EconomicItems? Of(FigureIndex index, StatedFact list)
    {
        bool personnel = list.Thing.Contains("人员", StringComparison.Ordinal);
        if (!personnel && !list.Thing.Contains("公用", StringComparison.Ordinal))
            return null;
        if (index.Find("T06") is { IsEmpty: false } budget)
            return new(budget.HasColumn("personnel") || budget.HasColumn("operating")
                ? [.. budget.Coded().Select(row => (row, row[personnel ? "personnel" : "operating"]))]
                : [.. budget.Coded().Where(row => IsPersonnel(row.Code!) == personnel).Select(row => (row, row["total"]))]);
        RowSide side = personnel ? RowSide.Personnel : RowSide.Operating;
        return index.Find("F06") is { IsEmpty: false } final ? new([.. final.Coded(side).Select(row => (row, row["total"]))]) : null;
    }

    /// <summary>A class whose items do not fill it: the name may be that of a row it lost.</summary>
    public IndexedRow? Broken => items.Select(item => item.Row).FirstOrDefault(row => row.Parts.Count > 0 && row.Figures.Any(figure =>
        figure.IsPrinted && row.Parts.Sum(part => part[figure.Reference.Column!]?.Value ?? 0) < figure.Value - (figure.HalfUnit * (row.Parts.Count + 1))));

    /// <returns>Names that the table does not have, names of rows without amount, and items with an amount that are not named.</returns>
    public (ImmutableArray<string> Extra, ImmutableArray<string> Empty, ImmutableArray<(IndexedRow Row, Figure Cell)> Unnamed) Against(StatedFact list)
    {
        string[] names = [.. NameList.Parted(list.Fact.Names, items.Select(item => item.Row.BareName).ToHashSet())];
        List<string> extra = [];
        List<string> empty = [];
        HashSet<IndexedRow> named = [];
        foreach (string name in names)
        {
            (IndexedRow Row, Figure? Cell)[] rows = [.. Meant(name)];
            named.UnionWith(rows.Select(item => item.Row));
            if (rows.Length == 0)
                extra.Add(name);
            else if (rows.All(item => item.Cell is not { IsPrinted: true, Value: not 0 }))
                empty.Add(name);
        }
        return ([.. extra], [.. empty],
            [.. items.Where(item => item.Cell is { IsPrinted: true, Value: not 0 } && item.Row.Code!.Length == ItemLength && !named.Contains(item.Row)).Select(item => (item.Row, item.Cell!))]);
    }

    /// <summary>The rows of the name, however it is spelled; a subject that sums up several stands for each.</summary>
    private IEnumerable<(IndexedRow Row, Figure? Cell)> Meant(string name)
    {
        string bare = Names.Bare(name);
        (IndexedRow Row, Figure? Cell)[] exact = [.. items.Where(item => item.Row.BareName == bare)];
        bool all = !bare.StartsWith("其他", StringComparison.Ordinal) || exact.All(item => item.Cell is not { IsPrinted: true, Value: not 0 });
        if (SocialInsurance().IsMatch(bare) && all)
            return items.Where(item => item.Row.Code!.StartsWith("301", StringComparison.Ordinal) && Insurance().IsMatch(item.Row.BareName));
        return exact.Length > 0 ? exact : items.Where(item => Spelling.Key(item.Row.Name) == Spelling.Key(name) || IsShortFor(bare, item.Row.BareName));
    }

    /// <summary>养老保险缴费 for 机关事业单位基本养老保险缴费: the letters in their order, most of them.</summary>
    private static bool IsShortFor(string name, string row)
    {
        if (name.Length < 5 || row.Length <= name.Length || !Insurance().IsMatch(row))
            return false;
        int at = 0;
        foreach (char letter in row)
            if (at < name.Length && name[at] == letter)
                at++;
        return at == name.Length;
    }

    /// <summary>301 工资福利支出 and 303 对个人和家庭的补助.</summary>
    private static bool IsPersonnel(string code) => code.StartsWith("301", StringComparison.Ordinal) || code.StartsWith("303", StringComparison.Ordinal);

    [GeneratedRegex("^(?:其他)?社会(?:保障|保险)(?:性)?(?:缴费|缴纳|费)$")]
    private static partial Regex SocialInsurance();

    [GeneratedRegex("保险|年金|医疗补助缴费|公务员医疗补助|社会保障缴费")]
    private static partial Regex Insurance();
}
