namespace Ingest.Tables.Aligned;

/// <summary>
/// Shares out rows among names of several rows that stand beside the first, or all beside the last, of their own, as cells set to
/// their top or bottom do.
/// </summary>
/// <param name="Labels">Lines of the names of several rows, top to bottom.</param>
/// <param name="Items">Lines of the names of single rows, top to bottom.</param>
internal sealed record GroupEdges(List<(TextRun Run, float Baseline)> Labels, List<(TextRun Run, float Baseline)> Items, float EmSize)
{
    /// <summary>What stands side by side differs by no more in height, in sizes of the text; lines of one text and rows are set apart differently.</summary>
    private const float SameHeight = 0.12f;

    /// <summary>A line with less room than this behind it, in sizes, was full before the next letter.</summary>
    private const float FullLine = 0.95f;

    /// <summary>Items of one column begin no farther apart; a total in the middle of two columns does.</summary>
    private const float SameLeft = 0.3f;

    /// <summary>The first and the last row of each name; null when they do not share out all rows, or as well from either end.</summary>
    public List<(float First, float Last)>? Shared() => (Shared(atTop: true), Shared(atTop: false)) switch
    {
        ({ } top, null) => top,
        (null, { } bottom) => bottom,
        _ => null,
    };

    private List<(float First, float Last)>? Shared(bool atTop)
    {
        List<(TextRun Run, float Baseline)> rows = WithoutTotals();
        if (Names(atTop) is not { Count: >= 2 } names || rows.Count < 2 * names.Count)
            return null;
        List<(float First, float Last)> runs = [];
        int row = 0;
        for (int name = 0; name < names.Count; name++)
        {
            int own = rows.FindIndex(item => AreLevel(item.Run, names[name]));
            int next = name + 1 < names.Count ? rows.FindIndex(item => AreLevel(item.Run, names[name + 1])) : rows.Count;
            int last = atTop ? next - 1 : own;
            if (own < row || last < own || (atTop && own != row))
                return null;
            runs.Add((rows[row].Baseline, rows[last].Baseline));
            row = last + 1;
        }

        return row == rows.Count ? runs : null;
    }

    /// <summary>A total of the whole list is its first or its last row and no name of a group is for it.</summary>
    private List<(TextRun Run, float Baseline)> WithoutTotals()
    {
        int first = IsTotal(0) ? 1 : 0;
        int last = Items.Count > first && IsTotal(Items.Count - 1) ? Items.Count - 1 : Items.Count;
        return Items.GetRange(first, last - first);

        bool IsTotal(int row) => Items[row].Run.IsTotal
            || !Items.Where((_, other) => other != row).Any(other => Math.Abs(other.Run.Box.Left - Items[row].Run.Box.Left) <= SameLeft * EmSize);
    }

    /// <summary>
    /// Of each name the line that stands beside a row. The others are as close as lines of a text are, behind a line that is full,
    /// and at the height of no row; null when some line is neither.
    /// </summary>
    private List<TextRun>? Names(bool atTop)
    {
        float full = Labels.Max(label => label.Run.Box.Right) - FullLine * EmSize;
        List<TextRun> names = [];
        for (int line = 0; line < Labels.Count; line++)
        {
            TextRun run = Labels[line].Run;
            bool isBeside = Items.Exists(item => AreLevel(item.Run, run));
            // At the top of a cell the text goes on below its first line, at the bottom its last has the others above it.
            int upper = atTop ? line - 1 : line;
            bool isRest = upper >= 0 && upper + 1 < Labels.Count && Labels[upper].Run.Box.Right >= full
                && Labels[upper].Baseline - Labels[upper + 1].Baseline <= BodyRows.LineStep * EmSize;
            if (isBeside == isRest)
                return null;
            if (isBeside)
                names.Add(run);
        }

        return names;
    }

    private bool AreLevel(TextRun one, TextRun other) => Math.Abs(one.Box.Bottom - other.Box.Bottom) <= SameHeight * EmSize;
}
