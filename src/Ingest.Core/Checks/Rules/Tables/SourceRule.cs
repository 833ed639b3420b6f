using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>
/// for every code, a fund's expenditure equals its income in T02. A code with 财政拨款结转 is passed over:
/// T02 does not say which fund it belongs to.
/// </summary>
public sealed class SourceRule : Rule
{
    /// <summary>The fund's own table.</summary>
    public required string Table { get; init; }

    /// <summary>Its columns in T02.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (Lookup.Missing(index, this, "T02", Table) is { } missing)
            return [missing];
        IndexedStatement income = index.Find("T02")!;
        if (!Columns.All(income.HasColumn))
            return [new NotApplicable(this)];
        if ((Lookup.Codes(this, income) ?? Lookup.Codes(this, index.Find(Table)!)) is { } uncoded)
            return [uncoded];
        bool withCarryover = Forms.FundTablesIncludeCarryover(index);
        return income.Coded().DistinctBy(row => row.Code).Select(row => For(index, row, withCarryover));
    }

    private Check For(FigureIndex index, IndexedRow row, bool withCarryover)
    {
        if (withCarryover && row["fiscalCarryover"] is { Value: not 0 })
            return new NotApplicable(this);
        ImmutableArray<Term> sources = [.. Columns.Select(column => row[column]).OfType<Figure>().Select(figure => new Term(figure, 1))];
        IndexedStatement table = index.Find(Table)!;
        if (!table.PrintsLevelOf(row.Code!))
            return new NotApplicable(this);
        return table.ByCode(row.Code!)?["total"] is { } spent
            ? Linear.Relation(this, spent, sources, Comparison.WithinRounding)
            : Linear.Turned(this, sources, Comparison.WithinRounding, table.AreRowsInDoubt);
    }
}
