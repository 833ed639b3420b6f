using System.Globalization;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf.Tests.Objects;

public sealed class PageTreeTests
{
    [Fact]
    public void A_page_inherits_what_it_does_not_say()
    {
        PageNode page = Tree(
            (2, "<< /Type /Pages /Kids [3 0 R] /MediaBox [0 0 300 400] /Rotate 90 /Resources << /Mark 1 >> >>"),
            (3, "<< /Type /Pages /Kids [4 0 R] /CropBox [10 20 200 300] >>"),
            (4, "<< /Type /Page /UserUnit 2 >>")).Get(0)!;

        Assert.Equal(new Box(0, 0, 300, 400), page.MediaBox);
        Assert.Equal(new Box(10, 20, 200, 300), page.CropBox);
        Assert.Equal(90, page.Rotate);
        Assert.Equal(2, page.UserUnit);
        Assert.True(page.Resources.TryGet("Mark", out _));
    }

    [Fact]
    public void What_a_page_says_itself_counts()
    {
        PageNode page = Tree(
            (2, "<< /Type /Pages /Kids [3 0 R] /MediaBox [0 0 300 400] /Rotate 90 >>"),
            (3, "<< /Type /Page /MediaBox [0 0 10 20] /Rotate 0 /Resources << >> >>")).Get(0)!;

        Assert.Equal(new Box(0, 0, 10, 20), page.MediaBox);
        Assert.Equal(0, page.Rotate);
    }

    [Theory]
    [InlineData("[200 300 0 0]", 0, 0, 200, 300)]
    [InlineData("[10 20 110.5 220]", 10, 20, 110.5f, 220)]
    [InlineData("[0 0 0 0]", 0, 0, 612, 792)]
    [InlineData("[0 0 10]", 0, 0, 612, 792)]
    [InlineData("[0 0 /a 10]", 0, 0, 612, 792)]
    [InlineData("[0 0 1e 99999999999]", 0, 0, 612, 792)]
    [InlineData("7", 0, 0, 612, 792)]
    public void A_box_is_put_in_order_or_replaced(string box, float left, float bottom, float right, float top)
    {
        PageNode page = Tree((2, "<< /Kids [3 0 R] >>"), (3, $"<< /Type /Page /MediaBox {box} >>")).Get(0)!;

        Assert.Equal(new Box(left, bottom, right, top), page.MediaBox);
        Assert.Equal(page.MediaBox, page.CropBox);
    }

    [Theory]
    [InlineData("[-50 -50 100 100]", 0, 0, 100, 100)]
    [InlineData("[500 500 600 600]", 0, 0, 200, 200)]
    [InlineData("[0 0 0 0]", 0, 0, 200, 200)]
    public void The_crop_box_stays_within_the_media_box(string box, float left, float bottom, float right, float top)
    {
        PageNode page = Tree((2, "<< /Kids [3 0 R] >>"), (3, $"<< /Type /Page /MediaBox [0 0 200 200] /CropBox {box} >>")).Get(0)!;

        Assert.Equal(new Box(left, bottom, right, top), page.CropBox);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("90", 90)]
    [InlineData("180", 180)]
    [InlineData("270", 270)]
    [InlineData("-90", 270)]
    [InlineData("450", 90)]
    [InlineData("-450", 270)]
    [InlineData("89", 90)]
    [InlineData("3600000000000090", 90)]
    [InlineData("/x", 0)]
    public void A_rotation_is_a_quarter_turn(string rotate, int expected) =>
        Assert.Equal(expected, Tree((2, "<< /Kids [3 0 R] >>"), (3, $"<< /Type /Page /Rotate {rotate} >>")).Get(0)!.Rotate);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-2", 1)]
    [InlineData("99999999", 1)]
    [InlineData("0.5", 0.5f)]
    public void A_user_unit_that_makes_no_sense_is_1(string unit, float expected) =>
        Assert.Equal(expected, Tree((2, "<< /Kids [3 0 R] >>"), (3, $"<< /Type /Page /UserUnit {unit} >>")).Get(0)!.UserUnit);

