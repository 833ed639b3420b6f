using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>The cell that an amount in a sentence repeats.</summary>
/// <param name="Place">Where it is, or what is missing.</param>
/// <param name="Soft">The sentence may mean another scope.</param>
internal sealed record CellOf(Located Place, bool Soft)
{
    private static readonly ImmutableArray<(Topic Topic, string Table)> _accountTables =
    [
        (Topic.General, "T05"), (Topic.General, "F05"), (Topic.FiscalExpenditure, "T05"), (Topic.FiscalExpenditure, "F05"), (Topic.Expenditure, "T03"), (Topic.Expenditure, "F03"), (Topic.GovernmentFund, "T08"), (Topic.GovernmentFund, "F08"),
        (Topic.StateCapital, "T09"), (Topic.StateCapital, "F09"), (Topic.Preparation, "T05"), (Topic.Preparation, "T08"), (Topic.Preparation, "T09"),
    ];

    /// <summary>Null when the words mean no cell that is known.</summary>
    public static CellOf? Find(FigureIndex index, StatedFact told)
    {
        told = Named(index, told);
        if (Array.Find(Bindings(index), one => one.Fits(told)) is { } binding)
            return Bound(index, told, binding);
        if (SourceRows.Find(index, told) is { } source)
            return new CellOf(new Located(source), false);
        return Account(index, told) ?? Project(index, told) ?? PerformanceAmount.Find(index, told);
    }

    /// <summary>Which cell the words mean, whether the document has its table or not; null where they mean none that is known, or an account.</summary>
    public static Binding? BindingOf(FigureIndex index, StatedFact told) => Named(index, told) is var named ? Array.Find(Bindings(index), one => one.Fits(named)) : null;

    private static Binding[] Bindings(FigureIndex index) => index.IsFinalAccounts ? FinalBindings.All : BudgetBindings.All;

    private static StatedFact Named(FigureIndex index, StatedFact told) => index.IsFinalAccounts ? told.AsInAccounts() : told;

    /// <summary>A source that is no column of T02 is a row of T01.</summary>
    private static CellOf Bound(FigureIndex index, StatedFact told, Binding binding)
    {
        Located place = binding.Cell(index);
        return place.Missing is not null && SourceRows.Find(index, told) is { } source ? new CellOf(new Located(source), false) : new CellOf(place, binding.IsSoft(index));
    }

    /// <summary>A figure of another year is in no table of this one.</summary>
    public static bool IsOfThisYear(FigureIndex index, StatedFact told) =>
        told.Year is not { } year || index.Document.Identity.FiscalYear is not { } fiscal || year == fiscal;

    /// <summary>The row of a named account, with the tables it was looked for in.</summary>
    public static IndexedRow? AccountRow(FigureIndex index, StatedFact told)
    {
        ImmutableArray<string> path = AccountPath(told);
        // 按支出功能分类，包括：教育支出 …, of all money.
        if (told.Topic == Topic.Expenditure && (path is not [var name] || !name.EndsWith("支出", StringComparison.Ordinal) || told.Core == "其他支出" || !told.Sentence.Text.Contains("功能分类", StringComparison.Ordinal)))
            return null;
        foreach ((Topic topic, string table) in _accountTables)
            if (!path.IsEmpty && told.Topic == topic && index.Find(table) is { } statement && AccountRows.Find(statement, path) is { } row
                && (topic != Topic.FiscalExpenditure || Funds.HaveOnlyGeneral(index, row.Code!)))
                return row;
        return null;
    }

    /// <summary>类 / 款 / 项 as the sentence names them; empty when it names no account.</summary>
    public static ImmutableArray<string> AccountPath(StatedFact told)
    {
        if (told.Measure is not ("" or "支出决算" or "决算"))
            return [];
        ImmutableArray<string> path = told.WithoutMeasures;
        if (path.Length == 2 && told.Topic == Topic.Expenditure && StatedFact.CoreOf(StatedFact.Bare(path[0])) is "支出" or "本年支出")
            return path[1..];
        bool partOfWhole = path.Length is 2 or 4 && (path[0].StartsWith("一般公共预算", StringComparison.Ordinal) ? told.Topic == Topic.General
            : path.Length == 4 && path[0].StartsWith("财政拨款", StringComparison.Ordinal));
        return partOfWhole ? path[1..] : path;
    }

    private static CellOf? Account(FigureIndex index, StatedFact told)
    {
        if (told.Topic == Topic.Fiscal)
            return FiscalClass(index, told);
        return AccountRow(index, told) is { } row && row["total"] is { } figure ? new CellOf(new Located(figure), false) : null;
    }

    /// <summary>一般公共预算支出包括：… names classes of T04 under the fund's column.</summary>
    private static CellOf? FiscalClass(FigureIndex index, StatedFact told)
    {
        string column = told.Path[0] switch
        {
            _ when told.Path.Length != 2 => "",
            var whole when StatedFact.CoreOf(StatedFact.Bare(whole)) is "支出" or "财政拨款支出" => "total",
            var whole when whole.StartsWith("一般公共预算支出", StringComparison.Ordinal) => "generalBudget",
            var whole when whole.StartsWith("政府性基金预算支出", StringComparison.Ordinal) => "governmentFund",
            var whole when whole.StartsWith("国有资本经营预算支出", StringComparison.Ordinal) => "stateCapital",
            _ => "",
        };
        if (column.Length == 0 || index.Find("T04") is not { } table)
            return null;
        IndexedRow? row = table.Rows.FirstOrDefault(row => row.Side == RowSide.Expenditure && row.BareName == Names.Bare(told.Path[^1]));
        return row?[column] is { } figure ? new CellOf(new Located(figure), false) : null;
    }

    /// <summary>预算安排规模 of a project named in the text. Of projects that share a name the figure cannot be told.</summary>
    private static CellOf? Project(FigureIndex index, StatedFact told)
    {
        if (told.Measure != "预算安排规模" || index.Find("T07") is not { } table)
            return null;
        IndexedRow[] rows = [.. table.Rows.Where(row => Names.Loose(row.Project) == Names.Loose(told.Path[0]))];
        return rows.Length switch
        {
            1 when rows[0]["total"] is { } figure => new CellOf(new Located(figure), false),
            0 => null,
            _ => new CellOf(new Located(null, new($"T07 “{told.Path[0]}”有 {rows.Length} 行", $"{rows.Length} rows of T07 with the project")), false),
        };
    }
}
