using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Says where the cell of a name holds the names of several rows, or of a row and of what stands beside it.</summary>
internal static partial class NameCells
{
    /// <summary>Lines of one name that begin with numbers as items of a list do.</summary>
    private const int LeastItems = 2;

    /// <summary>Share of the letters' height by which the baselines of two texts on one line differ at most.</summary>
    private const float SameBaseline = 0.3f;

    /// <summary>Digits of 项, the level that projects are listed under.</summary>
    private const int LongestCode = 7;

    /// <param name="draft">The row.</param>
    /// <param name="cell">Where its name begins.</param>
    /// <param name="covered">The columns that the cell stands in.</param>
    public static void Doubt(DraftRow draft, GridCell cell, List<BoundColumn> covered)
    {
        if (cell.Lines.Count(line => ItemAhead().IsMatch(line.Text)) >= LeastItems)
            draft.Doubts.Add(("several-names", new Phrase("同一单元格内有多个项目的名称，可能是未分开的几行", "Names of several items stand in one cell; they may be rows that were not parted")));
        if (!draft.Fragment.HasRowLines && AreSideBySide(cell))
            draft.Doubts.Add(("names-side-by-side", new Phrase("同一单元格内并排印有两段文字，可能是未分开的两列", "Two texts stand side by side in one cell; they may be of two columns that were not parted")));
        draft.NamesProject |= draft.Fragment.Grid.Evidence != GridEvidence.Ruled
            && covered.Exists(column => column.Role == ColumnRole.Name) && covered.Exists(column => column.Role == ColumnRole.Project);
    }

    /// <summary>
    /// Where nothing is drawn between the columns, a name that fills its column runs into that of the project. Only rows of the
    /// lowest level have projects; others just have long names.
    /// </summary>
    public static void DoubtProject(DraftRow draft)
    {
        if (draft is { NamesProject: true, Project: null, Code.Length: LongestCode })
            draft.Doubts.Add(("project-in-name", new Phrase(
                $"“{draft.Name}”跨科目名称和项目名称两列，项目名称可能在其中", $"\"{draft.Name}\" stands over the columns of the name and of the project, and may hold the name of the project")));
    }

    private static bool AreSideBySide(GridCell cell)
    {
        for (int i = 1; i < cell.Lines.Length; i++)
            if (Math.Abs(cell.Lines[i - 1].Baseline - cell.Lines[i].Baseline) <= SameBaseline * cell.Lines[i].Box.Height && cell.Lines[i - 1].Box.Right < cell.Lines[i].Box.Left)
                return true;
        return false;
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．]\D|2\d\d\s*[\u2E80-\u9FFF])")]
    private static partial Regex ItemAhead();
}
