namespace Ingest.Tables.Aligned;

/// <summary>How the cells of one row are set when they have different numbers of lines.</summary>
internal enum CellSetting
{
    Middle,
    Top,
    Bottom,
}

/// <summary>
/// Puts the lines of wrapped texts together. In each column the lines are parted into texts so that every text stands
/// beside one row of figures only, lines that were full go on in the next, and nothing drawn runs through a text.
/// </summary>
internal sealed class WrappedTexts
{
    /// <summary>A line with less room than this behind it, in sizes of the text, was full before the next letter.</summary>
    private const float FullLine = 1.45f;

    /// <summary>Baselines closer than this, in sizes, stand beside one another.</summary>
    private const float Beside = 0.4f;

    /// <summary>Figures of one row are no farther apart, in sizes.</summary>
    private const float SameRow = 0.65f;

    /// <summary>Width of a digit, in sizes of the text.</summary>
    private const float MostOfDigit = 0.7f;

    /// <summary>No name has more lines.</summary>
    private const int MostLines = 8;

    // What speaks against a text: no figures beside it, figures beside it that are not at its height, a line that
    // ended short of the column and yet goes on, one that was full and does not; lines as far apart as rows are.
    private const float Alone = 1;
    private const float OtherRow = 1.5f;
    private const float OffHeight = 0.3f;
    private const float ShortLine = 2;
    private const float FullEnd = 0.25f;
    private const float StepOfRows = 0.75f;

    private readonly Block _block;
    private readonly List<CellStack>[] _columns;
    private readonly float[] _rights;
    private readonly float[] _anchors;
    private readonly float _leastOfRows;

    /// <param name="block">The block.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="except">Lines that play no part.</param>
    public WrappedTexts(Block block, ColumnSet columns, List<RunLine> except)
    {
        _block = block;
        List<CellStack> cells = Cells(block.Body.Except(except), columns);
        _columns = [.. Enumerable.Range(0, columns.Columns.Count).Select(column => cells.FindAll(cell => cell.Column == column))];
        _rights = RightEdges(cells, columns);
        _anchors = [.. cells.Where(IsCertain).Select(cell => cell.Top).OrderDescending()];
        _leastOfRows = LeastOfRows(block.EmSize);
    }

    /// <summary>How close rows of figures are at the closest.</summary>
    private float LeastOfRows(float em)
    {
        float least = float.MaxValue;
        for (int i = 1; i < _anchors.Length; i++)
            if (_anchors[i - 1] - _anchors[i] is var step && step > SameRow * em)
                least = Math.Min(least, step);
        return least;
    }

    /// <summary>The texts, and what speaks against parting the lines so.</summary>
    public (List<CellStack> Stacks, float Cost) Join(CellSetting setting)
    {
        List<CellStack> stacks = [];
        float cost = 0;
        foreach (List<CellStack> lines in _columns)
            cost += Part(lines, setting, stacks);
        return (stacks, cost);
    }

    /// <summary>The height that cells of one row share.</summary>
    public static float HeightOf(CellStack stack, CellSetting setting) => setting switch
    {
        CellSetting.Top => stack.Top,
        CellSetting.Bottom => stack.Bottom,
        _ => stack.Middle,
    };

    private float Part(List<CellStack> lines, CellSetting setting, List<CellStack> stacks)
    {
        int count = lines.Count;
        float[] costs = new float[count + 1];
        int[] starts = new int[count + 1];
        for (int end = 1; end <= count; end++)
        {
            costs[end] = float.MaxValue;
            float within = 0;
            for (int start = end - 1; start >= 0 && end - start <= MostLines; start--)
            {
                if (start < end - 1)
                {
                    if (!MayGoOn(lines[start].Lines[0], lines[start + 1].Lines[0]))
                        break;
                    within += IsFull(lines[start], lines[start + 1].Lines[0]) ? 0 : ShortLine;
                }

                bool isAsRows = start < end - 1 && lines[start].Top - lines[start + 1].Top >= _leastOfRows - 0.05f * _block.EmSize;
                float cost = costs[start] + within + (isAsRows ? StepOfRows : 0) + Fit(lines[start].Top, lines[end - 1].Bottom, setting)
                    + (end < count && IsFull(lines[end - 1], lines[end].Lines[0]) && MayGoOn(lines[end - 1].Lines[0], lines[end].Lines[0]) ? FullEnd : 0);
                if (cost < costs[end])
                    (costs[end], starts[end]) = (cost, start);
            }
        }

        int first = stacks.Count;
        for (int end = count; end > 0; end = starts[end])
        {
            CellStack stack = new(lines[starts[end]].Column, lines[starts[end]].Lines[0]);
            stack.Lines.AddRange(lines.Skip(starts[end] + 1).Take(end - starts[end] - 1).Select(line => line.Lines[0]));
            stacks.Insert(first, stack);
        }

        return costs[count];
    }

