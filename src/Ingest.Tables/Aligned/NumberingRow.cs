namespace Ingest.Tables.Aligned;

/// <summary>The row that numbers the columns: 1 2 3 … below the heads, ※ or 栏次 below those that name the rows.</summary>
internal static class NumberingRow
{
    /// <summary>Two columns may be numbered, but then by nothing else in their row than marks.</summary>
    private const int FewestNumbers = 2;

    /// <summary>The widest mark, in sizes of the text: two letters.</summary>
    private const float WidestMark = 2.3f;

    /// <summary>
    /// Its runs left to right; empty when the block has none. It is the first row with numbers, and its pieces may be set
    /// on baselines of their own.
    /// </summary>
    public static List<TextRun> Of(Block block)
    {
        List<TextRun> marks = [];
        RunLine? first = null;
        foreach (RunLine line in block.Lines.Skip(Math.Max(0, block.HeadLines - 1)).Take(4))
        {
            if (first is not null && first.Baseline - line.Baseline >= BodyRows.BesideStep * line.Size)
                break;
            if (!IsMarks(line))
            {
                if (first is null && line.Numbers == 0)
                    continue;
                return [];
            }

            if (first is null && line.Numbers == 0 && !NumbersBeside(block, line))
                continue;
            first ??= line;
            marks.AddRange(line.Runs);
        }

        marks.Sort(static (a, b) => a.Box.CenterX.CompareTo(b.Box.CenterX));
        return Counts(marks) ? marks : [];
    }

    /// <summary>Is the line such a row by itself, whatever stands around it?</summary>
    public static bool Is(RunLine line) => IsMarks(line) && Counts(line.Runs);

    private static bool IsMarks(RunLine line) =>
        line.Runs.TrueForAll(run => run.Box.Width <= WidestMark * line.Size && !run.IsAmount && (run.Count > 0 || !run.IsNumber));

    private static bool NumbersBeside(Block block, RunLine line) =>
        block.Lines.Exists(other => other.Numbers > 0 && Math.Abs(other.Baseline - line.Baseline) < BodyRows.BesideStep * line.Size);

    /// <summary>The numbers count from 1 without a gap.</summary>
    private static bool Counts(List<TextRun> marks)
    {
        int next = 1;
        foreach (TextRun mark in marks)
        {
            if (mark.IsNumber && mark.Count != next++)
                return false;
        }

        return next > FewestNumbers;
    }
}
