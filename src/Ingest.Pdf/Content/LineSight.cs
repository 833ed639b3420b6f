using Ingest.Contract.Geometry;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>Removes lines, or the parts of lines, that cannot be seen: white on white, or painted over.</summary>
internal static class LineSight
{
    // A fill that ends at a line's middle leaves half of it in sight.
    private const float CoverMargin = 0.3f;

    public static void RemoveHidden(Buffer<LinePiece> lines, Buffer<PaintedArea> areas, PaintedGround ground, ReadingBudget budget)
    {
        int kept = 0;
        // What is cut off the far end of a line is added, and looked at in its turn.
        for (int i = 0; i < lines.Count; i++)
        {
            budget.Check();
            LinePiece line = lines[i];
            if (!Vanishes(line, ground) && !IsCutAway(ref line, lines, areas, ground, budget))
                lines[kept++] = line;
        }

        lines.Truncate(kept);
    }

    /// <summary>A line that crosses cells of several colours is judged by most of its way.</summary>
    private static bool Vanishes(in LinePiece line, PaintedGround ground)
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
    private static bool IsCutAway(
        ref LinePiece line, Buffer<LinePiece> lines, Buffer<PaintedArea> areas, PaintedGround ground, ReadingBudget budget)
    {
        for (int i = line.AreasBefore; i <= ground.LastCover; i++)
        {
            budget.Check();
            ref readonly PaintedArea area = ref areas[i];
            if (!area.Covers || !Crosses(area.Box, line))
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

    private static bool Crosses(Box area, in LinePiece line)
    {
        float margin = (line.Thickness / 2) + CoverMargin;
        return line.IsHorizontal
            ? line.At - margin > area.Bottom && line.At + margin < area.Top
            : line.At - margin > area.Left && line.At + margin < area.Right;
    }
}
