namespace Ingest.Tables.Aligned;

/// <summary>Contents of the body that overlap from row to row: one column, as far as the body shows it.</summary>
internal sealed class ColumnBody
{
    /// <summary>Two half-width digits, in sizes of the text.</summary>
    public const float NarrowWidth = 1.25f;

    private readonly HashSet<RunLine> _lines = [];

    public required float Left { get; set; }

    public float Right { get; private set; }

    public float CenterX => (Left + Right) / 2;

    public int Runs { get; private set; }

    public int Numbers { get; private set; }

    public bool IsNumeric => Numbers * 2 > Runs;

    /// <summary>Nothing but texts of one or two digits, as the row that numbers the columns has.</summary>
    public bool IsNarrow { get; private set; } = true;

    /// <summary>The columns that the body of a block shows, left to right.</summary>
    public static List<ColumnBody> Of(Block block)
    {
        List<(TextRun TextRun, RunLine Line)> runs = [];
        float wide = 0.4f * (block.Right - block.Left);
        foreach (RunLine line in block.Body)
        {
            // A text across the table, like a note in its last row, says nothing about columns.
            if (line.Runs.Count == 1 && !line.Runs[0].IsNumber && line.Runs[0].Box.Width > wide)
                continue;
            runs.AddRange(line.Runs.Select(run => (run, line)));
        }

        runs.Sort(static (a, b) => a.TextRun.Box.Left.CompareTo(b.TextRun.Box.Left));
        float slack = 0.1f * block.EmSize;
        List<ColumnBody> columns = [];
        foreach ((TextRun run, RunLine line) in runs)
        {
            if (columns.Count == 0 || run.Box.Left >= columns[^1].Right - slack)
                columns.Add(new ColumnBody { Left = run.Box.Left });
            columns[^1].Take(run, line);
        }

        return columns;
    }

    /// <summary>Do the two ever stand side by side? If not they may be one column, set left here and right there.</summary>
    public bool MeetsIn(ColumnBody other) =>
        _lines.Overlaps(other._lines) || (!IsNumeric && _lines.Any(line => other._lines.Any(beside => Math.Abs(line.Baseline - beside.Baseline) < BodyRows.BesideStep * line.Size)));

    /// <summary>Takes over what stands in another body of the same column.</summary>
    public void Absorb(ColumnBody other)
    {
        (Left, Right) = (Math.Min(Left, other.Left), Math.Max(Right, other.Right));
        Runs += other.Runs;
        Numbers += other.Numbers;
        IsNarrow &= other.IsNarrow;
        _lines.UnionWith(other._lines);
    }

    private void Take(TextRun run, RunLine line)
    {
        _lines.Add(line);
        Right = Math.Max(Right, run.Box.Right);
        Runs++;
        Numbers += run.IsNumber ? 1 : 0;
        IsNarrow &= run.Box.Width <= NarrowWidth * line.Size;
    }
}
