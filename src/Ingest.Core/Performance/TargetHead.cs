using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>The upper half of a performance table without lines: labels, each with what stands right of it at its height.</summary>
internal static class TargetHead
{
    /// <summary>The grids of the rows: one for each, since no two need have the same columns.</summary>
    public static IEnumerable<Grid> Of(int page, TextLine[] lines)
    {
        List<List<TextLine>> labels = [.. UnruledTargets.Stacks(lines).SelectMany(Parted).Where(IsLabel)];
        HashSet<TextLine> ofLabels = [.. labels.SelectMany(stack => stack)];
        List<List<TextLine>> values = [.. UnruledTargets.Stacks(lines.Where(line => !ofLabels.Contains(line))).SelectMany(stack => UnruledTargets.PartAt(HeightsBeside(labels, stack), stack))];
        List<List<TextLine>> cells = [.. labels, .. values];
        float size = lines.Length == 0 ? 0 : lines.Max(line => line.Size);
        List<List<List<TextLine>>> rows = Rows(cells, size);
        AddGroups(rows, size);
        foreach (List<List<TextLine>> row in rows.Where(row => row.Exists(IsLabel) && row.Exists(cell => !IsLabel(cell))))
        {
            List<List<TextLine>> printed = [.. row.OrderBy(stack => stack[0].Box.Left)];
            float[] x = [printed[0].Min(line => line.Box.Left) - 1, .. printed.Skip(1).Select(stack => stack.Min(line => line.Box.Left) - 0.5f), printed[^1].Max(line => line.Box.Right) + 1];
            if (Enumerable.Range(1, x.Length - 1).Any(i => x[i] <= x[i - 1]))
                continue;
            float top = row.Max(stack => stack[0].Box.Top);
            float bottom = row.Min(stack => stack[^1].Box.Bottom);
            yield return UnruledTargets.Draw(page, x, [top, bottom], printed.Select((stack, column) => (0, column, 1, 1, (IEnumerable<TextLine>)stack)));
        }
    }

    private static IEnumerable<float> HeightsBeside(List<List<TextLine>> labels, List<TextLine> stack) =>
        labels.Where(label => label.Max(line => line.Box.Right) <= stack.Min(line => line.Box.Left)).Select(UnruledTargets.MiddleOf);

    /// <summary>
    /// Labels over several rows stand at the height of none of them or beside another label only: those below one another share
    /// out the rows at their right, and each is put into its own.
    /// </summary>
    private static void AddGroups(List<List<List<TextLine>>> rows, float size)
    {
        List<List<TextLine>> groups = [.. rows.SelectMany(row => row.Where(cell => IsLabel(cell) && !row.Exists(other => other != cell && other[0].Box.Left > cell[0].Box.Right)))];
        foreach (IGrouping<int, List<TextLine>> column in groups.GroupBy(cell => (int)(cell[0].Box.CenterX / (2 * size))))
        {
            List<TextLine>[] names = [.. column.OrderByDescending(UnruledTargets.MiddleOf)];
            List<List<List<TextLine>>> beside = rows.FindAll(row => row.Exists(cell => IsLabel(cell) && cell[0].Box.Left > names[0][0].Box.Right) && row.Exists(cell => !IsLabel(cell)));
            float[] heights = [.. beside.Select(row => UnruledTargets.MiddleOf(row[0]))];
            if (UnruledTargets.Shared([.. names.Select(UnruledTargets.MiddleOf)], heights, size) is not { } shared)
                continue;
            for (int i = 0; i < names.Length; i++)
                for (int row = shared[i].First; row <= shared[i].Last; row++)
                    if (!beside[row].Contains(names[i]))
                        beside[row].Add(names[i]);
        }
    }

    /// <summary>Labels of rows below one another are no lines of one label.</summary>
    private static IEnumerable<List<TextLine>> Parted(List<TextLine> stack) =>
        stack.Count > 1 && !IsLabel(stack) ? stack.Select(line => new List<TextLine> { line }) : [stack];

    private static bool IsLabel(List<TextLine> stack) => Labels.IsLabel(PrintedText.Label(string.Concat(stack.Select(line => line.Text))));

    private static List<List<List<TextLine>>> Rows(List<List<TextLine>> cells, float size)
    {
        List<List<List<TextLine>>> rows = [];
        foreach (List<TextLine> cell in cells.OrderByDescending(UnruledTargets.MiddleOf))
        {
            if (rows.Count == 0 || !UnruledTargets.AreLevel(UnruledTargets.MiddleOf(rows[^1][0]), UnruledTargets.MiddleOf(cell), size))
                rows.Add([]);
            rows[^1].Add(cell);
        }

        return rows;
    }
}
