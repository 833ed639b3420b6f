using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>In every column of a statement: a row that has parts = their sum.</summary>
public sealed class TreeRule : Rule
{
    public required string Statement { get; init; }

    /// <summary>Which of the rows with parts the rule speaks of.</summary>
    public Func<IndexedRow, bool> Where { get; init; } = _ => true;

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (Lookup.Missing(index, this, Statement) is { } missing)
            return [missing];
        IndexedStatement table = index.Find(Statement)!;
        HashSet<int> brokenDown = [.. BrokenDownLevels(table)];
        HashSet<int> headings = [.. HeadingLevels(table)];
        IndexedRow? grand = table.Total();
        Check[] checks = [.. table.Rows
            .Where(row => (row.Parts.Count > 0 || row.OtherParts.Count > 0 || LacksParts(row, grand, brokenDown)) && Where(row))
            // A level that prints no amount in any row is a heading, not a total of nothing.
            .Where(row => row.IsTotal || !headings.Contains(Level(row)))
            .SelectMany(In)];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    private IEnumerable<Check> In(IndexedRow whole)
    {
        foreach (Figure figure in whole.Figures)
        {
            string column = figure.Reference.Column!;
            if (figure.CountedIn is not null)
                continue;
            if (whole.OtherParts.Count > 0)
                yield return Linear.Relation(this, figure, Terms(whole.OtherParts, column), Comparison.WithinRounding, whole.Statement.AreRowsInDoubt);
            if (whole.Parts.Count == 0 && whole.OtherParts.Count > 0)
                continue;
            ImmutableArray<Term> parts = Terms(whole.Parts, column);
            yield return whole.PartsAreSelection
                ? Linear.Relation(this, parts[0].Figure, [new Term(figure, 1)], Comparison.AtMost, whole.Statement.AreRowsInDoubt)
                : Linear.Relation(this, figure, parts, Comparison.WithinRounding, whole.Statement.AreRowsInDoubt);
        }
    }

    private static ImmutableArray<Term> Terms(IEnumerable<IndexedRow> parts, string column) =>
        [.. parts.Select(part => part[column]).OfType<Figure>().Select(part => new Term(part, 1))];

    /// <summary>
    /// A total without rows, a 款 of T07 without projects, a 类 without 款 in a table whose other classes all have
    /// them: what it is the sum of was lost.
    /// </summary>
    private static bool LacksParts(IndexedRow row, IndexedRow? grand, HashSet<int> brokenDown)
    {
        if (row.IsAbsent || row.Parts.Count > 0 || !string.IsNullOrEmpty(row.Project))
            return false;
        if (row.IsTotal)
            return row.Side is null && row.Statement.Id != "T10" && grand == row && row.Statement.Rows.All(other => other.IsTotal || other.Code is not null || other.IsAbsent);
        return Level(row) is 3 or 5 && ((row.Statement.Id == "T07" && row.Statement.IsFunctional) || (row.Whole is not null && brokenDown.Contains(Level(row))));
    }

    /// <summary>
    /// Code lengths at which all rows but one have parts. Of two rows the one proves nothing about the other; of
    /// three, two show that the table breaks every class down.
    /// </summary>
    private static IEnumerable<int> BrokenDownLevels(IndexedStatement table) => table.Coded()
        .Where(row => !row.IsAbsent)
        .GroupBy(Level)
        .Where(level => level.Count() > 2 && level.Count(row => row.Parts.Count == 0) == 1)
        .Select(level => level.Key);

    private static IEnumerable<int> HeadingLevels(IndexedStatement table) => table.Rows
        .Where(row => row.Parts.Count > 0 && !row.IsTotal)
        .GroupBy(Level)
        .Where(level => level.All(row => row.IsBlank))
        .Select(level => level.Key);

    /// <summary>Length of the code; 0 for rows without one.</summary>
    private static int Level(IndexedRow row) => row.Code?.Length ?? 0;
}
