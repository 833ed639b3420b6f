using Ingest.Contract.Geometry;

namespace Ingest.Tables.Aligned;

/// <summary>A text in the head of a table, of one or several lines.</summary>
internal sealed class HeadCell(TextRun first, RunLine line)
{
    /// <summary>Lines of a head that is spread over its cell, in sizes of the text.</summary>
    private const float WideStep = 1.75f;

    private readonly List<(TextRun Run, RunLine Line)> _parts = [(first, line)];
    private TextRun _last = first;
    private RunLine _line = line;

    public Box Box { get; private set; } = first.Box;

    /// <summary>Columns it stands over; −1 until known.</summary>
    public int FirstColumn { get; set; } = -1;

    public int LastColumn { get; set; } = -1;

    /// <summary>Heads seen to stand beneath it; it may reach over more.</summary>
    public List<HeadCell> Beneath { get; } = [];

    /// <summary>Lines of text in it.</summary>
    public int Lines => _parts.Count;

    /// <summary>Each of its lines as a head of its own.</summary>
    public IEnumerable<HeadCell> Apart() => _parts.Select(part => new HeadCell(part.Run, part.Line));

    /// <summary>Row of the head, from the top.</summary>
    public int Level { get; set; }

    public float OverlapX(float left, float right) => Math.Min(Box.Right, right) - Math.Max(Box.Left, left);

    public bool Covers(int column) => column >= FirstColumn && column <= LastColumn;

    /// <summary>
    /// Could a head above it stand over a run of columns? Over all of its columns, or none: a head does not part those of
    /// another, and repeats them only where the middles of the two are one above the other.
    /// </summary>
    public bool FitsUnder(HeadCell above, int first, int last)
    {
        bool apart = last < FirstColumn || first > LastColumn;
        bool within = first <= FirstColumn && last >= LastColumn;
        bool wider = last - first > LastColumn - FirstColumn;
        return apart || (within && (wider || Math.Abs(above.Box.CenterX - Box.CenterX) <= 0.5f * Box.Height));
    }

    /// <summary>Takes the run as the next line of the same text if it reads like one.</summary>
    public bool TryContinue(TextRun run, RunLine line, Block block)
    {
        Box last = _last.Box;
        bool aligned = Math.Abs(last.CenterX - run.Box.CenterX) <= 0.6f * line.Size
            || Math.Abs(last.Left - run.Box.Left) <= 0.2f * line.Size;
        bool continues = aligned
            && _line.Baseline > line.Baseline
            && _line.Baseline - line.Baseline <= (IsRestBelow(run, line) ? WideStep : BodyRows.LineStep) * line.Size
            && _last.OverlapX(run.Box.Left, run.Box.Right) >= 0.5f * Math.Min(last.Width, run.Box.Width)
            && line.Runs.Count(other => other.OverlapX(last.Left, last.Right) > 0) == 1
            && !block.IsRuledOff(run.Box.CenterX, _line.Baseline, line.Baseline)
            && !StandsOverOthers(run, line, block);
        if (continues)
        {
            Box = Box.Union(run.Box);
            (_last, _line) = (run, line);
            _parts.Add((run, line));
        }

        return continues;
    }

    /// <summary>What a line had no room for is narrower than it, and right in its middle.</summary>
    private bool IsRestBelow(TextRun run, RunLine line) =>
        run.Box.Width <= _last.Box.Width - 0.8f * line.Size && Math.Abs(run.Box.CenterX - _last.Box.CenterX) <= 0.2f * line.Size;

    /// <summary>
    /// The run ends the head of its column, and so do those beside it on the same line, above which stands nothing: heads of
    /// single columns beside a wrapped one would stand at the height of its middle.
    /// </summary>
    private bool StandsOverOthers(TextRun run, RunLine line, Block block)
    {
        int at = line.Runs.IndexOf(run);
        return at > 0 && at + 1 < line.Runs.Count
            && !_line.Runs.Exists(above => above.OverlapX(line.Runs[at - 1]) > 0 || above.OverlapX(line.Runs[at + 1]) > 0)
            && !block.Head.Any(below => below.Baseline < line.Baseline && line.Baseline - below.Baseline <= BodyRows.LineStep * line.Size
                && below.Runs.Exists(other => other.OverlapX(run) > 0));
    }
}
