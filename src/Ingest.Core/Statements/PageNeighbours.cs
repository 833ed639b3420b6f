using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Core.Statements;

/// <summary>The lines of a page that stand above or below one of its grids and belong to no other.</summary>
internal static class PageNeighbours
{
    public static ImmutableArray<TextLine> Above(PageContent page, int onPage)
    {
        Box grid = page.Grids[onPage].Box;
        float upper = page.Grids.Where(other => other.Box.Bottom > grid.CenterY && !IsAside(other.Box, grid)).Select(other => other.Box.Bottom).DefaultIfEmpty(float.MaxValue).Min();
        return Between(page, onPage, upper, grid.Top);
    }

    public static ImmutableArray<TextLine> Below(PageContent page, int onPage)
    {
        Box grid = page.Grids[onPage].Box;
        float lower = page.Grids.Where(other => other.Box.Top < grid.CenterY && !IsAside(other.Box, grid)).Select(other => other.Box.Top).DefaultIfEmpty(float.MinValue).Max();
        return Between(page, onPage, grid.Bottom, lower);
    }

    /// <summary>Beside tables that stand next to each other, each has the lines above and below its own columns.</summary>
    private static ImmutableArray<TextLine> Between(PageContent page, int onPage, float upper, float lower)
    {
        Box grid = page.Grids[onPage].Box;
        float left = float.MinValue, right = float.MaxValue;
        foreach (Grid other in page.Grids)
            if (IsAside(other.Box, grid) && other.Box.Bottom < grid.Top && other.Box.Top > grid.Bottom)
                (left, right) = other.Box.Left >= grid.Right - 1
                    ? (left, Math.Min(right, (other.Box.Left + grid.Right) / 2))
                    : (Math.Max(left, (other.Box.Right + grid.Left) / 2), right);
        return [.. page.Lines.Where(line => line.Box.CenterY < upper && line.Box.CenterY > lower && line.Box.CenterX > left && line.Box.CenterX < right)];
    }

    private static bool IsAside(Box other, Box grid) => other.Left >= grid.Right - 1 || other.Right <= grid.Left + 1;
}
