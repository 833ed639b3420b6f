using System.Runtime.InteropServices;

namespace Ingest.Tables.Ruled;

/// <summary>Splits the lines of a page into groups that hang together: the candidates for ruled tables.</summary>
internal static class LineGroups
{
    /// <summary>
    /// Pairs of lines that are compared before the page is taken for a drawing. A page full of tables has
    /// some ten thousand.
    /// </summary>
    private const int MaximumPairs = 4_000_000;

    /// <summary>
    /// Groups ordered by their topmost, then leftmost horizontal line, lone vertical lines last; null when
    /// there are more crossings than any table has.
    /// </summary>
    public static List<LineGroup>? Of(PageRules rules, CancellationToken cancellation)
    {
        int horizontals = rules.Horizontal.Count;
        int[] parents = new int[horizontals + rules.Vertical.Count];
        for (int i = 0; i < parents.Length; i++)
            parents[i] = i;
        return Connect(rules, parents, cancellation) ? Collect(rules, parents) : null;
    }

    private static bool Connect(PageRules rules, int[] parents, CancellationToken cancellation)
    {
        ReadOnlySpan<Line> horizontal = CollectionsMarshal.AsSpan(rules.Horizontal);
        int pairs = 0;
        for (int v = 0; v < rules.Vertical.Count; v++)
        {
            cancellation.ThrowIfCancellationRequested();
            Line vertical = rules.Vertical[v];
            int h = FirstAtOrAbove(horizontal, vertical.Start - rules.Tolerance);
            for (; h < horizontal.Length && horizontal[h].At <= vertical.End + rules.Tolerance; h++)
            {
                if (++pairs > MaximumPairs)
                    return false;
                if (vertical.At >= horizontal[h].Start - rules.Tolerance && vertical.At <= horizontal[h].End + rules.Tolerance)
                    Unite(parents, h, horizontal.Length + v);
            }
        }

        return true;
    }

    private static int FirstAtOrAbove(ReadOnlySpan<Line> sorted, float at)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle].At < at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static List<LineGroup> Collect(PageRules rules, int[] parents)
    {
        Dictionary<int, LineGroup> groups = [];
        List<LineGroup> ordered = [];
        int horizontals = rules.Horizontal.Count;
        for (int h = horizontals - 1; h >= 0; h--)
            GroupOf(h).Horizontal.Add(rules.Horizontal[h]);
        for (int v = 0; v < rules.Vertical.Count; v++)
            GroupOf(horizontals + v).Vertical.Add(rules.Vertical[v]);
        return ordered;

        LineGroup GroupOf(int line)
        {
            int root = Root(parents, line);
            if (!groups.TryGetValue(root, out LineGroup? group))
            {
                groups.Add(root, group = new LineGroup());
                ordered.Add(group);
            }

            return group;
        }
    }

    private static int Root(int[] parents, int line)
    {
        while (parents[line] != line)
            line = parents[line] = parents[parents[line]];
        return line;
    }

    private static void Unite(int[] parents, int a, int b)
    {
        (a, b) = (Root(parents, a), Root(parents, b));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
