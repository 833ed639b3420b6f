using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;

namespace Ingest.Core.Layouts;

/// <summary>Reads the heading of a table from the lines above it, the nearest title first.</summary>
internal sealed class HeadingReader(TitleIndex titles)
{
    /// <summary>A title, its label, the body, the unit and a subtitle are fewer lines than this.</summary>
    private const int MostLines = 12;

    /// <summary>A title is broken over no more lines.</summary>
    private const int MostTitleLines = 3;

    /// <param name="above">Lines above the table and below the one before, top to bottom.</param>
    public TableHeading Read(IReadOnlyList<TextLine> above)
    {
        int first = Math.Max(0, above.Count - MostLines);
        string?[] texts = [.. above.Skip(first).Select(line => HeadingLine.IsSentence(line.Text) ? null : PrintedText.Compact(line.Text))];
        string? department = null;
        AmountUnit? unit = null;
        foreach (string? text in texts)
        {
            // The line nearest the table wins, so later ones overwrite.
            unit = HeadingLine.UnitIn(text) ?? unit;
            department = HeadingLine.DepartmentIn(text) ?? department;
        }
        (int start, int count, TitleLine title)? found = FindTitle(texts, department);
        int used = found?.start ?? FirstOf(texts);
        string? label = found?.title.Label;
        for (int i = used; i < texts.Length && label is null; i++)
            label = HeadingLine.LabelAlone(texts[i]);
        if (label is null && found is not null && used > 0 && HeadingLine.LabelAlone(texts[used - 1]) is { } before)
            (label, used) = (before, used - 1);
        return new TableHeading
        {
            Label = label,
            Title = found?.title.Title,
            MatchedTitle = found?.title.Folded ?? "",
            IsContinued = found?.title.IsContinued ?? false,
            Department = department,
            Unit = unit,
            Lines = [.. above.Skip(first + used)],
            NearestText = above.Count == 0 ? null : PrintedText.Compact(above[^1].Text),
        };
    }

    private (int Start, int Count, TitleLine Title)? FindTitle(string?[] texts, string? department)
    {
        (int Start, int Count, TitleLine Title)? best = null;
        (double Score, int Letters) bestFit = default;
        for (int end = texts.Length - 1; end >= 0; end--)
        {
            string joined = "";
            for (int count = 1; count <= MostTitleLines && end - count + 1 >= 0; count++)
            {
                if (texts[end - count + 1] is not { } text)
                    break;
                joined = text + joined;
                if (!titles.MayHold(joined))
                    continue;
                TitleLine title = TitleLine.Parse(joined, department);
                (double Score, int Letters) fit = titles.Best(title.Folded);
                if (fit.Score > 0 && IsBetter(fit, count, bestFit, best?.Count ?? int.MaxValue))
                    (best, bestFit) = ((end - count + 1, count, title), fit);
            }
        }
        return best;
    }

    /// <summary>The longer title, then the closer fit, then the fewer lines; of equals the one nearer the table.</summary>
    private static bool IsBetter((double Score, int Letters) fit, int lines, (double Score, int Letters) bestFit, int bestLines) =>
        (fit.Letters, fit.Score, -lines).CompareTo((bestFit.Letters, bestFit.Score, -bestLines)) > 0;

    /// <summary>Without a title, the heading is what names the unit, the body or the label.</summary>
    private static int FirstOf(string?[] texts)
    {
        int first = Array.FindIndex(texts, text =>
            HeadingLine.UnitIn(text) is not null || HeadingLine.DepartmentIn(text) is not null || HeadingLine.LabelAlone(text) is not null);
        return first < 0 ? texts.Length : first;
    }
}
