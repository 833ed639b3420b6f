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
        var lines = new HeadingLines([.. above.Skip(first)]);
        FoundTitle? found = FindTitle(lines);
        int used = found?.Start ?? lines.FirstOfHeading();
        string? label = found?.Title.Label;
        for (int i = used; i < lines.Count && label is null; i++)
            label = HeadingLine.LabelAlone(lines[i]);
        if (label is null && found is not null && used > 0 && HeadingLine.LabelAlone(lines[used - 1]) is { } before)
            (label, used) = (before, used - 1);
        if (found is null && label is not null)
            found = lines.NamedByLabel(used);
        return new TableHeading
        {
            Label = label,
            Title = found is { IsKnown: true } ? found.Title.Title : null,
            Foreign = found is { IsKnown: false } ? found.Title.Title : found is null ? label : null,
            MatchedTitle = found?.Title.Folded ?? "",
            IsContinued = found?.Title.IsContinued ?? false,
            Department = lines.Department,
            Unit = lines.Unit,
            Lines = [.. above.Skip(first + Math.Min(used, found?.Start ?? used))],
            EndsTheLines = found is not null && lines.HasOnlyRemarksAfter(found.End),
            NearestText = lines.Nearest(),
        };
    }

    /// <summary>
    /// The title of a known statement, unless one of another table stands nearer or the line above shows that the known one is
    /// only its second half.
    /// </summary>
    private FoundTitle? FindTitle(HeadingLines lines)
    {
        FoundTitle? known = FindKnown(lines);
        if (known is not null && lines.BeginsAbove(known.Start) is { } begin && TableTitle.In(lines.Join(begin, known.End), lines.Department) is { } whole)
            known = new FoundTitle(begin, known.End, whole, IsKnown: false);
        for (int end = lines.Count - 1; end > (known?.End ?? -1); end--)
        {
            if (!lines.MayBeTitle(end))
                continue;
            int start = lines.BeginsAbove(end) ?? end;
            if (TableTitle.In(lines.Join(start, end), lines.Department) is { } title)
                return new FoundTitle(start, end, title, IsKnown: false);
        }

        return known;
    }

    private FoundTitle? FindKnown(HeadingLines lines)
    {
        FoundTitle? best = null;
        (double Score, int Letters) bestFit = default;
        for (int end = lines.Count - 1; end >= 0; end--)
        {
            string joined = "";
            for (int count = 1; count <= MostTitleLines && end - count + 1 >= 0; count++)
            {
                if (lines[end - count + 1] is not { } text)
                    break;
                joined = text + joined;
                if (!titles.MayHold(joined))
                    continue;
                TitleLine title = TitleLine.Parse(joined, lines.Department);
                (double Score, int Letters) fit = titles.Best(title.Folded);
                if (fit.Score > 0 && IsBetter(fit, count, bestFit, best?.Lines ?? int.MaxValue))
                    (best, bestFit) = (new FoundTitle(end - count + 1, end, title, IsKnown: true), fit);
            }
        }
        return best;
    }

    /// <summary>The longer title, then the closer fit, then the fewer lines; of equals the one nearer the table.</summary>
    private static bool IsBetter((double Score, int Letters) fit, int lines, (double Score, int Letters) bestFit, int bestLines) =>
        (fit.Letters, fit.Score, -lines).CompareTo((bestFit.Letters, bestFit.Score, -bestLines)) > 0;
}

/// <summary>Where a title stands among the lines above a table.</summary>
/// <param name="IsKnown">It is the title of a statement that some layout has.</param>
internal sealed record FoundTitle(int Start, int End, TitleLine Title, bool IsKnown)
{
    public int Lines => End - Start + 1;
}
