namespace Ingest.Pdf.Filters;

/// <summary>The checksum at the end of zlib data (RFC 1950, 8.2).</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    // The most bytes whose sums fit 32 bits before the remainder is due.
    private const int Stretch = 5552;

    public static uint Compute(ReadOnlySpan<byte> data)
    {
        uint sum = 1;
        uint sumOfSums = 0;
        while (!data.IsEmpty)
        {
            ReadOnlySpan<byte> stretch = data[..Math.Min(Stretch, data.Length)];
            data = data[stretch.Length..];
            foreach (byte value in stretch)
            {
                sum += value;
                sumOfSums += sum;
            }

            sum %= Modulus;
            sumOfSums %= Modulus;
        }

        return (sumOfSums << 16) | sum;
    }
}
