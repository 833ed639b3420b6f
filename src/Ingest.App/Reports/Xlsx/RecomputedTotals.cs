using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>For each printed total, the cells of the same table that it should be the sum of, as the rules say.</summary>
internal sealed class RecomputedTotals(CheckedRelations relations)
{
    /// <summary>Parts with their factors; empty where nothing is to be recomputed.</summary>
    public ImmutableArray<RelationTerm> Of(CellId total) => relations.Of(total).FirstOrDefault(relation => IsSumOf(relation, total))?.Terms ?? [];

    private static bool IsSumOf(CheckedRelation relation, CellId total) => relation is { IsSum: true, IsBound: false, Subject: { } subject } && subject.Cell.Id == total
        && relation.Terms.All(part => Math.Abs(part.Factor) == 1 && part.Cell.Statement == total.Statement);
}
