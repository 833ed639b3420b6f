using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// 项目4个，涉及预算金额853.52万元: with as many projects as T07 has, the amount is that of all projects;
/// with another number it is that of some, and nothing tells of which.
/// </summary>
internal static class PerformanceAmount
{
    public static CellOf? Find(FigureIndex index, StatedFact told)
    {
        if (told.Topic != Topic.Performance || told.Measure != "涉及金额")
            return null;
        StatedFact? count = NarrativeFacts.Of(index).All.LastOrDefault(other => other.Order < told.Order && ReferenceEquals(other.Sentence, told.Sentence)
            && other.Kind == FactKind.Count && other.Path.SequenceEqual(told.Path[..^1]));
        if (count is null)
            return null;
        if (told.Path[0].Contains("整体", StringComparison.Ordinal) && !told.Path[0].Contains("项目", StringComparison.Ordinal))
            return new CellOf(Operand.Total("T01", side: RowSide.Expenditure).Locate(index), false);
        bool allProjects = told.Path[0].Contains("项目", StringComparison.Ordinal) && !told.Path[0].Contains('非', StringComparison.Ordinal)
            && index.Find("T07") is { IsEmpty: false } table && table.Rows.Count(row => !string.IsNullOrEmpty(row.Project)) == count.Fact.Value;
        return allProjects ? new CellOf(Operand.Total("T07").Locate(index), false) : null;
    }
}
