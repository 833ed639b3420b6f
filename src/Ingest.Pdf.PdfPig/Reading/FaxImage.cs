using Ingest.Contract.Pages;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Reading;

/// <summary>Unpacks facsimile images (CCITTFaxDecode) with PdfPig's filter.</summary>
public static class FaxImage
{
    /// <summary>Rows of one bit per pixel, 1 is white, each row begun on a whole byte; damage leaves the rest white.</summary>
    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, FaxParameters parameters, int height)
    {
        var written = new Dictionary<NameToken, IToken>
        {
            [NameToken.K] = new NumericToken(parameters.K),
            [NameToken.Columns] = new NumericToken(parameters.Columns),
            [NameToken.Rows] = new NumericToken(parameters.Rows > 0 ? parameters.Rows : height),
            [NameToken.BlackIs1] = parameters.BlackIs1 ? BooleanToken.True : BooleanToken.False,
            [NameToken.Create("EncodedByteAlign")] = parameters.ByteAligned ? BooleanToken.True : BooleanToken.False,
        };
        var dictionary = new DictionaryToken(new Dictionary<NameToken, IToken>
        {
            [NameToken.Filter] = NameToken.CcittfaxDecode,
            [NameToken.DecodeParms] = new DictionaryToken(written),
            [NameToken.Height] = new NumericToken(height),
            [NameToken.Width] = new NumericToken(parameters.Columns),
        });
        try
        {
            return new CcittFaxDecodeFilter().Decode(packed.ToArray(), dictionary, DefaultFilterProvider.Instance, 0);
        }
#pragma warning disable CA1031 // PdfPig throws whatever damage leads to.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw new InvalidDataException($"The facsimile image is damaged: {error.Message}", error);
        }
    }
}
