using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>The indicators of a performance table without lines: a header, and below it rows that the weights or targets count.</summary>
/// <param name="Header">Texts of the header, left to right.</param>
/// <param name="Borders">One more than columns.</param>
/// <param name="Cells">By column, the texts below the header from top to bottom.</param>
/// <param name="Rows">Heights of the rows.</param>
internal sealed record TargetList(List<List<TextLine>> Header, float[] Borders, List<List<TextLine>>[] Cells, float[] Rows)
{
    /// <summary>Lines of a header of two lines are no farther from its middle, in sizes of the text.</summary>
    private const float HalfHeader = 1.2f;

    /// <summary>Where the header begins.</summary>
    public float Top => Header.Max(stack => stack[0].Box.Top);

    /// <summary>Everything that is of the list.</summary>
    public IEnumerable<TextLine> Lines => Header.Concat(Cells.SelectMany(column => column)).SelectMany(stack => stack);

    public static TargetList? Find(TextLine[] texts)
    {
        if (texts.FirstOrDefault(IsName) is not { } name)
            return null;
        TextLine[] near = [.. texts.Where(line => Math.Abs(line.Box.CenterY - name.Box.CenterY) <= HalfHeader * name.Size)];
        TextLine[] level = [.. near.Where(line => UnruledTargets.AreLevel(line.Box.CenterY, name.Box.CenterY, name.Size))];
        // Beside one-line heads stand those of two lines, above and below the same height.
        List<List<TextLine>> header = [.. level.Select(line => new List<TextLine> { line })];
        header.AddRange(UnruledTargets.Stacks(near.Except(level).Where(line => !Array.Exists(level, other => Overlap(other, line) > 0))).Where(stack => stack.Count > 1));
        header.Sort((left, right) => Center(left).CompareTo(Center(right)));
        if (header.Count < 4 || !header.Exists(stack => stack.Exists(IsName)))
            return null;
        float bottom = header.Min(stack => stack[^1].Box.Bottom);
        TextLine[] below = [.. texts.Where(line => line.Box.CenterY < bottom)];
        float[] borders = BordersOf(header, below);
        List<List<TextLine>>[] cells =
        [
            .. Enumerable.Range(0, header.Count).Select(column => UnruledTargets.Stacks(below.Where(line => line.Box.CenterX >= borders[column] && line.Box.CenterX < borders[column + 1]))),
        ];
        float[] rows = RowsOf(header, cells);
        return rows.Length == 0 ? null : new TargetList(header, borders, [.. cells.Select(column => column.SelectMany(stack => UnruledTargets.PartAt(rows, stack)).ToList())], rows);
    }

    public Grid ToGrid(int page)
    {
        float bottom = Lines.Min(line => line.Box.Bottom) - 1;
        float[] y = UnruledTargets.Borders([Header.Average(UnruledTargets.MiddleOf), .. Rows], Top + 1, bottom);
        List<(int, int, int, int, IEnumerable<TextLine>)> drawn = [.. Header.Select((stack, column) => (0, column, 1, 1, (IEnumerable<TextLine>)stack))];
        for (int column = 0; column < Cells.Length; column++)
        {
            float size = Header[column][0].Size;
            if (UnruledTargets.Shared([.. Cells[column].Select(UnruledTargets.MiddleOf)], Rows, size) is { } shared)
                drawn.AddRange(Cells[column].Select((stack, i) => (1 + shared[i].First, column, shared[i].Last - shared[i].First + 1, 1, (IEnumerable<TextLine>)stack)));
            else
                drawn.AddRange(Cells[column].SelectMany(stack => stack).GroupBy(RowOf).Select(row => (1 + row.Key, column, 1, 1, (IEnumerable<TextLine>)row.ToArray())));
        }

        return UnruledTargets.Draw(page, Borders, y, drawn);
    }

    private int RowOf(TextLine line) => Enumerable.Range(0, Rows.Length).MinBy(row => Math.Abs(Rows[row] - line.Box.CenterY));

    private static bool IsName(TextLine line) => IndicatorColumns.IsNameHeader(PrintedText.Label(line.Text));

    private static float Center(List<TextLine> stack) => (stack.Min(line => line.Box.Left) + stack.Max(line => line.Box.Right)) / 2;

    private static float Overlap(TextLine a, TextLine b) => Math.Min(a.Box.Right, b.Box.Right) - Math.Max(a.Box.Left, b.Box.Left);

    /// <summary>Between the middles of two heads, where a border cuts the fewest texts; of such places the middle of the widest.</summary>
    private static float[] BordersOf(List<List<TextLine>> header, TextLine[] below)
    {
        TextLine[] all = [.. below, .. header.SelectMany(stack => stack)];
        float[] borders = new float[header.Count + 1];
        borders[0] = all.Min(line => line.Box.Left) - 1;
        borders[^1] = all.Max(line => line.Box.Right) + 1;
        for (int i = 1; i < header.Count; i++)
            borders[i] = Clearest(all, Center(header[i - 1]), Center(header[i]));
        return borders;
    }

    private static float Clearest(TextLine[] lines, float from, float to)
    {
        float[] edges = [from, .. lines.SelectMany(line => new[] { line.Box.Left, line.Box.Right }).Where(x => x > from && x < to).Order(), to];
        (float X, int Cuts, float Width) best = ((from + to) / 2, int.MaxValue, 0);
        for (int i = 1; i < edges.Length; i++)
        {
            float middle = (edges[i - 1] + edges[i]) / 2;
            float width = edges[i] - edges[i - 1];
            int cuts = lines.Count(line => line.Box.Left < middle && line.Box.Right > middle);
            if (width > 0.1f && (cuts < best.Cuts || (cuts == best.Cuts && width > best.Width)))
                best = (middle, cuts, width);
        }

        return best.X;
    }

    /// <summary>Every row has one weight, or where the form has none one target.</summary>
    private static float[] RowsOf(List<List<TextLine>> header, List<List<TextLine>>[] cells)
    {
        int column = header.FindIndex(stack => IndicatorColumns.IsWeight(TextOf(stack)));
        if (column < 0)
            column = header.FindIndex(stack => IndicatorColumns.IsTarget(TextOf(stack)));
        return column < 0 ? [] : [.. cells[column].Select(UnruledTargets.MiddleOf)];
    }

    private static string TextOf(List<TextLine> stack) => PrintedText.Label(string.Concat(stack.Select(line => line.Text)));
}
