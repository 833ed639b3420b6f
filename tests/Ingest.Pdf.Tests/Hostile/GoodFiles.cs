namespace Ingest.Pdf.Tests.Hostile;

/// <summary>
/// Small sound files that between them use most of what the reader reads. Their streams are mostly not
/// compressed, so that a change reaches what is inside instead of ending at the filter.
/// </summary>
internal static class GoodFiles
{
    private const string Table = "q 0.5 w 50 600 m 300 600 l S 50 580 200 20 re S 50 500 100 15 re f Q BT /F1 10 Tf 55 585 Td (1,234.50) Tj 0 -20 Td [(To) -20 (tal)] TJ ET";

    public static byte[][] All { get; } =
    [
        PdfBuilder.WithPages(Table, PdfBuilder.Show("second")).XrefTable("/Root 1 0 R /Info << /Title (Year) /Producer <FEFF7F16> >>").ToArray(),
        PdfBuilder.WithPages(Table, PdfBuilder.Show("second")).XrefStream(20).ToArray(),
        ObjectStreams(),
        Updated(),
        Filters(),
        FormsAndLayers(),
        CompositeFont(),
        Type3AndInlineImage(),
        Fixture("r3"),
        Fixture("r4-object-streams"),
    ];

    private static byte[] ObjectStreams()
    {
        PdfBuilder builder = new PdfBuilder().Header("1.5");
        builder.ObjectStream(
            20, "",
            (1, "<< /Type /Catalog /Pages 2 0 R >>"),
            (2, "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 /MediaBox [0 0 300 400] /Rotate 90 /Resources << /Font << /F1 3 0 R >> >> >>"),
            (3, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /FirstChar 65 /Widths [500 600 700] /Encoding << /Differences [65 /alpha /uni4E2D] >> >>"),
            (4, "<< /Type /Page /Parent 2 0 R /Contents [5 0 R 7 0 R] >>"),
            (6, "<< /Type /Page /Parent 2 0 R /Contents 7 0 R /CropBox [10 10 200 200] >>"));
        return builder.Stream(5, "", PdfBuilder.Latin(Table)).Stream(7, "", PdfBuilder.Latin("BT /F1 9 Tf (AB) ' ET")).XrefStream(30).ToArray();
    }

    private static byte[] Updated()
    {
        PdfBuilder builder = PdfBuilder.WithPages(Table, "old").XrefTable();
        builder.Stream(7, "", PdfBuilder.Latin(PdfBuilder.Show("new"))).XrefTable();
        return builder.Stream(5, "", PdfBuilder.Latin(Table)).XrefStream(30).ToArray();
    }

    private static byte[] Filters()
    {
        PdfBuilder builder = PdfBuilder.WithPages("", "", "", "");
        builder.Deflated(5, "/DecodeParms << /Predictor 1 >>", PdfBuilder.Latin(Table));
        builder.Stream(7, "/Filter [/ASCIIHexDecode /FlateDecode]", PdfBuilder.Latin(Convert.ToHexString(PdfBuilder.Deflate(PdfBuilder.Latin(Table))) + ">"));
        builder.Stream(9, "/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>", Ingest.Pdf.Tests.Filters.LzwWriter.Encode(PdfBuilder.Latin(Table), earlyChange: false));
        builder.Stream(11, "/Filter [/A85 /RL]", PdfBuilder.Latin("J,fQL~>"));
        return builder.XrefTable().ToArray();
    }

    private static byte[] FormsAndLayers()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        builder.Object(1, "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [15 0 R] /D << /BaseState /ON /OFF [15 0 R] >> >> >>");
        builder.Object(4, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Annots [14 0 R] /UserUnit 2 /Resources << /Font << /F1 3 0 R >> /XObject << /A 10 0 R /I 12 0 R >> /Properties << /L 15 0 R >> /ExtGState << /G << /ca 0.5 /Font [3 0 R 8] >> >> /ColorSpace << /C [/Separation /Gold /DeviceRGB << /FunctionType 2 /N 1 /Domain [0 1] /C1 [1 0 0] >>] >> >> >>");
        builder.Stream(5, "", PdfBuilder.Latin("/G gs /C cs 0.5 scn 10 10 90 90 re f /OC /L BDC /A Do EMC q 100 0 0 100 50 50 cm /I Do Q /P << /ActualText (x) >> BDC BT /F1 8 Tf 3 Tr (hidden) Tj ET EMC"));
        builder.Stream(10, "/Subtype /Form /BBox [0 0 500 500] /Matrix [1 0 0 1 5 5] /Resources << /Font << /F1 3 0 R >> /XObject << /B 11 0 R >> >>", PdfBuilder.Latin(Table + " /B Do"));
        builder.Stream(11, "/Subtype /Form /BBox [0 0 500 500]", PdfBuilder.Latin("0 0 m 50 50 l 100 0 l h W n 0 0 200 200 re B*"));
        builder.Stream(12, "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>]", [0, 1, 1, 0]);
        builder.Object(14, "<< /Subtype /FreeText /Rect [10 10 90 40] /AP << /N 11 0 R >> >>");
        return builder.Object(15, "<< /Type /OCG /Name (Layer) >>").XrefTable().ToArray();
    }

    private static byte[] CompositeFont()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        builder.Object(3, "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 10 0 R /DescendantFonts [11 0 R] >>");
        builder.Stream(5, "", PdfBuilder.Latin("BT /F1 10 Tf 50 700 Td <000100020003> Tj [<0004> 50 <0005FFFF>] TJ ET"));
        builder.Stream(10, "", PdfBuilder.Latin("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <9884> <0002> <7B97D840DC00> endbfchar 2 beginbfrange <0003> <0004> <4E00> <0005> <0006> [<0031> <0032>] endbfrange endcmap"));
        builder.Object(11, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 [500 600] 3 5 700] /DW2 [880 -1000] /W2 [1 [-900 250 800]] /FontDescriptor << /Ascent 900 /Descent -200 >> /CIDToGIDMap /Identity >>");
        return builder.XrefTable().ToArray();
    }

    private static byte[] Type3AndInlineImage()
    {
        PdfBuilder builder = PdfBuilder.WithPages("");
        builder.Object(3, "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 98 /Widths [1000 1000] /Encoding << /Differences [97 /square /triangle] >> /CharProcs << /square 10 0 R /triangle 11 0 R >> /Resources << >> >>");
        builder.Stream(5, "", PdfBuilder.Latin("BI /W 2 /H 2 /BPC 8 /CS /G /F /AHx ID 00FFFF00> EI BT /F1 20 Tf 1 0 0.2 1 100 100 Tm 90 Tz 2 Tc 1 Ts (abab) Tj ET [3 2] 0 d 10 10 m 200 10 l S"));
        builder.Stream(10, "", PdfBuilder.Latin("1000 0 0 0 750 750 d1 0 0 750 750 re f"));
        return builder.Stream(11, "", PdfBuilder.Latin("1000 0 d0 0 0 m 375 750 l 750 0 l f")).XrefTable().ToArray();
    }

    private static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Security", "Files", name + ".pdf"));
}
