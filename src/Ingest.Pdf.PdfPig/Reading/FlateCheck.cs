using System.Buffers.Binary;
using Ingest.Pdf.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Reading;

/// <summary>
/// PdfPig says nothing when compressed data break off, and hands the compressed bytes on when they are
/// broken. Their checksum (RFC 1950) tells.
/// </summary>
internal static class FlateCheck
{
    // Streams end with a line break or two before endstream, which some writers count in.
    private const int MostPadding = 2;

    private const int ChecksumLength = 4;

    private static readonly NameToken _parameters = NameToken.Create("DecodeParms");
    private static readonly NameToken _shortParameters = NameToken.Create("DP");

    /// <summary>False when the data are known to be cut off or broken; with a predictor it cannot be told.</summary>
    public static bool IsWhole(Memory<byte> input, Memory<byte> decoded, DictionaryToken dictionary)
    {
        if (input.Equals(decoded))
            return input.IsEmpty;
        if (dictionary.ContainsKey(_parameters) || dictionary.ContainsKey(_shortParameters))
            return true;
        uint sum = Adler32.Compute(decoded.Span);
        ReadOnlySpan<byte> stream = input.Span;
        for (int padding = 0; padding <= MostPadding && stream.Length - padding >= ChecksumLength; padding++)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(stream[^(ChecksumLength + padding)..]) == sum)
                return true;
        }

        return false;
    }
}
