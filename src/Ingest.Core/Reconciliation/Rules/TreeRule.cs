using System.Collections.Immutable;
using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Rules;

/// <summary>In every column of a statement: a row that has parts = their sum.</summary>
public sealed class TreeRule : Rule
{
    public required string Statement { get; init; }

    /// <summary>Which of the rows with parts the rule speaks of.</summary>
    public Func<LedgerRow, bool> Where { get; init; } = _ => true;

    public override IEnumerable<Check> Apply(Ledger ledger)
    {
        if (Lookup.Missing(ledger, this, Statement) is { } missing)
            return [missing];
        Check[] checks = [.. ledger.Find(Statement)!.Rows.Where(row => (row.Parts.Count > 0 || LacksParts(row)) && Where(row)).SelectMany(In)];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    private IEnumerable<Check> In(LedgerRow whole)
    {
        // A level that prints no amount in any row is a heading, not a total of nothing.
        if (whole.IsBlank && IsHeadingLevel(whole))
            yield break;
        foreach (Figure figure in whole.Figures)
        {
            string column = figure.Reference.Column!;
            ImmutableArray<Term> parts = [.. whole.Parts.Select(part => part[column]).OfType<Figure>().Select(part => new Term(part, 1))];
            yield return whole.PartsAreSelection
                ? Linear.Relation(this, parts[0].Figure, [new Term(figure, 1)], Comparison.AtMost)
                : Linear.Relation(this, figure, parts, Comparison.WithinRounding);
        }
    }

    /// <summary>
    /// A total without rows, a 款 of T07 without projects, a 类 without 款 in a table whose other classes all have
    /// them: what it is the sum of was lost. One other class is too few to say that all are broken down.
    /// </summary>
    private static bool LacksParts(LedgerRow row)
    {
        if (row.IsAbsent || !string.IsNullOrEmpty(row.Project))
            return false;
        if (row.IsTotal)
            return row.Side is null && row.Statement.Id != "T10" && row.Statement.Total() == row;
        if (row.Code is not { Length: 3 or 5 } code)
            return false;
        if (row.Statement.Id == "T07")
            return true;
        LedgerRow[] peers = [.. row.Statement.Coded(row.Side).Where(other => other != row && other.Code!.Length == code.Length && !other.IsAbsent)];
        return row.Whole is not null && peers.Length > 1 && peers.All(other => other.Parts.Count > 0);
    }

    private static bool IsHeadingLevel(LedgerRow whole) => !whole.IsTotal && whole.Statement.Rows.All(row =>
        row.Code?.Length != whole.Code?.Length || row.IsTotal || row.Parts.Count == 0 || row.IsBlank);
}
