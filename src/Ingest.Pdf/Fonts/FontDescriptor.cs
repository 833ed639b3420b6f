using Ingest.Pdf.Fonts.Programs;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>The entries of a <c>FontDescriptor</c> (ISO 32000-1, 9.8) that text needs.</summary>
internal sealed class FontDescriptor(ObjectSource objects, PdfDictionary font)
{
    public const float UsualAscent = 880;
    public const float UsualDescent = -120;

    private const int NonsymbolicFlag = 1 << 5;

    private readonly PdfDictionary? _entries = objects.GetDictionary(font, "FontDescriptor");

    /// <summary>True when the font says that its characters are of the standard Latin set.</summary>
    public bool IsNonsymbolic => _entries is not null && ((int)Math.Clamp(Number("Flags", 0), 0, int.MaxValue) & NonsymbolicFlag) != 0;

    public double MissingWidth => Number("MissingWidth", 0);

    /// <summary>In thousandths; what no font for reading can have is replaced by the usual.</summary>
    public float Ascent => Number("Ascent", 0) is >= 400 and <= 1400 and var ascent ? (float)ascent : UsualAscent;

    /// <summary>In thousandths, negative; some producers forget the sign.</summary>
    public float Descent => -Math.Abs(Number("Descent", 0)) is >= -600 and <= -50 and var descent ? (float)descent : UsualDescent;

    public bool HasProgram => Program is not null;

    private PdfStream? Program => _entries is null ? null
        : objects.GetStream(_entries, "FontFile2") ?? objects.GetStream(_entries, "FontFile3") ?? objects.GetStream(_entries, "FontFile");

    /// <summary>Decodes the embedded font program, of whatever kind; null when there is none that can be read.</summary>
    public FontProgram? OpenProgram()
    {
        if (Program is not { } stream)
            return null;
        ReadOnlyMemory<byte> file = objects.Decode(stream);
        objects.Budget.AddFont(file.Length);
        return FontProgram.Open(file, objects.Budget);
    }

    /// <summary>The character maps in the first bytes of the embedded TrueType program, to be asked before anything else is decoded; null when there is none.</summary>
    /// <param name="bytes">How many are decoded.</param>
    public CharacterMaps? OpenStart(int bytes) =>
        _entries is not null && objects.GetStream(_entries, "FontFile2") is { } stream
            ? SfntProgram.MapsIn(objects.DecodeStart(stream, bytes), objects.Budget)
            : null;

    private double Number(string key, double otherwise) => _entries is null ? otherwise : objects.GetNumber(_entries, key, otherwise);
}
