using System.Text;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>
/// A font that says it has one byte for each character, is not embedded, and has a Chinese name: 仿宋体, 小标宋. Writers that know
/// nothing of composite fonts show GBK with it, two bytes for a character; viewers that have the font do as well.
/// </summary>
internal sealed class ChineseSimpleFont(ObjectSource objects, PdfDictionary font) : SimpleFont(objects, font)
{
    private const int Gbk = 936;

    private static readonly CodeMeaning _meaning = CodeMeaning.Of("936");

    private readonly Dictionary<int, FontGlyph> _pairs = [];

    /// <summary>Is a font such a one?</summary>
    public static bool Is(ObjectSource objects, PdfDictionary font) =>
        objects.GetName(font, "Subtype") is "TrueType" or "Type1"
        && objects.Get(font, "ToUnicode") is PdfNull
        && objects.Get(font, "Encoding") is PdfNull or PdfName { Value: "WinAnsiEncoding" or "GBK-EUC-H" }
        && !new FontDescriptor(objects, font).HasProgram
        && objects.GetName(font, "BaseFont") is { } name && IsChinese(name);

    public override int ReadCode(ReadOnlySpan<byte> text, out int code)
    {
        if (text.Length < 2 || !IsPair(text[0], text[1]))
            return base.ReadCode(text, out code);
        code = (text[0] << 8) | text[1];
        return 2;
    }

    public override FontGlyph GetGlyph(int code)
    {
        if (code < 0x100)
            return base.GetGlyph(code);
        if (!_pairs.TryGetValue(code, out FontGlyph? glyph))
        {
            float width = base.GetGlyph(code >> 8).Width + base.GetGlyph(code & 0xFF).Width;
            _pairs[code] = glyph = new FontGlyph(_meaning.TextOf(code) ?? Unicode.Unknown, Advance: width, OriginX: 0, OriginY: 0, width, IsSpace: false);
        }

        return glyph;
    }

    // A lead byte without a character behind it stays what it is in the Latin encoding.
    private static bool IsPair(byte lead, byte trail) =>
        lead is >= 0x81 and <= 0xFE && trail is >= 0x40 and not 0x7F and not 0xFF && _meaning.TextOf((lead << 8) | trail) is not null;

    /// <summary>Names are bytes in the writer's code page, GBK or UTF-8, or the usual Latin name of a Chinese font.</summary>
    private static bool IsChinese(string name)
    {
        if (_latinNames.Any(latin => name.Contains(latin, StringComparison.OrdinalIgnoreCase)))
            return true;
        byte[] bytes = Encoding.Latin1.GetBytes(name);
        return HasIdeographs(Encoding.UTF8.GetString(bytes)) || HasIdeographs(CodeMeaning.OfCodePage(Gbk).GetString(bytes));
    }

    private static readonly string[] _latinNames =
        ["SimSun", "SimHei", "SimKai", "SimFang", "FangSong", "KaiTi", "STSong", "STKaiti", "STXihei", "STZhongsong", "FZXBS", "FZFS", "FZKT", "FZHT", "FZSS", "YouYuan", "LiSu"];

    private static bool HasIdeographs(string text)
    {
        int ideographs = 0;
        foreach (char character in text)
        {
            if (character == '\uFFFD')
                return false;
            ideographs += character is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return ideographs > 0;
    }
}
