using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>Supposes that a row which is printed twice was meant once.</summary>
internal static class DuplicateRows
{
    private const decimal IdenticalCost = 0.3m;

    private const decimal SameNameCost = 0.9m;

    public static IEnumerable<Hypothesis> Propose(OpenFailures open)
    {
        IEnumerable<IndexedStatement> statements = open.Involved()
            .Select(figure => figure.Row?.Statement).OfType<IndexedStatement>().Distinct();
        return statements.SelectMany(Find).Select(pair => Without(pair.First, pair.Second));
    }

    /// <summary>Rows that repeat an earlier one of the same whole, with the first of them.</summary>
    public static IEnumerable<(IndexedRow First, IndexedRow Second)> Find(IndexedStatement statement) => statement.IsByUnit ? [] : statement.Rows
        .Where(row => !row.IsAbsent && !row.IsTotal && (row.Code is not null || row.Name.Length > 0 || !string.IsNullOrEmpty(row.Project)))
        .GroupBy(row => (row.Side, row.Code, row.BareName, row.Project, row.Whole))
        .SelectMany(same => same.Skip(1).Where(row => AreIdentical(same.First(), row) || !AreAllCounted(row.Whole)).Select(row => (same.First(), row)));

    /// <summary>
    /// The whole counts every row: a table that parts one account by something else (政府预算经济科目, units) prints it in
    /// several rows of different amounts.
    /// </summary>
    private static bool AreAllCounted(IndexedRow? whole) => whole is not null && whole.Figures.Any(figure =>
    {
        Figure[] parts = [.. whole.Parts.Select(part => part[figure.Reference.Column!]).OfType<Figure>()];
        return figure is { IsPrinted: true, Value: not 0 } && Math.Abs(parts.Sum(part => part.Value) - figure.Value) <= figure.HalfUnit + parts.Sum(part => part.HalfUnit);
    });

    public static bool AreIdentical(IndexedRow first, IndexedRow second) =>
        first.Figures.Zip(second.Figures).All(pair => pair.First.Value == pair.Second.Value);

    private static Hypothesis Without(IndexedRow first, IndexedRow second)
    {
        var changes = new Changes();
        foreach (Figure figure in second.Figures)
            changes[figure] = 0;
        return new(
            CauseKind.DuplicateRow, changes, [.. second.Figures.Where(figure => figure.Value != 0)],
            AreIdentical(first, second) ? IdenticalCost : SameNameCost)
        { Row = second };
    }
}
