using System.Runtime.Intrinsics;

namespace Ingest.Pdf.Filters;

/// <summary>The checksum at the end of zlib data (RFC 1950, 8.2).</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    // The most bytes whose sums fit 32 bits before the remainder is due.
    private const int Stretch = 5552;

    // How often each byte of a block is in the sums that follow it, its own included.
    private static readonly Vector128<ushort> _firstTimes = Vector128.Create((ushort)16, 15, 14, 13, 12, 11, 10, 9);
    private static readonly Vector128<ushort> _lastTimes = Vector128.Create((ushort)8, 7, 6, 5, 4, 3, 2, 1);

    public static uint Compute(ReadOnlySpan<byte> data)
    {
        uint sum = 1;
        uint sumOfSums = 0;
        while (!data.IsEmpty)
        {
            ReadOnlySpan<byte> stretch = data[..Math.Min(Stretch, data.Length)];
            data = data[stretch.Length..];
            for (; stretch.Length >= Vector128<byte>.Count; stretch = stretch[Vector128<byte>.Count..])
            {
                (Vector128<ushort> first, Vector128<ushort> last) = Vector128.Widen(Vector128.Create(stretch));
                sumOfSums += ((uint)Vector128<byte>.Count * sum) + Vector128.Sum((first * _firstTimes) + (last * _lastTimes));
                sum += Vector128.Sum(first + last);
            }

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
