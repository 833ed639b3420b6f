using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Causes;

/// <summary>All relations of a document, and which of them every figure takes part in.</summary>
internal sealed class RelationGraph
{
    private readonly Dictionary<Figure, List<Relation>> byFigure = [];
    private readonly Relation[] all;

    public RelationGraph(IEnumerable<Relation> relations)
    {
        all = [.. relations];
        foreach (Relation relation in all)
        {
            if (relation.AsPrinted.Outcome == Outcome.NotAssessable)
                continue;
            foreach (Figure figure in relation.Figures)
            {
                if (!byFigure.TryGetValue(figure, out List<Relation>? list))
                    byFigure[figure] = list = [];
                list.Add(relation);
            }
        }
    }

    public IReadOnlyList<Relation> All => all;

    /// <summary>The assessable relations over a figure.</summary>
    public IReadOnlyList<Relation> Of(Figure figure) => byFigure.TryGetValue(figure, out List<Relation>? list) ? list : [];

    /// <summary>The assessable relations over any of the figures, each once, in the order of the catalogue.</summary>
    public IEnumerable<Relation> OfAny(IEnumerable<Figure> figures) => figures.SelectMany(Of).Distinct();
}
