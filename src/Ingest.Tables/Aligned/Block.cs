using Ingest.Contract.Geometry;
using Ingest.Tables.Ruled;

namespace Ingest.Tables.Aligned;

/// <summary>Lines of text that may be one table, with the lines and shades drawn around them.</summary>
internal sealed class Block
{
    private List<float>? _rowRules;
    private List<Line>? _rulesOfRows;

    /// <summary>Top to bottom, reduced to the runs within the block's sides.</summary>
    public required List<RunLine> Lines { get; init; }

    /// <summary>How many of <see cref="Lines"/> stand above the first line with figures.</summary>
    public required int HeadLines { get; init; }

    /// <summary>Horizontal lines from side to side, top to bottom; empty for a table without lines.</summary>
    public List<float> Rules { get; init; } = [];

    /// <summary>Horizontal lines that run over some columns only, as under a head of several columns.</summary>
    public List<Line> PartialRules { get; init; } = [];

    /// <summary>x where a fill or a partial line ends: borders of columns.</summary>
    public List<float> ColumnHints { get; init; } = [];

    /// <summary>Sides that lines or shades give; null where only the text does.</summary>
    public (float Left, float Right)? Sides { get; init; }

    /// <summary>Rows are set apart by shades: a name of several rows may stand on the edge of one, as it could not on a line.</summary>
    public bool IsStriped { get; init; }

    /// <summary>Known to be a list of two columns.</summary>
    public bool IsList { get; init; }

    /// <summary>
    /// Lines between rows: those from side to side, and below the head those that end at the right side and begin at a column,
    /// beside a cell that goes on from row to row.
    /// </summary>
    public List<float> RowRules => _rowRules ??= [.. Rules.Concat(RulesOfRows.Select(rule => rule.At)).Distinct().OrderDescending()];

    /// <summary>The lines between rows that leave out the first columns.</summary>
    public List<Line> RulesOfRows => _rulesOfRows ??= HeadLines >= Lines.Count ? [] : PartialRules.FindAll(rule =>
        rule.At < Lines[HeadLines].Middle
        && rule.End >= Right - EmSize && rule.Length >= LeastOfRow * (Right - Left)
        && !Rules.Exists(at => Math.Abs(at - rule.At) < 1));

    /// <summary>Part of the table's width that a line between two rows has at least.</summary>
    private const float LeastOfRow = 0.4f;

    /// <summary>The same with other lines of text, of which the same are its head.</summary>
    public Block With(List<RunLine> lines) => new()
    {
        Lines = lines,
        HeadLines = HeadLines,
        Rules = Rules,
        PartialRules = PartialRules,
        ColumnHints = ColumnHints,
        Sides = Sides,
        IsList = IsList,
        IsStriped = IsStriped,
    };

    public IEnumerable<RunLine> Head => Lines.Take(HeadLines);

    public IEnumerable<RunLine> Body => Lines.Skip(HeadLines);

    public float Left => Sides?.Left ?? Lines.Min(line => line.Left);

    public float Right => Sides?.Right ?? Lines.Max(line => line.Right);

    /// <summary>Where its texts begin and end, whatever is drawn.</summary>
    public float TextLeft => Lines.Min(line => line.Left);

    public float TextRight => Lines.Max(line => line.Right);

    /// <summary>Size of most of the text, the unit of gaps.</summary>
    public float EmSize
    {
        get
        {
            List<float> sizes = [.. Lines.Select(line => line.Size)];
            sizes.Sort();
            return sizes[sizes.Count / 2];
        }
    }

    /// <summary>Does a line run between two heights at x?</summary>
    public bool IsRuledOff(float x, float upper, float lower) =>
        Rules.Exists(at => at < upper && at > lower)
        || PartialRules.Exists(rule => rule.At < upper && rule.At > lower && x >= rule.Start && x <= rule.End);

    /// <summary>
    /// Is x outside the line drawn directly under a head of several columns? False when that line runs
    /// from side to side, or there is none.
    /// </summary>
    public bool IsBeyondRule(Box head, float x) =>
        RuleUnder(head) is { } rule && (x < rule.Start || x > rule.End);

    /// <summary>Is a line drawn directly under a head from one x to another?</summary>
    public bool IsRuledUnder(Box head, float from, float to) =>
        RuleUnder(head) is { } rule && rule.Start <= from && rule.End >= to;

    /// <summary>The nearest line under a text that spans some columns, unless one that spans all is nearer.</summary>
    private Line? RuleUnder(Box head)
    {
        Line? nearest = null;
        foreach (Line rule in PartialRules)
        {
            if (rule.At < head.CenterY && head.Bottom - rule.At < 2 * EmSize && head.CenterX >= rule.Start && head.CenterX <= rule.End
                && (nearest is null || rule.At > nearest.Value.At))
            {
                nearest = rule;
            }
        }

        return nearest is { } found && Rules.Exists(at => at < head.CenterY && at > found.At) ? null : nearest;
    }
}
