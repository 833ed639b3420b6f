using System.Globalization;
using System.Text;

namespace Ingest.Pdf.Tests.Hostile;

/// <summary>
/// Files made to hurt a reader, each by one means. Named so that a failure tells which; made anew each
/// time, so that none of the megabytes is kept.
/// </summary>
internal static class HostileFiles
{
    private static readonly byte[] _megabytes = new byte[40 << 20];

    private static readonly (string Name, Func<byte[]> Make)[] _all =
    [
        ("bomb-flate", () => Page(builder => builder.Deflated(5, "", _megabytes))),
        ("bomb-flate-of-flate", () => Page(builder => builder.Stream(5, "/Filter [/Fl /Fl /Fl]", PdfBuilder.Deflate(PdfBuilder.Deflate(PdfBuilder.Deflate(_megabytes)))))),
        ("bomb-run-length", () => Page(builder => builder.Stream(5, "/Filter [/Fl /RL]", PdfBuilder.Deflate(Enumerable.Repeat((byte)129, 1 << 20).ToArray())))),
        ("bomb-on-every-page", BombOnEveryPage),
        ("bomb-predictor", () => Page(builder => builder.Stream(5, "/Filter /Fl /DecodeParms << /Predictor 15 /Colors 2147483647 /BitsPerComponent 16 /Columns 2147483647 >>", PdfBuilder.Deflate(new byte[1000])))),
        ("bomb-object-stream", () => new PdfBuilder().Header().Deflated(3, "/Type /ObjStm /N 2147483647 /First 2147483647", _megabytes).Raw("trailer << /Root 1 0 R >>").ToArray()),
        ("bomb-font-program", () => Font(builder => builder.Deflated(10, "", _megabytes), "/FontDescriptor << /FontFile2 10 0 R >>")),
        ("bomb-to-unicode", () => Font(builder => builder.Deflated(10, "", Repeat("1 beginbfrange <0000> <FFFF> <0000> endbfrange\n", 200_000)), "/ToUnicode 10 0 R")),
        ("contents-thousands-of-times", () => Page(builder => builder.Object(4, $"<< /Type /Page /Parent 2 0 R /Contents [{RepeatText("5 0 R ", 50_000)}] >>").Stream(5, "", Repeat("q Q ", 50_000)))),

        ("circle-pages", () => Plain((1, "<< /Pages 2 0 R >>"), (2, "<< /Kids [2 0 R 3 0 R 2 0 R] >>"), (3, "<< /Kids [2 0 R 3 0 R] >>"))),
        ("circle-parents", () => Plain((1, "<< /Type /Catalog >>"), (2, "<< /Type /Page /Parent 3 0 R >>"), (3, "<< /Parent 2 0 R >>"))),
        ("circle-references", () => Plain((1, "<< /Pages 2 0 R >>"), (2, "3 0 R"), (3, "4 0 R"), (4, "2 0 R"))),
        ("circle-root", () => Plain((1, "1 0 R"))),
        ("circle-length", () => Page(builder => builder.Stream(5, "", PdfBuilder.Latin("BT ET"), "5 0 R"))),
        ("circle-filter", () => Page(builder => builder.Stream(5, "/Filter 5 0 R /DecodeParms 5 0 R", PdfBuilder.Latin("BT ET")))),
        ("circle-previous", () => PdfBuilder.WithPages("").XrefTable("/Root 1 0 R /Prev 0 /XRefStm 9").ToArray()),
        ("circle-object-stream", CircleObjectStream),
        ("circle-extends", CircleExtends),
        ("circle-form", () => Forms("/X1 Do", "/X1 Do /X2 Do", "/X1 Do /X2 Do")),
        ("circle-type3", CircleType3),
        ("circle-to-unicode", () => Font(builder => builder.Stream(10, "/UseCMap 10 0 R", PdfBuilder.Latin("/Self usecmap")), "/ToUnicode 10 0 R")),
        ("circle-colour-space", () => Page(builder => builder
            .Object(4, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /ColorSpace << /C 10 0 R >> >> >>")
            .Object(10, "[/Indexed 10 0 R 255 10 0 R]").Stream(5, "", PdfBuilder.Latin("/C cs 1 sc 0 0 9 9 re f")))),
        ("circle-layers", () => Page(builder => builder
            .Object(1, "<< /Type /Catalog /Pages 2 0 R /OCProperties 10 0 R >>")
            .Object(10, "<< /OCGs [10 0 R] /D 10 0 R /BaseState /OFF /ON 10 0 R /Order [10 0 R 11 0 R] /VE [/Not 10 0 R] >>").Object(11, "[11 0 R 10 0 R]"))),
        ("circle-annotation", () => Page(builder => builder
            .Object(4, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Annots 10 0 R >>")
            .Object(10, "[11 0 R 11 0 R 10 0 R]").Object(11, "<< /Subtype /Widget /AP << /N 12 0 R >> /Rect [0 0 9 9] >>")
            .Stream(12, "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /S 12 0 R >> >>", PdfBuilder.Latin("/S Do /S Do")).Stream(5, "", []))),

        ("exponential-forms", () => Forms([.. Enumerable.Range(0, 40).Select(i => Text($"/X{i + 1} Do /X{i + 1} Do"))])),
        ("exponential-wide-forms", () => Forms([.. Enumerable.Range(0, 12).Select(i => RepeatText(Text($"/X{i + 1} Do "), 30))])),
        ("exponential-references", () => Plain([(1, "<< /Pages 2 0 R >>"), .. Enumerable.Range(2, 60).Select(i => (i, Text($"<< /Kids [{i + 1} 0 R {i + 1} 0 R] >>"))), (62, "<< /Type /Page >>")])),

        ("deep-arrays", () => Plain((1, new string('[', 2_000_000)))),
        ("deep-dictionaries", () => Plain((1, "<< /Pages 2 0 R >>"), (2, "<< /Type /Page /A " + RepeatText("<< /A ", 500_000)))),
        ("deep-page-tree", () => Plain([(1, "<< /Pages 2 0 R >>"), .. Enumerable.Range(2, 5000).Select(i => (i, Text($"<< /Type /Pages /Kids [{i + 1} 0 R] /Parent {i - 1} 0 R >>"))), (5002, "<< /Type /Page /Parent 5001 0 R >>")])),
        ("deep-lengths", DeepLengths),
        ("deep-references", () => Plain([(1, "<< /Pages 2 0 R >>"), .. Enumerable.Range(2, 20_000).Select(i => (i, Text($"{i + 1} 0 R")))])),
        ("deep-content-arrays", () => Content(new string('[', 3_000_000) + " TJ")),
        ("deep-content-dictionaries", () => Content("/P " + RepeatText("<< /A ", 500_000) + " BDC")),
        ("deep-states", () => Content(RepeatText("q ", 2_000_000))),
        ("deep-marked-content", () => Content(RepeatText("/P << /MCID 1 >> BDC ", 500_000))),
        ("deep-text-objects", () => Content(RepeatText("BT ", 1_000_000))),
        ("deep-clipping", () => Content(RepeatText("0 0 9 9 re W n q ", 200_000))),
        ("deep-strings", () => Content(new string('(', 3_000_000))),

        ("huge-numbers", () => Content("999999999999999999999 -1e99 .00000000000000001 1 99999999999999999999 99999999999 cm BT /F1 99999999999999999999999 Tf 1e38 Tz 99999999999999 Tc 1 0 0 1 340282346638528859811704183484516925440 0 Tm (A) Tj ET 99999999999999999999 99999999999999999999 re S")),
        ("huge-box", () => Page(builder => builder.Object(4, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [-99999999999999999999 0 99999999999999999999 1e400] /UserUnit 1e300 /Rotate 999999999999999999 >>"))),
        ("huge-object-numbers", () => new PdfBuilder().Raw("%PDF-1.4\n2147483647 0 obj << /Type /Page >> endobj 99999999999 0 obj << >> endobj 4999999 65535 obj << /Type /Page >> endobj").ToArray()),
        ("huge-table", () => PdfBuilder.WithPages("").XrefTable().ToArray().Concat(PdfBuilder.Latin("xref\n0 2147483647\n0000000000 65535 f \n4999990 2147483647\n0000000000 65535 n \ntrailer << /Size 2147483647 /Root 1 0 R >>\nstartxref\n"))
            .Concat(PdfBuilder.Latin(PdfBuilder.WithPages("").XrefTable().Position.ToString(CultureInfo.InvariantCulture))).ToArray()),
        ("huge-xref-stream", HugeXrefStream),
        ("huge-widths", () => Font(builder => builder.Object(10, "[0 2147483647 500 0 65535 1e30 99999999999 [1 2 3] -5 [1]]"), "/Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /W 10 0 R /DW 1e38 /W2 10 0 R /DW2 [1e38 -1e38] >>]")),
        ("huge-simple-widths", () => Font(_ => { }, "/FirstChar -2147483648 /LastChar 2147483647 /Widths [1e38 -1e38 5]")),
        ("huge-differences", () => Font(_ => { }, "/Encoding << /Differences [-5 /a 2147483647 /b /c /d 255 /e /f /g] >>")),
        ("huge-string", () => Content("BT /F1 1 Tf (" + new string('A', 8_000_000) + ") Tj ET")),
        ("huge-hexadecimal-string", () => Content("BT /F1 1 Tf <" + new string('4', 8_000_000))),
        ("huge-name", () => Content("/" + new string('N', 8_000_000) + " gs " + new string('k', 8_000_000))),
        ("huge-number-of-digits", () => Content(new string('9', 8_000_000) + " w")),
        ("huge-comment", () => Content("%" + new string('c', 8_000_000))),
        ("huge-kids", () => Plain((1, "<< /Pages 2 0 R >>"), (2, $"<< /Kids [{RepeatText("9 0 R ", 500_000)}] >>"), (9, "<< /Type /Page >>"))),
        ("huge-operand-stack", () => Content(RepeatText("1 ", 4_000_000) + "cm")),

        ("many-letters", () => Content("BT /F1 1 Tf " + RepeatText("(" + new string('A', 10_000) + ") Tj ", 200) + "ET")),
        ("many-fonts", () => Fonts(2_000, "/Subtype /CIDFontType2 /W [" + RepeatText("1 [500] ", 3_000) + "]")),
        ("many-font-maps", () => Fonts(600, "/Subtype /CIDFontType2", "/ToUnicode 6 0 R", WideMap())),
        ("many-font-programs", () => Fonts(1_500, "/Subtype /CIDFontType2 /FontDescriptor << /FontFile2 6 0 R >>", "", WideCharacterMap())),
        ("many-long-codes", ManyLongCodes),
        ("many-lines", () => Content(RepeatText("0 0 m 9 9 l S 1 1 m 1 99 l S ", 200_000))),
        ("many-rectangles", () => Content(RepeatText("1 1 200 200 re f 1 1 50 50 re S ", 150_000))),
        ("many-path-points", () => Content("0 0 m " + RepeatText("5 5 l 1 2 3 4 5 6 c ", 300_000) + "f*")),
        ("many-objects", () => new PdfBuilder().Header().Raw(string.Concat(Enumerable.Range(1, 200_000).Select(i => Text($"{i} 0 obj<</Type/Page>>endobj ")))).ToArray()),
        ("many-open-strings", () => new PdfBuilder().Header().Raw(string.Concat(Enumerable.Range(1, 100_000).Select(i => Text($"{i} 0 obj ( ")))).ToArray()),
        ("many-open-streams", () => new PdfBuilder().Header().Raw(string.Concat(Enumerable.Range(1, 100_000).Select(i => Text($"{i} 0 obj<</Type/Page>>stream\n")))).ToArray()),
        ("many-far-ends", () => new PdfBuilder().Header().Raw(string.Concat(Enumerable.Range(1, 50_000).Select(i => Text($"{i} 0 obj<</Type/Page/Length 0>>stream\n")))).Raw(PdfBuilder.WithPages("").XrefTable().ToArray()).ToArray()),
        ("many-lost-kids", () => Plain((1, "<< /Pages 2 0 R >>"), (2, $"<< /Kids [{string.Concat(Enumerable.Range(10, 200_000).Select(i => Text($"{i} 0 R ")))}] >>"))),
        ("many-trailers", () => new PdfBuilder().Header().Raw(RepeatText("trailer << /Root 1 0 R /A (", 100_000)).ToArray()),
        ("many-sections", ManySections),
        ("many-filters", () => Page(builder => builder.Stream(5, $"/Filter [{RepeatText("/AHx ", 100_000)}]", PdfBuilder.Latin("41>")))),
        ("many-dashes", () => Content("[0.0001 0.0001] 0 d 1 w 0 0 m 100000 0 l S [0 0] 0 d 0 0 m 9 9 l S")),
        ("many-inline-images", () => Content(RepeatText("BI /W 1 /H 1 ID x EI ", 100_000) + RepeatText("BI ID ", 10_000))),

        ("lies-about-lengths", () => Page(builder => builder.Stream(5, "", PdfBuilder.Latin("BT ET"), "2147483647"))),
        ("lies-about-types", () => Plain((1, "<< /Pages [2 0 R] /Type (x) >>"), (2, "<< /Kids << >> /Type /Page /Contents 7 /Resources [1] /MediaBox /None /Rotate (90) /Annots 5 >>"))),
        ("null-bytes", () => new PdfBuilder().Header().Raw(new byte[5_000_000]).ToArray()),
        ("only-a-header", () => PdfBuilder.Latin("%PDF-1.7")),
        ("only-a-start", () => PdfBuilder.Latin("%PDF-1.7\nstartxref\n0\n%%EOF")),
    ];

    public static IEnumerable<string> Names => _all.Select(file => file.Name);

    public static byte[] Make(string name) => _all.Single(file => file.Name == name).Make();

    private static byte[] Plain(params (int Number, string Body)[] objects)
    {
        PdfBuilder builder = new PdfBuilder().Header();
        foreach ((int number, string body) in objects)
            builder.Object(number, body);
        return builder.XrefTable().ToArray();
    }

    /// <summary>A file of one page in which some objects are written again: 4 is the page, 5 its content.</summary>
    private static byte[] Page(Action<PdfBuilder> replace)
    {
        PdfBuilder builder = PdfBuilder.WithPages(PdfBuilder.Show("good"));
        replace(builder);
        return builder.XrefTable().ToArray();
    }

    private static byte[] Content(string content) => Page(builder => builder.Deflated(5, "", PdfBuilder.Latin(content)));

    private static byte[] Font(Action<PdfBuilder> more, string entries) => Page(builder =>
    {
        builder.Object(3, $"<< /Type /Font /BaseFont /Any {(entries.Contains("/Subtype /Type0", StringComparison.Ordinal) ? "" : "/Subtype /TrueType")} {entries} >>");
        more(builder);
    });

    private static byte[] Forms(params string[] contents) => Page(builder =>
    {
        string forms = string.Concat(Enumerable.Range(0, contents.Length).Select(i => Text($"/X{i} {20 + i} 0 R ")));
        builder.Object(4, $"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << {forms} >> >> >>");
        builder.Stream(5, "", PdfBuilder.Latin("/X0 Do"));
        for (int i = 0; i < contents.Length; i++)
            builder.Stream(20 + i, $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << {forms} >> >>", PdfBuilder.Latin(contents[i]));
    });

    private static byte[] BombOnEveryPage()
    {
        byte[] bomb = PdfBuilder.Deflate(_megabytes.AsSpan(0, 6 << 20).ToArray());
        PdfBuilder builder = PdfBuilder.WithPages([.. Enumerable.Repeat("", 40)]);
        for (int page = 0; page < 40; page++)
            builder.Stream(5 + (2 * page), "/Filter /FlateDecode", bomb);
        return builder.XrefTable().ToArray();
    }

    private static byte[] CircleObjectStream()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        builder.ObjectStream(20, "", (21, "<< >>"));
        builder.Offsets.Remove(20);
        builder.InStreams[20] = (20, 0);
        builder.InStreams[3] = (22, 0);
        builder.InStreams[22] = (3, 0);
        return builder.XrefStream(30).ToArray();
    }

    private static byte[] CircleExtends()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        builder.ObjectStream(20, "/Extends 21 0 R", (40, "1")).ObjectStream(21, "/Extends 20 0 R", (41, "1"));
        builder.InStreams[3] = (20, 0);
        return builder.XrefStream(30).ToArray();
    }

    private static byte[] CircleType3() => Page(builder => builder
        .Object(3, "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [1] /Encoding << /Differences [65 /a] >> /CharProcs << /a 10 0 R >> /Resources << /Font << /F1 3 0 R >> >> >>")
        .Stream(10, "", PdfBuilder.Latin("1 0 d0 BT /F1 1 Tf (AAAA) Tj ET")).Stream(5, "", PdfBuilder.Latin("BT /F1 9 Tf (AAAA) Tj ET")));

    // Each stream's length lies in an object that is a stream whose length …
    private static byte[] DeepLengths()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        for (int i = 5; i < 5000; i++)
            builder.Stream(i, "", PdfBuilder.Latin("BT ET"), Text($"{i + 1} 0 R"));
        return builder.XrefTable().ToArray();
    }

    private static byte[] HugeXrefStream()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        int position = builder.Position;
        return builder.Deflated(30, "/Type /XRef /W [8 8 8] /Index [0 2147483647 2147483647 2147483647 -5 -5] /Size 2147483647 /Root 1 0 R", Enumerable.Repeat((byte)0xFF, 10_000_000).ToArray()).End(position).ToArray();
    }

    private static byte[] ManySections()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        int previous = 0;
        for (int i = 0; i < 20_000; i++)
        {
            int position = builder.Position;
            builder.Raw(Text($"xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev {previous} >>\n"));
            previous = position;
        }

        return builder.End(previous).ToArray();
    }

    // All on one page; what they share of the file each of them reads for itself.
    private static byte[] Fonts(int count, string descendant, string entries = "", byte[]? shared = null)
    {
        var fonts = new StringBuilder();
        var content = new StringBuilder("BT ");
        PdfBuilder builder = new PdfBuilder().Header().Object(1, "<< /Type /Catalog /Pages 2 0 R >>").Object(2, "<< /Type /Pages /Kids [4 0 R] /Count 1 >>")
            .Deflated(6, "", shared ?? []);
        for (int i = 0; i < count; i++)
        {
            fonts.Append(CultureInfo.InvariantCulture, $"/F{i} {10 + i} 0 R ");
            content.Append(CultureInfo.InvariantCulture, $"/F{i} 9 Tf <00410042> Tj ");
            builder.Object(10 + i, $"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H {entries} /DescendantFonts [<< {descendant} >>] >>");
        }

        return builder.Object(4, $"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << {fonts} >> >> >>")
            .Deflated(5, "", PdfBuilder.Latin(content.Append("ET").ToString())).XrefTable().ToArray();
    }

    private static byte[] WideMap() =>
        PdfBuilder.Latin("1 beginbfrange <0000> <FFFF> [" + string.Concat(Enumerable.Range(0, 0x10000).Select(i => Text($"<{(i < 0xD800 ? i : 0x4E00):X4}>"))) + "] endbfrange");

    // A font file of 56 bytes with a letter for each of its 65,000 glyphs: one table, one subtable, one group.
    private static byte[] WideCharacterMap() => Convert.FromHexString(
        "00010000" + "0001000000000000" + "636D6170" + "000000000000001C0000002C"
        + "00000001" + "0003000A0000000C" + "000C00000000001C0000000000000001" + "000200000002FDE800000001");

    // Codes of four bytes, none of them twice.
    private static byte[] ManyLongCodes()
    {
        const int Pages = 16;
        const int PerPage = 300_000;
        PdfBuilder builder = new PdfBuilder().Header().Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, Text($"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(0, Pages).Select(page => Text($"{10 + (2 * page)} 0 R")))}] /Count {Pages} /Resources << /Font << /F1 3 0 R >> >> >>"))
            .Object(3, "<< /Type /Font /Subtype /Type0 /Encoding 4 0 R /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>")
            .Stream(4, "/Type /CMap", PdfBuilder.Latin("1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange"));
        for (int page = 0; page < Pages; page++)
        {
            var content = new StringBuilder("BT /F1 9 Tf <", 8 * PerPage);
            for (int i = 0; i < PerPage; i++)
                content.Append(((page * PerPage) + i + (1 << 24)).ToString("X8", CultureInfo.InvariantCulture));
            builder.Object(10 + (2 * page), Text($"<< /Type /Page /Parent 2 0 R /Contents {11 + (2 * page)} 0 R >>"))
                .Deflated(11 + (2 * page), "", PdfBuilder.Latin(content.Append("> Tj ET").ToString()));
        }

        return builder.XrefTable().ToArray();
    }

    private static string RepeatText(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Repeat(string text, int times) => PdfBuilder.Latin(RepeatText(text, times));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
