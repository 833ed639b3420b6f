using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>T07-name: every leaf row names its project. That none is named twice in a unit is STR-05's business.</summary>
public sealed class ProjectNameRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        if (index.Find("T07") is not { IsEmpty: false } table)
            yield break;
        if (table.Rows.All(row => string.IsNullOrEmpty(row.Project)))
        {
            yield return new NotAssessable(this, Wording.Of(table) + new Phrase("的项目名称列", ": the column of project names"));
            yield break;
        }
        foreach (IndexedRow row in table.Coded().Where(row => row.Parts.Count == 0 && !row.IsAbsent))
            yield return string.IsNullOrEmpty(row.Project) ? Nameless(row) : Holds();
    }

    private Observation Nameless(IndexedRow row) => new(this, holds: false, Wording.Of(row) + new Phrase("没有项目名称", " names no project"))
    {
        Row = row,
        Cells = [.. row.Figures.Take(1).Select(figure => figure.Reference)],
    };
}
