using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>All relations of a document, and which of them every figure takes part in.</summary>
internal sealed class RelationGraph
{
    private readonly Dictionary<Figure, List<Relation>> _byFigure = [];
    private readonly Relation[] _all;

    public RelationGraph(IEnumerable<Relation> relations)
    {
        _all = [.. relations];
        foreach (Relation relation in _all)
        {
            if (relation.AsPrinted.Outcome == Outcome.NotAssessable)
                continue;
            foreach (Figure figure in relation.Figures)
            {
                if (!_byFigure.TryGetValue(figure, out List<Relation>? list))
                    _byFigure[figure] = list = [];
                list.Add(relation);
            }
        }
    }

    public IReadOnlyList<Relation> All => _all;

    /// <summary>The assessable relations over a figure.</summary>
    public IReadOnlyList<Relation> Of(Figure figure) => _byFigure.TryGetValue(figure, out List<Relation>? list) ? list : [];

    /// <summary>The assessable relations over any of the figures, each once, in the order of the catalogue.</summary>
    public IEnumerable<Relation> OfAny(IEnumerable<Figure> figures) => figures.SelectMany(Of).Distinct();
}
