using Ingest.Contract.Geometry;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>Removes lines, or the parts of lines, that cannot be seen: white on white, or painted over.</summary>
internal sealed class LineSight(Buffer<LinePiece> lines, Buffer<PaintedArea> areas, PaintedGround ground, Box page, ReadingBudget budget)
{
    // A fill that ends at a line's middle leaves half of it in sight.
    private const float CoverMargin = 0.3f;

    private CoverBands? _lying;
    private CoverBands? _standing;

    /// <param name="lines">Of the page; shortened.</param>
    /// <param name="areas">In painting order.</param>
    /// <param name="ground">Of these areas.</param>
    /// <param name="page">What is shown of it.</param>
    /// <param name="budget">Looked at now and then.</param>
    public static void RemoveHidden(Buffer<LinePiece> lines, Buffer<PaintedArea> areas, PaintedGround ground, Box page, ReadingBudget budget) =>
        new LineSight(lines, areas, ground, page, budget).RemoveHidden();

    private void RemoveHidden()
    {
        int kept = 0;
        // What is cut off the far end of a line is added, and looked at in its turn.
        for (int i = 0; i < lines.Count; i++)
        {
            budget.Check();
            LinePiece line = lines[i];
            if (!Vanishes(line) && !IsCutAway(ref line))
                lines[kept++] = line;
        }

        lines.Truncate(kept);
    }

    /// <summary>A line that crosses cells of several colours is judged by most of its way.</summary>
    private bool Vanishes(in LinePiece line)
    {
        if (!ground.MayVanish(line.Rgb))
            return false;
        int alike = 0;
        for (int quarter = 1; quarter <= 3; quarter++)
        {
            float along = line.Start + (line.Length * quarter / 4);
            int below = line.IsHorizontal
                ? ground.ColorBelow(line.AreasBefore, along, line.At, ignoreBars: true)
                : ground.ColorBelow(line.AreasBefore, line.At, along, ignoreBars: true);
            alike += Rgb.LookAlike(line.Rgb, below) ? 1 : 0;
        }

        return alike >= 2;
    }

    /// <summary>Shortens the line by what later areas hide; true when nothing is left.</summary>
    private bool IsCutAway(ref LinePiece line)
    {
        if (ground.LastCover < line.AreasBefore)
            return false;
        foreach (int i in CoversAt(line))
        {
            budget.Check();
            ref readonly PaintedArea area = ref areas[i];
            if (!Crosses(area.Box, line))
                continue;
            (float from, float to) = line.IsHorizontal ? (area.Box.Left, area.Box.Right) : (area.Box.Bottom, area.Box.Top);
            if (to <= line.Start || from >= line.End)
                continue;
            if (from <= line.Start && to >= line.End)
                return true;
            if (from <= line.Start)
            {
                line.Start = to;
            }
            else if (to >= line.End)
            {
                line.End = from;
            }
            else
            {
                if (lines.Count < Canvas.MostLines)
                    lines.Add(line with { Start = to, AreasBefore = i + 1 });
                line.End = from;
            }
        }

        return false;
    }

    private ReadOnlySpan<int> CoversAt(in LinePiece line) => line.IsHorizontal
        ? (_lying ??= new CoverBands(areas, page.Bottom, page.Height, upright: false, budget)).At(line.At, line.AreasBefore)
        : (_standing ??= new CoverBands(areas, page.Left, page.Width, upright: true, budget)).At(line.At, line.AreasBefore);

    private static bool Crosses(Box area, in LinePiece line)
    {
        float margin = (line.Thickness / 2) + CoverMargin;
        return line.IsHorizontal
            ? line.At - margin > area.Bottom && line.At + margin < area.Top
            : line.At - margin > area.Left && line.At + margin < area.Right;
    }
}
