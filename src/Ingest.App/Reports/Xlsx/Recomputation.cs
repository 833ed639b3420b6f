using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What a printed total should be, as the rules say.</summary>
/// <param name="Parts">Cells of the same table that are printed, with the factor of each.</param>
/// <param name="Tolerance">The largest difference that the rule allows, in the unit of the table.</param>
internal sealed record RecomputedTotal(ImmutableArray<RelationTerm> Parts, decimal Tolerance)
{
    public decimal Value => Parts.Sum(part => part.Factor * part.Cell.Amount ?? 0);

    public int Decimals => Parts.Max(part => part.Cell.Amount?.Scale ?? 0);
}

/// <summary>For each printed total, the cells of the same table that it should be the sum of.</summary>
internal sealed class Recomputation
{
    private readonly Dictionary<CellId, RecomputedTotal> _totals = [];

    public Recomputation(CheckedRelations relations)
    {
        foreach (CheckedRelation relation in relations.All.Where(relation => relation.IsSum))
            if (relation.Subject is { State: FigureState.Printed or FigureState.Blank } subject && Of(relation, subject) is { } total)
                _totals.TryAdd(subject.Cell.Id, total);
    }

    /// <summary>Null where nothing is to be recomputed.</summary>
    public RecomputedTotal? Of(CellId total) => _totals.GetValueOrDefault(total);

    private static RecomputedTotal? Of(CheckedRelation relation, RelationTerm subject)
    {
        if (relation.Terms.Any(part => Math.Abs(part.Factor) != 1 || part.Cell.Statement != subject.Cell.Statement))
            return null;
        ImmutableArray<RelationTerm> printed = [.. relation.Terms.Where(part => part.State != FigureState.Absent)];
        // Of nothing but blank cells there is nothing to see; a part that could not be read is text in its cell, and no sum can be made of it.
        bool nothing = relation.Outcome == Outcome.NotApplicable;
        return printed.IsEmpty || nothing || printed.Any(part => part.State == FigureState.Unread)
            ? null
            : new RecomputedTotal(printed, relation.Tolerance ?? 0);
    }
}
