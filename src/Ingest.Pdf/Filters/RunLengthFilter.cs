namespace Ingest.Pdf.Filters;

/// <summary>ISO 32000-1, 7.4.5.</summary>
internal static class RunLengthFilter
{
    private const int EndOfData = 128;

    /// <returns>False when the data ends within a run; what is there of the run has been written.</returns>
    public static bool Decode(ReadOnlySpan<byte> input, BoundedBuffer output)
    {
        Span<byte> run = stackalloc byte[EndOfData];
        int at = 0;
        while (at < input.Length && input[at] != EndOfData)
        {
            int length = input[at++];
            if (length < EndOfData)
            {
                int count = Math.Min(length + 1, input.Length - at);
                if (!output.Append(input.Slice(at, count)))
                    return true;
                at += count;
                if (count <= length)
                    return false;
            }
            else
            {
                if (at == input.Length)
                    return false;
                Span<byte> repeated = run[..(257 - length)];
                repeated.Fill(input[at++]);
                if (!output.Append(repeated))
                    return true;
            }
        }

        return true;
    }
}
