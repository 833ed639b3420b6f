using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>X-10: for every code, T03 = T05 + T08 + T09 + the money that T02 shows from elsewhere.</summary>
public sealed class FundTablesRule : Rule
{
    private static readonly string[] _funds = ["T05", "T08", "T09"];

    /// <summary>Columns of T02 for money that no fund table shows.</summary>
    public required ImmutableArray<string> OtherMoney { get; init; }

    /// <summary>All the tables are there, listed by codes.</summary>
    public static bool IsAssessable(FigureIndex index) => index.Find("T02") is { } income && !income.IsByUnit && (income.IsEmpty || income.Coded().Any())
        && index.Find("T03") is not null && index.Find("T05") is not null && index.Find("T08") is not null;

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        // Forms from before 国有资本经营预算 have neither the table nor the column.
        bool hasStateCapital = index.Find("T09") is not null || index.Find("T04") is not { } fiscal || fiscal.HasColumn("stateCapital");
        if (Lookup.Missing(index, this, ["T02", "T03", "T05", "T08", .. hasStateCapital ? ["T09"] : Array.Empty<string>()]) is { } missing)
            return [missing];
        IndexedStatement income = index.Find("T02")!;
        if (Lookup.Codes(this, income) is { } uncoded)
            return [uncoded];
        string[] printed = [.. OtherMoney.Where(income.HasColumn)];
        string[] other = [.. printed.Where(column => !Subtotals.AnyOver(column, printed))];
        if (income.HasColumn("fiscalCarryover") && !Forms.FundTablesIncludeCarryover(index))
            other = [.. other, "fiscalCarryover"];
        return index.Find("T03")!.Coded().DistinctBy(row => row.Code).Select(row => For(index, row, other));
    }

    private Check For(FigureIndex index, IndexedRow row, string[] other)
    {
        if (row["total"] is not { } total)
            return new NotApplicable(this);
        IndexedStatement[] tables = [.. _funds.Select(index.Find).OfType<IndexedStatement>(), index.Find("T02")!];
        if (!Array.TrueForAll(tables, table => table.PrintsLevelOf(row.Code!)))
            return new NotApplicable(this);
        // A column of other money may be among what was not read of an income table that is in doubt as a whole.
        bool inDoubt = tables[^1].IsWholeInDoubt || Array.Exists(tables, table => table.AreRowsInDoubt && table.ByCode(row.Code!) is null);
        IEnumerable<Figure?> funds = tables.SkipLast(1).Select(table => table.ByCode(row.Code!)?["total"]);
        IndexedRow? income = tables[^1].ByCode(row.Code!);
        IEnumerable<Figure?> otherwise = other.Select(column => income?[column]);
        return Linear.Relation(
            this, total, [.. funds.Concat(otherwise).OfType<Figure>().Select(figure => new Term(figure, 1))], Comparison.WithinRounding, inDoubt);
    }
}
