using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// For each printed total, the cells of the same table that it should be the sum of, as the rules say.
/// </summary>
internal sealed class Recomputation
{
    private readonly Dictionary<(string Statement, int Row, string Column), ImmutableArray<Term>> _sums = [];

    public Recomputation(BudgetDocument document)
    {
        FigureIndex index = FigureIndex.Open(document);
        IEnumerable<LinearRelation> relations = RuleCatalogue.All
            .Where(rule => rule.Class == RelationClass.Sum)
            .SelectMany(rule => rule.Apply(index))
            .OfType<LinearRelation>();
        foreach (LinearRelation relation in relations)
            if (relation.Subject.Row is { IsAbsent: false } row && relation.Parts!.Value.All(part => Math.Abs(part.Factor) == 1 && part.Figure.Row?.Statement == row.Statement))
                _sums.TryAdd((row.Statement.Id, row.Index, relation.Subject.Reference.Column!), relation.Parts.Value);
    }

    /// <summary>Parts with their factors; empty where nothing is to be recomputed.</summary>
    public ImmutableArray<Term> Of(Statement statement, int row, string column) =>
        _sums.GetValueOrDefault((statement.Id, row, column), []);
}
