using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>
/// Differences within rounding, grouped by cause: relations that share a figure, or whose figures are copies
/// of each other, miss by the same rounded amounts.
/// </summary>
internal static class RoundingFindings
{
    public static IEnumerable<Finding> Of(RelationGraph graph, CauseSearch causes, FindingBuilder builder)
    {
        HashSet<Relation> explained = [.. causes.Causes.SelectMany(cause => cause.Relations)];
        Relation[] missing = [.. graph.All.Where(relation =>
            !explained.Contains(relation) && IsRounding(relation.AsPrinted) && !relation.Figures.Any(causes.Condemned.Contains))];
        var groups = new Dictionary<Figure, Figure>();
        foreach (Relation relation in missing.Concat(graph.All.Where(IsCopy)))
            foreach (Figure figure in relation.Figures)
                Join(groups, relation.Subject, figure);
        foreach (IGrouping<Figure, Relation> group in missing.GroupBy(relation => Root(groups, relation.Subject)))
            yield return Of(builder, [.. group.OrderByDescending(relation => relation.AsPrinted.Outcome == Outcome.ImprobableRounding)]);
    }

    private static Finding Of(FindingBuilder builder, Relation[] group)
    {
        Relation lead = group[0];
        bool improbable = lead.AsPrinted.Outcome == Outcome.ImprobableRounding;
        Phrase why = improbable
            ? new("；虽在四舍五入范围内，但可能性不足 1%，请核对", "; rounding explains it with less than 1 % probability, check it")
            : new("，属四舍五入差异", "; rounding explains it");
        Phrase more = group.Length > 1 ? new($"（同一原因共 {group.Length} 处）", $" ({group.Length} places, one cause)") : Phrase.Same("");
        return builder.Of(
            [.. group], improbable ? Severity.Warning : Severity.Info, CauseMessage.Difference(lead, lead.AsPrinted) + why + more, Changes.None);
    }

    private static bool IsRounding(Evaluation evaluation) => evaluation.Outcome is Outcome.Rounding or Outcome.ImprobableRounding;

    /// <summary>One amount printed twice, in two tables or in a table and a sentence.</summary>
    private static bool IsCopy(Relation relation) =>
        relation.Rule.Class is RelationClass.Copy or RelationClass.Unit && relation.Figures.Length == 2 && relation.AsPrinted.Holds;

    private static Figure Root(Dictionary<Figure, Figure> groups, Figure figure)
    {
        while (groups.TryGetValue(figure, out Figure? next))
        {
            // Every second step is skipped the next time, which keeps the chains short.
            if (groups.TryGetValue(next, out Figure? beyond))
                groups[figure] = beyond;
            figure = next;
        }
        return figure;
    }

    private static void Join(Dictionary<Figure, Figure> groups, Figure left, Figure right)
    {
        (Figure first, Figure second) = (Root(groups, left), Root(groups, right));
        if (first != second)
            groups[second] = first;
    }
}
