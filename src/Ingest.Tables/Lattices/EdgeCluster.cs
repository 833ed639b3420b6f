using System.Runtime.InteropServices;

namespace Ingest.Tables.Lattices;

/// <summary>Makes one border position of several that differ by less than a tolerance.</summary>
internal static class EdgeCluster
{
    /// <summary>The means of the clusters, ascending; <paramref name="positions"/> is sorted in place.</summary>
    public static float[] Of(List<float> positions, float tolerance)
    {
        Span<float> sorted = CollectionsMarshal.AsSpan(positions);
        sorted.Sort();
        List<float> edges = [];
        for (int from = 0; from < sorted.Length;)
        {
            int to = from;
            double sum = 0;
            while (to < sorted.Length && sorted[to] - sorted[from] <= tolerance)
                sum += sorted[to++];
            edges.Add((float)(sum / (to - from)));
            from = to;
        }

        return [.. edges];
    }

    /// <summary>Index of the edge nearest to a position.</summary>
    public static int Nearest(float[] ascending, float position)
    {
        int index = Array.BinarySearch(ascending, position);
        if (index >= 0)
            return index;
        index = ~index;
        if (index == 0)
            return 0;
        if (index == ascending.Length)
            return index - 1;
        return position - ascending[index - 1] <= ascending[index] - position ? index - 1 : index;
    }
}
