using FsCheck.Xunit;
using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Tests.Fonts;

/// <summary>Whatever a file holds, a font made of it reads every string to its end.</summary>
public class HostileFontTests
{
    private static readonly byte[][] _goodFiles =
    [
        FontFiles.Sfnt(
            ("cmap", FontFiles.CharacterMaps(
                (3, 1, FontFiles.Format4(('A', 1), ('部', 2))), (0, 3, FontFiles.Format6('A', 1, 2)),
                (3, 10, FontFiles.Format12((0x20000, 0x20100, 1))), (1, 0, FontFiles.Format0((65, 1))))),
            ("post", FontFiles.PostNames(".notdef", "one", "two")),
            ("CFF ", FontFiles.Cff([100, 200], ["Adobe", "Identity"], isCidKeyed: true))),
        FontFiles.Cff([18, 19, 391], ["uni90E8"], encoding: [0x81, 1, 0x41, 2, 1, 0x61, 0, 19]),
        [.. "%!PS /Encoding 256 array dup 65 /one put dup 66 /uni90E8 put readonly def eexec"u8],
    ];

    private static readonly byte[] _goodMap =
    [
        .. """
        /WMode 1 def /GBK-EUC-H usecmap
        2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange
        2 begincidrange <8140> <817E> 633 <30> <39> 17 endcidrange
        2 beginbfrange <0000> <005E> <0020> <005F> <0061> [<00660066> <D840DC3E> /one] endbfrange
        1 beginbfchar <3A51> <D840DC3E> endbfchar
        """u8,
    ];

    [Property(MaxTest = 2000)]
    public void Random_bytes_as_font_file(byte[] file, bool asCff) =>
        ReadEverything(file, asCff ? [1, 0, 4, 1, .. file] : [0, 1, 0, 0, .. file]);

    [Property(MaxTest = 3000)]
    public void Good_font_files_with_bytes_changed(int which, int[] places, byte[] values) =>
        ReadEverything([], Damage(_goodFiles[(which & int.MaxValue) % _goodFiles.Length], places, values));

    [Property(MaxTest = 3000)]
    public void Good_CMaps_with_bytes_changed(int[] places, byte[] values) =>
        ReadEverything(Damage(_goodMap, places, values), []);

    [Property(MaxTest = 2000)]
    public void Random_bytes_as_CMap(byte[] map) => ReadEverything(map, []);

    [Property(MaxTest = 2000)]
    public void Every_predefined_CMap_reads_any_string_to_its_end(byte[] text)
    {
        foreach (string name in (string[])["GBK-EUC-H", "GBK2K-V", "GBpc-EUC-H", "UniGB-UTF8-H", "UniGB-UTF16-H", "UniJIS-UTF32-H", "90ms-RKSJ-H", "EUC-H", "ETen-B5-H", "Identity-V"])
            ReadToEnd(new FontObjects().Font($"<< /Subtype /Type0 /Encoding /{name} /DescendantFonts [<<>>] >>"), text);
    }

    [Theory]
    [InlineData("/Widths 5 /FirstChar -99999999999 /Encoding 5 /ToUnicode 5 /FontDescriptor 5")]
    [InlineData("/Widths [[[]]] /FirstChar (x) /Encoding << /Differences 5 /BaseEncoding 5 >> /FontDescriptor << /Flags 9999999999999 /FontFile2 5 >>")]
    [InlineData("/DescendantFonts << /W [[] [] 1 [] 2] /W2 [1 [1 2] 3 4 5] /DW2 [] /CIDSystemInfo 5 /CIDToGIDMap 5 >> /Encoding /Identity-V")]
    [InlineData("/DescendantFonts [1 0 R] /Encoding 1 0 R /ToUnicode 1 0 R")]
    [InlineData("/FontMatrix [1 0 0] /FontBBox [(a) 0 R null] /CharProcs 5")]
    public void Entries_of_the_wrong_kind(string entries)
    {
        foreach (string subtype in (string[])["Type0", "Type1", "TrueType", "Type3", "MMType1", "CIDFontType0", "None"])
            ReadToEnd(new FontObjects().With(1, "1 0 R").Font($"<< /Subtype /{subtype} /BaseFont /X {entries} >>"), [0, 1, 65, 200, 255]);
    }

    private static void ReadEverything(byte[] map, byte[] file)
    {
        FontObjects objects = new FontObjects().WithStream(1, map).WithStream(2, file);
        byte[] text = [0, 0, 0, 1, 0, 2, 0x41, 0x42, 0x81, 0x40, 0xFE, 0xFE, 0x3A, 0x51, 0xFF];
        const string Descriptor = "/FontDescriptor << /Flags 4 /FontFile2 2 0 R >>";
        ReadToEnd(objects.Font($"<< /Subtype /TrueType {Descriptor} >>"), text);
        ReadToEnd(objects.Font($"<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< {Descriptor} >>] >>"), text);
        ReadToEnd(objects.Font($"<< /Subtype /Type0 /Encoding 1 0 R /DescendantFonts [<< /CIDToGIDMap 1 0 R {Descriptor} >>] >>"), text);
        ReadToEnd(objects.Font("<< /Subtype /Type0 /Encoding /Identity-H /ToUnicode 1 0 R /DescendantFonts [<<>>] >>"), text);
    }

    private static void ReadToEnd(Font font, ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            int length = font.ReadCode(text, out int code);
            Assert.InRange(length, 1, text.Length);
            FontGlyph glyph = font.GetGlyph(code);
            Assert.NotEmpty(glyph.Text);
            Assert.True(float.IsFinite(glyph.Advance) && float.IsFinite(glyph.OriginX) && float.IsFinite(glyph.OriginY));
            text = text[length..];
        }

        Assert.Equal(0, font.ReadCode([], out _));
    }

    private static byte[] Damage(byte[] good, int[] places, byte[] values)
    {
        byte[] bad = [.. good];
        for (int i = 0; i < places.Length && i < values.Length; i++)
            bad[(places[i] * 7919L & int.MaxValue) % bad.Length] = values[i];
        return places.Length % 3 == 0 ? bad : bad[..(bad.Length - (places.Length % bad.Length))];
    }
}
