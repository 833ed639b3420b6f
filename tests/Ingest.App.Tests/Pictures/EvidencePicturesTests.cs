using System.Collections.Immutable;
using Ingest.App.Pictures;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Tests.Pictures;

/// <summary>What of a page is shown for a cell. The seed document, whose 表5 begins on page 8 and goes on on page 9, and turned tables.</summary>
public class EvidencePicturesTests
{
    private const string Seed = "faults/digit-typo-t05.pdf";

    [Fact]
    public void Rows_near_the_title_are_one_picture_with_title_and_heads()
    {
        PictureRequest picture = Assert.Single(Evidence(Seed, "T10", "公务用车运行费", out PictureMark mark));

        Assert.Equal(mark, Assert.Single(picture.Marks));
        string shown = Letters(Seed, picture);
        Assert.StartsWith("表10财政拨款“三公”经费支出情况表", shown, StringComparison.Ordinal);
        Assert.Contains("一般公共预算", shown, StringComparison.Ordinal);
        Assert.Contains("公务用车运行费", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_table_that_goes_on_the_title_is_shown_from_where_it_begins()
    {
        IReadOnlyList<PictureRequest> pictures = Evidence(Seed, "T05", "行政单位医疗", out PictureMark mark);

        Assert.Equal([8, 9], pictures.Select(picture => picture.Page));
        Assert.StartsWith("表5一般公共预算支出情况表", Letters(Seed, pictures[0]), StringComparison.Ordinal);
        Assert.Empty(pictures[0].Marks);
        Assert.Equal(mark, Assert.Single(pictures[1].Marks));
        Assert.Contains("行政单位医疗", Letters(Seed, pictures[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void No_letter_is_cut_in_two()
    {
        foreach (PictureRequest picture in Evidence(Seed, "T05", "行政单位医疗", out _))
        {
            Box shown = picture.Region!.Value;
            Assert.DoesNotContain(
                FixtureDocument.Page(Seed, picture.Page).Letters, letter => letter.Text != " " && letter.Box.Meets(shown) && !shown.Inflate(0.1f).Holds(letter.Box));
        }
    }

    [Theory]
    [InlineData("odd/rotate-90.pdf")]
    [InlineData("odd/rotate-270.pdf")]
    [InlineData("odd/sideways.pdf")]
    public void A_turned_table_is_shown_level_and_in_its_whole_width(string fixture)
    {
        Page page = FixtureDocument.Page(fixture, 1);
        BudgetDocument document = FixtureDocument.Read(fixture);
        AmountCell cell = document.Statements.SelectMany(statement => statement.Rows).SelectMany(row => row.Cells).First(cell => cell.Page == 1 && cell.Value is not null);

        PictureRequest picture = EvidencePictures.Of(document, number => number == 1 ? page : null, 1, [new PictureMark(cell.Box, MarkStyle.Suspect)])[^1];

        Box region = picture.Region!.Value;
        Assert.True(region.Holds(cell.Box));
        // Level means that letters are taller than wide on the page as it lies: the width of the picture is the height of the page.
        Assert.Equal(page.Visible.Height, region.Height, 0.1f);
        float angle = page.Letters.GroupBy(letter => letter.Angle).MaxBy(group => group.Count())!.Key;
        Assert.Equal(angle, ((page.Rotation / 90) + picture.QuarterTurns!.Value) % 4 * 90);
    }

    private static IReadOnlyList<PictureRequest> Evidence(string fixture, string statement, string row, out PictureMark mark)
    {
        BudgetDocument document = FixtureDocument.Read(fixture);
        AmountCell cell = document.Statements.Single(one => one.Id == statement).Rows.First(one => one.Name == row).Cells.First(one => one.Value is not null);
        mark = new PictureMark(cell.Box, MarkStyle.Suspect);
        ImmutableArray<PictureMark> marks = [mark];
        return EvidencePictures.Of(document, number => FixtureDocument.Page(fixture, number), cell.Page, marks);
    }

    /// <summary>What a picture shows, without blanks, in the order of the page.</summary>
    private static string Letters(string fixture, PictureRequest picture)
    {
        Page page = FixtureDocument.Page(fixture, picture.Page);
        string text = PageText.Of(page with { Letters = [.. page.Letters.Where(letter => picture.Region!.Value.Contains(letter.Box.CenterX, letter.Box.CenterY))] });
        return string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
    }
}
