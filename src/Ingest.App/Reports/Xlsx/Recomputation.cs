using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What a printed total should be, as the rules say.</summary>
/// <param name="Parts">Cells of the same table that are printed, with the factor of each.</param>
/// <param name="Tolerance">The largest difference that the rule allows, in the unit of the table.</param>
internal sealed record RecomputedTotal(ImmutableArray<Term> Parts, decimal Tolerance)
{
    public decimal Value => Parts.Sum(part => part.Factor * part.Figure.Value);

    public int Decimals => Parts.Max(part => part.Figure.Value.Scale);
}

/// <summary>For each printed total, the cells of the same table that it should be the sum of.</summary>
internal sealed class Recomputation
{
    private readonly Dictionary<(string Statement, int Row, string Column), RecomputedTotal> _sums = [];

    public Recomputation(BudgetDocument document)
    {
        FigureIndex index = FigureIndex.Open(document);
        IEnumerable<LinearRelation> relations = RuleCatalogue.All
            .Where(rule => rule.Class == RelationClass.Sum)
            .SelectMany(rule => rule.Apply(index))
            .OfType<LinearRelation>();
        foreach (LinearRelation relation in relations)
            if (relation.Subject is { State: FigureState.Printed or FigureState.Blank, Row: { IsAbsent: false } row } && Of(relation, row) is { } total)
                _sums.TryAdd((row.Statement.Id, row.Index, relation.Subject.Reference.Column!), total);
    }

    /// <summary>Null where nothing is to be recomputed.</summary>
    public RecomputedTotal? Of(Statement statement, int row, string column) => _sums.GetValueOrDefault((statement.Id, row, column));

    private static RecomputedTotal? Of(LinearRelation relation, IndexedRow row)
    {
        ImmutableArray<Term> parts = relation.Parts!.Value;
        if (parts.Any(part => Math.Abs(part.Factor) != 1 || part.Figure.Row?.Statement != row.Statement))
            return null;
        ImmutableArray<Term> printed = [.. parts.Where(part => part.Figure.Row is { IsAbsent: false })];
        // Of nothing but blank cells there is nothing to see; a part that could not be read is text in its cell, and no sum can be made of it.
        bool nothing = !relation.Subject.IsPrinted && !printed.Any(part => part.Figure.IsPrinted);
        return printed.IsEmpty || nothing || printed.Any(part => part.Figure.State == FigureState.Unread)
            ? null
            : new RecomputedTotal(printed, relation.AsPrinted.Tolerance ?? 0);
    }
}
