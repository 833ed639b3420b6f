using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>Images that are JPEG files within the PDF: handed on as they are.</summary>
internal static class JpegImage
{
    private const int MostPixels = 200_000_000;

    /// <summary>Null for what is something else, or whose colours a viewer of JPEG files would take for others.</summary>
    public static Raster? Of(StreamToken stream, ILookupFilterProvider provider, IPdfTokenScanner scanner)
    {
        DictionaryToken dictionary = stream.StreamDictionary;
        IReadOnlyList<string> names = FilterNames(dictionary, scanner);
        if (names.Count == 0 || names[^1] is not ("DCTDecode" or "DCT") || HasOwnColors(dictionary, scanner))
            return null;
        IReadOnlyList<IFilter> filters = provider.GetFilters(dictionary, scanner);
        Memory<byte> data = stream.Data.ToArray();
        for (int i = 0; i < filters.Count - 1; i++)
            data = filters[i].Decode(data, dictionary, provider, i);
        return Frame(data.Span) is { } frame && frame.Components is 1 or 3 && (long)frame.Width * frame.Height <= MostPixels
            ? new Raster("image/jpeg", data.ToArray())
            : null;
    }

    private static IReadOnlyList<string> FilterNames(DictionaryToken dictionary, IPdfTokenScanner scanner)
    {
        if (!dictionary.TryGet(NameToken.Filter, out IToken? filter) && !dictionary.TryGet(NameToken.F, out filter))
            return [];
        if (DirectObjectFinder.TryGet(filter, scanner, out NameToken? one))
            return [one.Data];
        return DirectObjectFinder.TryGet(filter, scanner, out ArrayToken? several)
            ? [.. several.Data.Select(item => DirectObjectFinder.TryGet(item, scanner, out NameToken? name) ? name.Data : "")]
            : [];
    }

    /// <summary>Decode arrays other than the usual one, and indexed colours, are not in a JPEG file.</summary>
    private static bool HasOwnColors(DictionaryToken dictionary, IPdfTokenScanner scanner)
    {
        if (dictionary.TryGet(NameToken.Decode, out IToken? written) && DirectObjectFinder.TryGet(written, scanner, out ArrayToken? decode)
            && decode.Data.Where((item, index) => !DirectObjectFinder.TryGet(item, scanner, out NumericToken? number) || number.Data != index % 2).Any())
            return true;
        return dictionary.TryGet(NameToken.ColorSpace, out IToken? space) && DirectObjectFinder.TryGet(space, scanner, out ArrayToken? parts)
            && parts.Length > 0 && parts.Data[0] is NameToken { Data: "Indexed" or "I" or "Separation" or "DeviceN" or "Lab" };
    }

    /// <summary>What the frame header says (ITU-T T.81, B.2.2); null for what is no JPEG.</summary>
    private static (int Width, int Height, int Components)? Frame(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8)
            return null;
        int at = 2;
        while (at + 9 < file.Length)
        {
            if (file[at] != 0xFF)
            {
                at++;
                continue;
            }

            byte marker = file[at + 1];
            if (marker is 0xFF or 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return ((file[at + 7] << 8) | file[at + 8], (file[at + 5] << 8) | file[at + 6], file[at + 9]);
            if (marker is 0xD9 or 0xDA)
                return null;
            at += 2 + ((file[at + 2] << 8) | file[at + 3]);
        }

        return null;
    }
}
