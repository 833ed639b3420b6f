using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>Which relations fail while some mistakes have already been found and set right.</summary>
internal sealed class OpenFailures
{
    private readonly HashSet<Relation> _failed = [];
    private readonly HashSet<Relation> _closed = [];

    public OpenFailures(RelationGraph graph)
    {
        Graph = graph;
        foreach (Relation relation in graph.All)
            if (relation.AsPrinted.Outcome == Outcome.Inconsistent)
                _failed.Add(relation);
    }

    public RelationGraph Graph { get; }

    /// <summary>What the mistakes found so far put in place of the printed amounts.</summary>
    public Changes Righted { get; private set; } = Changes.None;

    /// <summary>The relations still failing that the form demands, in the order of the catalogue.</summary>
    public IEnumerable<Relation> Failed => Graph.All.Where(relation => _failed.Contains(relation) && IsHard(relation));

    /// <summary>The failing expectations that no form demands.</summary>
    public IEnumerable<Relation> FailedSoft => Graph.All.Where(relation => _failed.Contains(relation) && !IsHard(relation));

    public bool IsFailed(Relation relation) => _failed.Contains(relation);

    /// <summary>True for a relation that is no longer evidence: its failure was put down to something no figure shows.</summary>
    public bool IsClosed(Relation relation) => _closed.Contains(relation);

    public static bool IsHard(Relation relation) => relation.Rule.Class != RelationClass.Soft;

    /// <summary>Figures of the relations that fail, each once, in reading order.</summary>
    public IEnumerable<Figure> Involved() =>
        Failed.SelectMany(relation => relation.Figures).Distinct().OrderBy(figure => figure.Id);

    public decimal Amount(Figure figure) => Righted[figure];

    public AmountInterval? Settling(Relation relation, Figure figure) => relation.Settling(figure, Righted);

    /// <summary>Takes a mistake as found.</summary>
    public void SetRight(Hypothesis hypothesis)
    {
        Righted = Righted.And(hypothesis.Changes);
        foreach (Relation relation in hypothesis.Waived)
            Close(relation);
        foreach (Relation relation in Graph.OfAny(hypothesis.Suspects.Concat(hypothesis.Changes.Amounts.Keys)))
            if (!_closed.Contains(relation))
                Mark(relation, relation.Evaluate(Righted).Holds);
    }

    /// <summary>Leaves a relation out of what is still to be explained and of the evidence.</summary>
    public void Close(Relation relation)
    {
        _failed.Remove(relation);
        _closed.Add(relation);
    }

    private void Mark(Relation relation, bool holds)
    {
        if (holds)
            _failed.Remove(relation);
        else
            _failed.Add(relation);
    }
}
