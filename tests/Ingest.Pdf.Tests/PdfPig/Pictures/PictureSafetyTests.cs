using System.Text;
using System.Xml.Linq;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Pdf.PdfPig.Pictures;

namespace Ingest.Pdf.Tests.PdfPig.Pictures;

/// <summary>What a drawing may hold, whatever the file.</summary>
public class PictureSafetyTests
{
    private static readonly string[] _elements =
        ["svg", "rect", "defs", "path", "g", "use", "text", "title", "image", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop"];

    private static readonly string[] _folders = ["odd", "hostile", "unknown-forms", "seed"];

    public static TheoryData<string> Files =>
        [.. _folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Fixtures, folder), "*.pdf")).Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_drawing_is_well_formed_runs_nothing_and_fetches_nothing(string name)
    {
        string path = Directory.EnumerateFiles(Fixtures, name, SearchOption.AllDirectories).First();
        try
        {
            using PictureDocument document = PictureReader.Open(File.ReadAllBytes(path), ReadingOptions.Default);
            for (int page = 1; page <= Math.Min(2, document.PageCount); page++)
                Check(document.Draw(new PictureRequest { Page = page, Marks = [new PictureMark(new Box(1, 2, 3, 4), MarkStyle.Total, "<b onload='x'>\u0001", "a\"b")] }, 0, []));
        }
        catch (PdfReadException refused)
        {
            // Saying why is all that can be done with some of them.
            Assert.NotEmpty(refused.Text.Chinese);
        }
    }

    [Fact]
    public void Texts_and_names_of_a_file_stay_texts()
    {
        byte[] file = PagePaintTests.WithResources(
            "BT /F 10 Tf 100 700 Td (</text><script>alert\\(1\\)</script>) Tj ET", "/Font << /F 20 0 R >>",
            (20, null, "<< /Type /Font /Subtype /Type1 /BaseFont /A#22#20onload#3D#22x#3C#3E /Encoding /WinAnsiEncoding >>"));

        PagePicture picture = DrawnSvg.Draw(file);

        Check(picture);
        Assert.Contains("<script>", string.Concat(DrawnSvg.Parse(picture).All("text").Select(text => text.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_and_request_give_the_same_bytes_and_another_request_other_ids()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Fixtures, "seed-writer", "seed-writer.pdf"));
        var request = new PictureRequest { Page = 7 };

        byte[] first = DrawnSvg.Draw(file, request).Svg.ToArray(), second = DrawnSvg.Draw(file, request).Svg.ToArray();
        PagePicture other = DrawnSvg.Draw(file, request with { Region = new Box(0, 400, 500, 842) });

        Assert.Equal(first, second);
        Assert.Empty(Ids(XElement.Parse(Encoding.UTF8.GetString(first))).Intersect(Ids(DrawnSvg.Parse(other))));
    }

    [Theory]
    [InlineData("/X Do", "/XObject << /X 20 0 R >>", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 20 0 R >> >>", "0 0 1 1 re f /X Do")]
    [InlineData("/Pattern cs /P scn 0 0 9 9 re f", "/Pattern << /P 20 0 R >>", "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 8 8] /XStep 8 /YStep 8 /Resources << /Pattern << /P 20 0 R >> >>", "/Pattern cs /P scn 0 0 9 9 re f")]
    [InlineData("/G gs 0 0 9 9 re f", "/ExtGState << /G << /SMask << /S /Alpha /G 20 0 R >> >> >>", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >> /Resources << /ExtGState << /G << /SMask << /S /Alpha /G 20 0 R >> >> >> >>", "/G gs 0 0 9 9 re f")]
    public void What_contains_itself_comes_to_an_end(string content, string resources, string entries, string inner) =>
        Check(DrawnSvg.Draw(PagePaintTests.WithResources(content, resources, (20, entries, inner))));

    [Fact]
    public void A_glyph_that_writes_itself_comes_to_an_end() => Check(DrawnSvg.Draw(PagePaintTests.WithResources(
        "BT /T 10 Tf (a) Tj ET", "/Font << /T 20 0 R >>",
        (20, null, "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [800] /Encoding << /Differences [97 /s] >> /CharProcs << /s 21 0 R >> /Resources << /Font << /T 20 0 R >> >> >>"),
        (21, "", "800 0 d0 BT /T 900 Tf (a) Tj ET"))));

    /// <summary>Ten forms, each painting the next ten times: ten thousand million squares.</summary>
    [Fact]
    public void Forms_that_multiply_are_cut_off_and_that_is_said()
    {
        const int depth = 10;
        var forms = Enumerable.Range(0, depth).Select(level => (20 + level, (string?)$"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X {21 + level} 0 R >> >>",
            level == depth - 1 ? "0 0 1 1 re f" : string.Concat(Enumerable.Repeat("/X Do ", 10))));
        byte[] file = PagePaintTests.WithResources("/X Do", "/XObject << /X 20 0 R >>", [.. forms]);
        using PictureDocument document = PictureReader.Open(file, new ReadingOptions { Limits = new ReadingLimits { OperatorsPerPage = 5_000 } });

        PagePicture picture = document.Draw(new PictureRequest { Page = 1 }, 0, []);

        Assert.Contains(picture.Diagnostics, diagnostic => diagnostic.Code == "limit-operators");
        Assert.True(picture.Svg.Length < 500_000);
    }

    [Theory]
    [InlineData("/Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB")]
    [InlineData("/Width 2147483647 /Height 2 /ImageMask true /BitsPerComponent 1")]
    [InlineData("/Width -5 /Height 0 /BitsPerComponent 8 /ColorSpace /DeviceGray")]
    [InlineData("/Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray")]
    public void An_image_that_lies_about_its_size_takes_no_memory_and_is_not_drawn(string entries)
    {
        byte[] file = PagePaintTests.WithResources("q 9 0 0 9 0 0 cm /I Do Q", "/XObject << /I 20 0 R >>", (20, $"/Type /XObject /Subtype /Image {entries}", "abc"));

        PagePicture picture = DrawnSvg.Draw(file);

        Check(picture);
        Assert.Contains(picture.Diagnostics, diagnostic => diagnostic.Code is "image-not-drawn" or "damaged-content");
    }

    [Theory]
    [InlineData("1e38 0 0 1e38 0 0 cm 0 0 1e38 1e38 re f 1e30 w 0 0 m 1 1 l S")]
    [InlineData("0 0 0 0 0 0 cm 0 0 m 1 1 l S BT /F1 10 Tf (a) Tj ET")]
    [InlineData("BT /F1 1e30 Tf 1e30 0 0 1e30 0 0 Tm (a) Tj ET")]
    [InlineData("[0 0] 0 d 0 0 m 9 9 l S [-1 5] 0 d 0 0 m 9 9 l S")]
    [InlineData("Q Q Q h l 5 c W n f* B* /Nothing Do /None gs /No sh")]
    public void Numbers_and_operators_out_of_all_bounds_do_no_harm(string content) => Check(DrawnSvg.DrawContent(content));

    private static string Fixtures => Path.Combine(AppContext.BaseDirectory, "../../../../../fixtures");

    private static IEnumerable<string> Ids(XElement svg) => svg.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>();

    private static void Check(PagePicture picture)
    {
        XElement svg = DrawnSvg.Parse(picture);
        Assert.Empty(svg.DescendantsAndSelf().Select(element => element.Name.LocalName).Except(_elements));
        string[] ids = [.. Ids(svg)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        foreach (XAttribute attribute in svg.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.ToString());
            if (attribute.Name.LocalName == "href")
                Assert.True(attribute.Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal) || attribute.Value.StartsWith("data:image/jpeg;base64,", StringComparison.Ordinal)
                    || ids.Contains(attribute.Value[1..]), attribute.Value[..Math.Min(99, attribute.Value.Length)]);
            else if (attribute.Value.Contains("url", StringComparison.OrdinalIgnoreCase))
                Assert.Contains(attribute.Value, ids.Select(id => $"url(#{id})"));
        }
    }
}
