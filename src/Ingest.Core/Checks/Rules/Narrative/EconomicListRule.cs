using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Which disagreement between a list of names and a table a rule reports.</summary>
internal enum ListFault
{
    /// <summary>Named in the text; the table has no such row, or nothing in it.</summary>
    NotInTable,

    /// <summary>Named in the text; the table prints 0.00 or leaves the row out of the list that "mainly" is.</summary>
    Doubtful,
}

/// <summary>人员经费 and 公用经费 "主要包括：…": the economic items named are those of the table.</summary>
internal sealed class EconomicListRule : Rule
{
    public required ListFault Fault { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (Told list in Story.Of(index).Firm.Where(told => told is { Kind: FactKind.Names, Topic: Topic.Basic }))
        {
            if (Items(index, list) is not { } items)
                yield return new NotAssessable(this, new("经济分类表", "the table by economic items"));
            else
                foreach (Check check in Compare(list, items))
                    yield return check;
        }
    }

    private IEnumerable<Check> Compare(Told list, List<(IndexedRow Row, Figure? Cell)> items)
    {
        bool any = false;
        string[] names = [.. NameList.Parted(list.Fact.Names, items.Select(item => item.Row.BareName).ToHashSet())];
        foreach (string name in names)
        {
            (IndexedRow Row, Figure? Cell)[] rows = [.. items.Where(item => item.Row.BareName == Names.Bare(name))];
            ListFault? fault = rows.Length == 0 || rows.All(item => item.Cell is not { IsPrinted: true })
                ? ListFault.NotInTable
                : rows.All(item => item.Cell!.Value == 0) ? ListFault.Doubtful : null;
            if (fault is null || fault != Fault)
                continue;
            any = true;
            yield return Seen(list, rows.Length > 0 ? rows[0].Row : null, rows.Length > 0 ? rows[0].Cell : null, items,
                new($"第 {list.Fact.Page} 页正文列有“{name}”，而表中{(rows.Length == 0 ? "没有此项" : "此项无金额")}", $"page {list.Fact.Page} lists “{name}”, for which the table has no amount"));
        }
        HashSet<string> named = [.. names.Select(Names.Bare)];
        bool open = list.Fact.Text.Contains('等', StringComparison.Ordinal);
        foreach ((IndexedRow row, Figure? cell) in items)
            if (Fault == ListFault.Doubtful && !open && cell is { IsPrinted: true, Value: not 0 } && row.Code!.Length == 5 && !named.Contains(row.BareName))
            {
                any = true;
                yield return Seen(list, row, cell, items, new($"{row.Statement.Id} {row.Label} 有金额，而第 {list.Fact.Page} 页正文未列", $"{row.Statement.Id} {row.Label} has an amount and is not listed on page {list.Fact.Page}"));
            }
        if (!any)
            yield return new Observation(this, true, Phrase.Same(""));
    }

    private Observation Seen(Told list, IndexedRow? row, Figure? cell, List<(IndexedRow Row, Figure? Cell)> items, Phrase message)
    {
        IndexedRow? broken = row ?? items.Select(item => item.Row).FirstOrDefault(IsBroken);
        IEnumerable<CellReference> context = cell is not null ? [cell.Reference] : broken is not null ? broken.Figures.Select(figure => figure.Reference) : [];
        return new Observation(this, false, message)
        {
            Cells = [.. context, list.Reference],
            Suspect = cell?.Reference ?? list.Reference,
            Row = broken,
        };
    }

    /// <summary>A class whose items do not fill it: the name may be that of a row it lost.</summary>
    private static bool IsBroken(IndexedRow row) => row.Parts.Count > 0 && row.Figures.Any(figure =>
        figure.IsPrinted && row.Parts.Sum(part => part[figure.Reference.Column!]?.Value ?? 0) < figure.Value - (figure.HalfUnit * (row.Parts.Count + 1)));

    /// <summary>301 工资福利支出 and 303 对个人和家庭的补助.</summary>
    private static bool IsPersonnel(string code) => code.StartsWith("301", StringComparison.Ordinal) || code.StartsWith("303", StringComparison.Ordinal);

    /// <summary>Rows of the list's half of the table, with the cell that has to hold an amount.</summary>
    private static List<(IndexedRow Row, Figure? Cell)>? Items(FigureIndex index, Told list)
    {
        bool personnel = list.Thing.Contains("人员", StringComparison.Ordinal);
        if (!personnel && !list.Thing.Contains("公用", StringComparison.Ordinal))
            return null;
        if (index.Find("T06") is { IsEmpty: false } budget)
            return budget.HasColumn("personnel") || budget.HasColumn("operating")
                ? [.. budget.Coded().Select(row => (row, row[personnel ? "personnel" : "operating"]))]
                : [.. budget.Coded().Where(row => IsPersonnel(row.Code!) == personnel).Select(row => (row, row["total"]))];
        RowSide side = personnel ? RowSide.Personnel : RowSide.Operating;
        return index.Find("F06") is { IsEmpty: false } final ? [.. final.Coded(side).Select(row => (row, row["total"]))] : null;
    }
}
