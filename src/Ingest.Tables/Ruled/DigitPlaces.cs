using Ingest.Contract.Geometry;

namespace Ingest.Tables.Ruled;

/// <summary>
/// Hairlines that part the places of digits within amount cells, as account books have them. They stand in even steps narrower
/// than any column and end below the head, where the borders of the columns go on.
/// </summary>
internal static class DigitPlaces
{
    /// <summary>Steps at most as wide as this, in sizes of the text.</summary>
    private const float WidestStep = 1.3f;

    /// <summary>The widest step of a row of places over the narrowest.</summary>
    private const float Evenness = 1.35f;

    /// <summary>Fewer steps side by side than this are narrow columns.</summary>
    private const int LeastSteps = 3;

    /// <summary>Takes the hairlines out of the upright lines of a page.</summary>
    /// <param name="vertical">From left to right; shortened.</param>
    /// <param name="em">Size of the page's text.</param>
    /// <param name="tolerance">As <see cref="PageRules.Tolerance"/>.</param>
    /// <param name="places">Receives where they stood.</param>
    public static void Remove(List<Line> vertical, float em, float tolerance, List<Box> places)
    {
        for (int first = 0; first < vertical.Count;)
        {
            int last = first;
            while (last + 1 < vertical.Count && IsStep(vertical, first, last, em))
                last++;
            if (last - first >= LeastSteps)
                last -= RemoveWithin(vertical, first, last, tolerance, places);
            first = Math.Max(last, first + 1);
        }
    }

    private static bool IsStep(List<Line> lines, int first, int last, float em)
    {
        float step = lines[last + 1].At - lines[last].At;
        if (step > WidestStep * em || lines[last].Overlap(lines[last + 1].Start, lines[last + 1].End) <= 0)
            return false;
        float before = last > first ? lines[last].At - lines[last - 1].At : step;
        // The last step before a border may be what the others leave.
        return Math.Max(step, before) <= Evenness * Math.Min(step, before) || last - first >= LeastSteps;
    }

    /// <summary>Removes those that end lowest; where all end alike, nobody knows which are borders.</summary>
    private static int RemoveWithin(List<Line> lines, int first, int last, float tolerance, List<Box> places)
    {
        float lowest = lines.GetRange(first, last - first + 1).Min(line => line.End) + tolerance;
        if (lines.GetRange(first, last - first + 1).TrueForAll(line => line.End <= lowest))
            return 0;
        int removed = 0;
        for (int i = last; i >= first; i--)
        {
            if (lines[i].End > lowest)
                continue;
            places.Add(new Box(lines[i].At, lines[i].Start, lines[i].At, lines[i].End));
            lines.RemoveAt(i);
            removed++;
        }

        return removed;
    }
}
