using System.Text;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Syntax;

/// <summary>
/// Gives the same <see cref="PdfName"/> for the same bytes most of the time, so that the few hundred
/// names a file uses are made once. A bounded cache: a collision only costs a new string. Not safe for
/// several threads.
/// </summary>
internal sealed class NamePool
{
    private const int Slots = 2048;

    private readonly PdfName?[] _names = new PdfName?[Slots];

    /// <param name="text">The name as written, without its slash.</param>
    public PdfName Get(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)'#'))
            return new PdfName(Decode(text));

        ref PdfName? slot = ref _names[Hash(text) % Slots];
        if (slot is null || !Matches(slot.Value, text))
            slot = new PdfName(Encoding.Latin1.GetString(text));
        return slot;
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        uint hash = 2166136261;
        foreach (byte value in text)
            hash = unchecked((hash ^ value) * 16777619);
        return hash ^ (hash >> 15);
    }

    private static bool Matches(string name, ReadOnlySpan<byte> text)
    {
        if (name.Length != text.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (name[i] != text[i])
                return false;
        }

        return true;
    }

    // '#' without two digits after it stands for itself, as in PDF 1.0 and 1.1.
    private static string Decode(ReadOnlySpan<byte> text)
    {
        var name = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int high = text[i] == '#' && i + 2 < text.Length ? Bytes.HexDigit(text[i + 1]) : -1;
            int low = high >= 0 ? Bytes.HexDigit(text[i + 2]) : -1;
            if (low < 0)
            {
                name.Append((char)text[i]);
                continue;
            }

            name.Append((char)((high << 4) | low));
            i += 2;
        }

        return name.ToString();
    }
}
