using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>In every row of a statement: one column = the sum of others.</summary>
public sealed class RowRule : Rule
{
    public required string Statement { get; init; }

    public RowSide? Side { get; init; }

    /// <summary>Key of the column that prints the sum.</summary>
    public required string Whole { get; init; }

    /// <summary>
    /// Keys of the columns that are added; those that a layout does not have are left out, and those that another part
    /// is printed as the subtotal of.
    /// </summary>
    public required ImmutableArray<string> Parts { get; init; }

    /// <summary>Keys of columns that are no parts. A column that is neither makes the rule not assessable.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>A column without which the rule has no object, or with which it has none: forms put the same total over different columns.</summary>
    public string? Needs { get; init; }

    /// <inheritdoc cref="Needs"/>
    public string? Unless { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (Lookup.Missing(index, this, Statement) is { } missing)
            return [missing];
        IndexedStatement table = index.Find(Statement)!;
        if (table.IsEmpty)
            return [new NotApplicable(this)];
        string[] columns = [.. table.Columns(Side)];
        string[] parts = [.. Parts.Where(columns.Contains).Where(part => !Subtotals.AnyOver(part, columns.Intersect(Parts)))];
        if (!columns.Contains(Whole) || parts.Length == 0 || (Needs is { } needed && !columns.Contains(needed)) || (Unless is { } other && columns.Contains(other)))
            return [new NotApplicable(this)];
        if (columns.FirstOrDefault(column => column != Whole && !Parts.Contains(column) && !Others.Contains(column)) is { } unknown)
            return [new NotAssessable(this, new($"{Statement} {unknown} 列的归属", $"the place of column {unknown} in {Statement}"))];
        return table.Rows.Where(row => Side is null || row.Side == Side).Select(row => In(row, parts));
    }

    private Check In(IndexedRow row, string[] parts)
    {
        if (row[Whole] is not { } whole)
            return new NotApplicable(this);
        ImmutableArray<Term> terms = [.. parts.Select(part => row[part]).OfType<Figure>().Select(figure => new Term(figure, 1))];
        return Linear.Relation(this, whole, terms, Comparison.WithinRounding);
    }
}
