namespace Ingest.Tables.Aligned;

/// <summary>Counts what speaks against a way to take texts for columns; nothing does in a table that is read right.</summary>
internal static class ColumnTrouble
{
    // How much each flaw weighs. Two amounts in one cell are certainly wrong; a text that is cut or stands in a
    // column of amounts may be a label over several columns.
    private const int TwoAmounts = 4;
    private const int CutNumber = 3;
    private const int CutText = 1;
    private const int CutHead = 2;
    private const int Headless = 2;
    private const int Mixed = 3;
    private const int TwoMarks = 5;
    private const int CodesBesideNames = 1;

    // Nothing below a head that stands higher than its neighbours: it may be theirs, over both.
    private const int HighAndEmpty = 1;

    /// <summary>So many codes beside names in one column are two columns, if there are heads for them.</summary>
    private const int FewestCodes = 3;

    /// <summary>A text wider than this part of the table is a note.</summary>
    private const float NoteWidth = 0.4f;

    /// <summary>How far, in sizes of the text, a text may reach over a border.</summary>
    private const float Touch = 0.3f;

    public static int Of(ColumnSet set, Block block)
    {
        float touch = Touch * block.EmSize;
        int trouble = 0;
        int codes = 0;
        int[] amounts = new int[set.Columns.Count];
        int[] texts = new int[set.Columns.Count];
        float wide = NoteWidth * (set.Borders[^1] - set.Borders[0]);
        foreach (RunLine line in block.Body)
        {
            int before = -1;
            int code = -1;
            foreach (TextRun run in line.Runs)
            {
                int column = set.At(run.Box.CenterX);
                if (!run.IsNumber && run.Box.Width > wide)
                    continue;
                trouble += IsCut(set, line, run, touch) ? run.IsNumber ? CutNumber : CutText : 0;
                trouble += run.IsAmount && column == before ? TwoAmounts : 0;
                before = run.IsAmount ? column : -1;
                codes += !run.IsNumber && column == code ? 1 : 0;
                code = run.IsNumber && !run.IsAmount ? column : -1;
                (run.IsAmount ? amounts : texts)[column]++;
            }
        }

        List<TextRun> marks = NumberingRow.Of(block);
        for (int mark = 1; mark < marks.Count; mark++)
            trouble += set.At(marks[mark].Box.CenterX) == set.At(marks[mark - 1].Box.CenterX) ? TwoMarks : 0;
        trouble += codes >= FewestCodes ? CodesBesideNames : 0;
        bool hasHead = block.HeadLines > 0;
        for (int column = 0; column < amounts.Length; column++)
        {
            if (hasHead && set.Columns[column].Head is null)
                trouble += Headless;
            // Single texts among amounts are the number of the column and the label of a total.
            if (amounts[column] > 2 && texts[column] > 2)
                trouble += Mixed * Math.Min(3, Math.Min(amounts[column], texts[column]) - 2);
        }

        for (int column = 1; column < amounts.Length - 1; column++)
        {
            if (amounts[column] + texts[column] == 0 && IsHigher(set.Columns[column], set.Columns[column - 1], block) && IsHigher(set.Columns[column], set.Columns[column + 1], block))
                trouble += HighAndEmpty;
        }

        foreach (HeadCell leaf in set.Heads.Leaves)
        {
            if (set.At(leaf.Box.Left + touch) != set.At(leaf.Box.Right - touch))
                trouble += CutHead;
        }

        return trouble;
    }

    private static bool IsHigher(Column column, Column neighbour, Block block) =>
        column.Head is { } head && neighbour.Head is { } other && head.Box.CenterY - other.Box.CenterY > 0.5f * block.EmSize;

    /// <summary>Is it in several columns? A text may stand in the middle of columns that are empty beside it, like 合计 over codes and name.</summary>
    private static bool IsCut(ColumnSet set, RunLine line, TextRun run, float touch)
    {
        float inset = Math.Min(touch, run.Box.Width / 2);
        (int first, int last) = (set.At(run.Box.Left + inset), set.At(run.Box.Right - inset));
        if (first == last)
            return false;
        return run.IsNumber || line.Runs.Exists(other => other != run && set.At(other.Box.CenterX) is int column && column >= first && column <= last);
    }
}