    [Theory]
    // The count lies.
    [InlineData("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 900 >>", 2)]
    [InlineData("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count -1 >>", 2)]
    // Types are missing or wrong.
    [InlineData("<< /Kids [3 0 R 4 0 R] >>", 2)]
    [InlineData("<< /Type /Catalog /Kids [3 0 R 4 0 R] >>", 2)]
    // Nulls, pages directly, pages twice.
    [InlineData("<< /Type /Pages /Kids [null 3 0 R null 4 0 R] >>", 2)]
    [InlineData("<< /Type /Pages /Kids [<< /Type /Page >> << /Kids [3 0 R 4 0 R] >>] >>", 3)]
    [InlineData("<< /Type /Pages /Kids [3 0 R 3 0 R 4 0 R] >>", 3)]
    // Circles.
    [InlineData("<< /Type /Pages /Kids [3 0 R 2 0 R 4 0 R] >>", 2)]
    [InlineData("<< /Type /Pages /Kids [3 0 R 5 0 R 5 0 R 4 0 R] >>", 3)]
    // A page as the root, an array behind a reference.
    [InlineData("<< /Type /Page >>", 1)]
    [InlineData("<< /Type /Pages /Kids 6 0 R >>", 2)]
    // A page that got lost is still a page.
    [InlineData("<< /Type /Pages /Kids [3 0 R 99 0 R 4 0 R] >>", 3)]
    public void Pages_are_counted_as_they_are(string root, int expected)
    {
        PageTree tree = Tree(
            (2, root), (3, "<< /Type /Page >>"), (4, "<< /MediaBox [0 0 1 1] >>"),
            (5, "<< /Type /Pages /Kids [3 0 R 2 0 R 5 0 R] >>"), (6, "[3 0 R 4 0 R]"));

        Assert.Equal(expected, tree.CountAll());
    }

    [Fact]
    public void The_first_page_is_reached_without_the_others()
    {
        PdfBuilder builder = PdfBuilder.WithPages([.. Enumerable.Repeat("", 1000)]);
        var file = new OpenedFile(builder.XrefTable().ToArray());

        Assert.True(file.File.Pages.TryReach(0));
        Assert.Equal(1, file.File.Pages.Found);
    }

    [Fact]
    public void Without_a_tree_pages_are_taken_in_the_order_of_the_file()
    {
        PdfBuilder builder = new PdfBuilder().Header()
            .Object(9, "<< /Type /Page /Parent 3 0 R /Contents 20 0 R >>")
            .Object(5, "<< /Type /Page /Parent 3 0 R /Contents 21 0 R >>")
            .Stream(20, "", PdfBuilder.Latin("one")).Stream(21, "", PdfBuilder.Latin("two"))
            .Object(3, "<< /Type /Lost /MediaBox [0 0 50 60] /Parent 3 0 R >>")
            .Object(1, "<< /Type /Catalog >>");
        var file = new OpenedFile(builder.XrefTable().ToArray());

        Assert.Equal(2, file.File.Pages.CountAll());
        Assert.Equal("one", file.Content(0));
        Assert.Equal("two", file.Content(1));
        Assert.Equal(50, file.Page(0).MediaBox.Width);
        Assert.Contains("damaged-page-tree", file.Codes);
    }

    [Fact]
    public void A_deep_tree_ends_at_the_limit()
    {
        PdfBuilder builder = new PdfBuilder().Header().Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        for (int i = 2; i < 500; i++)
            builder.Object(i, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{(i == 2 ? "600 0 R " : "")}{i + 1} 0 R] >>"));
        builder.Object(500, "<< /Type /Page >>").Object(600, "<< /Type /Page >>");
        var file = new OpenedFile(builder.XrefTable().ToArray());

        Assert.Equal(1, file.File.Pages.CountAll());
        Assert.Equal(["limit-depth"], file.Codes);
    }

    [Fact]
    public void More_pages_than_the_limit_are_not_read()
    {
        byte[] bytes = PdfBuilder.WithPages("", "", "", "").XrefTable().ToArray();
        var file = new OpenedFile(bytes, new ReadingOptions { Limits = new ReadingLimits { Pages = 3 } });

        Assert.Equal(3, file.File.Pages.CountAll());
        Assert.Equal(["limit-pages"], file.Codes);
    }

    private static PageTree Tree(params (int Number, string Body)[] objects)
    {
        PdfBuilder builder = new PdfBuilder().Header().Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        foreach ((int number, string body) in objects)
            builder.Object(number, body);
        return new OpenedFile(builder.XrefTable().ToArray()).File.Pages;
    }
}