    /// <summary>How a text from one baseline to another stands to the rows of figures beside it.</summary>
    private float Fit(float top, float bottom, CellSetting setting)
    {
        float em = _block.EmSize;
        float height = setting switch { CellSetting.Top => top, CellSetting.Bottom => bottom, _ => (top + bottom) / 2 };
        float nearest = Beside;
        float farther = float.MaxValue;
        int rows = 0;
        int others = 0;
        float last = float.MaxValue;
        bool isBeside = false;
        foreach (float anchor in _anchors)
        {
            if (anchor > top + Beside * em || anchor < bottom - Beside * em)
                continue;
            float distance = Math.Abs(anchor - height) / em;
            nearest = Math.Min(nearest, distance);
            farther = Math.Min(farther, distance);
            // Figures so close that they are of one row stand at its height when one of them does.
            if (last - anchor > SameRow * em)
                (rows, others, isBeside) = (rows + 1, others + 1, false);
            if (distance <= Beside && !isBeside)
                (others, isBeside) = (others - 1, true);
            last = anchor;
        }

        // Beside the figures of one row alone, and these at one of its lines: set by half a line too high or too low.
        if (rows == 1 && nearest == Beside && farther < SameRow)
            return farther + OffHeight;
        return (nearest < Beside ? nearest : Alone) + others * OtherRow;
    }

    private bool MayGoOn(RunLine last, RunLine next)
    {
        float step = last.Baseline - next.Baseline;
        return step >= Beside * next.Size && step <= BodyRows.LineStep * next.Size
            && !last.Runs.Exists(run => run.IsAmount) && !next.Runs.Exists(run => run.IsAmount) && !next.Runs[0].IsItem
            && (!last.Runs.TrueForAll(run => run.IsNumber) || IsRestOfCode(last, next))
            && !_block.IsRuledOff(next.Runs[0].Box.CenterX, last.Middle, next.Middle);
    }

    /// <summary>A single digit right below two or three others: a code that its column is too narrow for.</summary>
    private static bool IsRestOfCode(RunLine last, RunLine next) =>
        last.Runs is [{ IsAmount: false } code] && next.Runs is [{ IsNumber: true } rest]
        && rest.Box.Width <= MostOfDigit * next.Size && code.Box.Width > 1.5f * rest.Box.Width
        && (Math.Abs(code.Box.CenterX - rest.Box.CenterX) <= Beside * next.Size || Math.Abs(code.Box.Left - rest.Box.Left) <= Beside * next.Size);

    /// <summary>It had no room for what the next line begins with.</summary>
    private bool IsFull(CellStack line, RunLine next)
    {
        float size = line.Lines[0].Size;
        return line.Lines[0].Right >= _rights[line.Column] - Math.Max(FullLine * size, next.Runs[0].Lead + size);
    }

    /// <summary>Figures, and texts too far from those above and below to be one with them, are of one line and show where a row is.</summary>
    private bool IsCertain(CellStack cell)
    {
        List<CellStack> column = _columns[cell.Column];
        int index = column.IndexOf(cell);
        bool isRest = index > 0 && IsRestOfCode(column[index - 1].Lines[0], cell.Lines[0]) && MayGoOn(column[index - 1].Lines[0], cell.Lines[0]);
        bool hasRest = index + 1 < column.Count && IsRestOfCode(cell.Lines[0], column[index + 1].Lines[0]) && MayGoOn(cell.Lines[0], column[index + 1].Lines[0]);
        if (cell.Lines[0].Runs.Exists(run => run.IsNumber) && !isRest && !hasRest)
            return true;
        return (index == 0 || !MayGoOn(column[index - 1].Lines[0], cell.Lines[0]))
            && (index + 1 == column.Count || !MayGoOn(cell.Lines[0], column[index + 1].Lines[0]));
    }

    /// <summary>What stands in one column on one baseline, top to bottom and left to right.</summary>
    private static List<CellStack> Cells(IEnumerable<RunLine> body, ColumnSet columns)
    {
        List<CellStack> cells = [];
        foreach (RunLine line in body)
        {
            int before = -1;
            foreach (TextRun run in line.Runs)
            {
                int column = columns.At(run.Box.CenterX);
                if (column == before)
                    cells[^1].Lines[0].Runs.Add(run);
                else
                    cells.Add(new CellStack(column, new RunLine([run], line.Baseline, line.Size)));
                before = column;
            }
        }

        return cells;
    }

    /// <summary>How far the texts of each column reach.</summary>
    private static float[] RightEdges(List<CellStack> lines, ColumnSet columns)
    {
        float[] rights = new float[columns.Columns.Count];
        foreach (CellStack line in lines)
            rights[line.Column] = Math.Max(rights[line.Column], Math.Min(line.Lines[0].Right, columns.Borders[line.Column + 1]));
        return rights;
    }
}
