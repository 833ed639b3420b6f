using System.Security.Cryptography;
using System.Text;
using Ingest.App.Configuration;
using Ingest.App.Readers;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Tests.Readers;

/// <summary>With real processes.</summary>
public sealed class PagePicturesTests : IDisposable
{
    private readonly PdfReaders _readers = new(
        new ReaderCommandLine("dotnet", [typeof(ReaderCommandLine).Assembly.Location, ReaderCommandLine.Subcommand]),
        ReaderBounds.Of(new ReaderSettings()), ReaderTimes.Of(new ReaderTimeSettings()));

    private readonly PagePictures _pictures;

    private int _opened;

    public PagePicturesTests() => _pictures = new PagePictures(_readers, ["secret"], password => new ReadingOptions { Password = password });

    public void Dispose()
    {
        _pictures.Dispose();
        _readers.Dispose();
    }

    [Fact]
    public async Task A_page_is_drawn_once_and_then_remembered()
    {
        PictureFile file = Fixture("seed-writer/seed-writer.pdf");
        var request = new PictureRequest { Page = 1, Region = new Box(50, 400, 500, 800), Margin = 3, Marks = [new PictureMark(new Box(60, 500, 90, 510), MarkStyle.Suspect, "<合计> & \"x\"", "c-1")] };

        PagePicture first = await _pictures.DrawAsync(file, request, CancellationToken.None);
        PagePicture again = await _pictures.DrawAsync(file, request with { Marks = [.. request.Marks] }, CancellationToken.None);

        Assert.Same(first, again);
        Assert.Equal(1, _opened);
        string svg = Encoding.UTF8.GetString(first.Svg.Span);
        Assert.Contains("<title>&lt;合计&gt; &amp; &quot;x&quot;</title>", svg, StringComparison.Ordinal);
        Assert.Contains("data-key=\"c-1\"", svg, StringComparison.Ordinal);
        Assert.Equal((456f, 406f), (first.Width, first.Height));
    }

    [Fact]
    public async Task Sizes_are_those_of_all_pages()
    {
        System.Collections.Immutable.ImmutableArray<PageSize> sizes = await _pictures.SizesAsync(Fixture("odd/rotate-90.pdf"), CancellationToken.None);

        Page page = FixtureDocument.Page("odd/rotate-90.pdf", 1);
        Assert.Equal((page.Visible.Height, page.Visible.Width, 90), (sizes[0].Width, sizes[0].Height, sizes[0].Rotation));
    }

    [Fact]
    public async Task A_file_whose_bytes_have_changed_is_not_shown()
    {
        PictureFile file = Fixture("seed-writer/seed-writer.pdf") with { Sha256 = new string('0', 64) };

        var refused = await Assert.ThrowsAsync<PdfReadException>(() => _pictures.DrawAsync(file, new PictureRequest { Page = 1 }, CancellationToken.None));
        Assert.Contains("not the one that was read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_there_is_not_is_the_callers_mistake() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => _pictures.DrawAsync(Fixture("odd/rotate-90.pdf"), new PictureRequest { Page = 99 }, CancellationToken.None));

    [Fact]
    public async Task A_page_that_is_printed_sideways_can_be_shown_level()
    {
        Page page = FixtureDocument.Page("odd/sideways.pdf", 1);

        PagePicture asPrinted = await _pictures.DrawAsync(Fixture("odd/sideways.pdf"), new PictureRequest { Page = 1 }, CancellationToken.None);
        PagePicture level = await _pictures.DrawAsync(Fixture("odd/sideways.pdf"), new PictureRequest { Page = 1, QuarterTurns = null }, CancellationToken.None);

        Assert.Equal((page.Visible.Width, page.Visible.Height), (asPrinted.Width, asPrinted.Height));
        // The text runs upwards: a quarter turn clockwise makes it level.
        Assert.Equal((page.Visible.Height, page.Visible.Width, 1), (level.Width, level.Height, level.QuarterTurns));
    }

    [Fact]
    public async Task Telephone_numbers_and_names_of_contacts_are_left_out_of_pictures_unless_they_are_asked_for()
    {
        const string fixture = "seed-writer/seed-writer.pdf", number = "13999202837";
        int page = Enumerable.Range(1, 20).First(page => PageText.Of(FixtureDocument.Page(fixture, page)).Contains(number, StringComparison.Ordinal));

        PagePicture masked = await _pictures.DrawAsync(Fixture(fixture), new PictureRequest { Page = page }, CancellationToken.None);
        PagePicture shown = await _pictures.DrawAsync(Fixture(fixture), new PictureRequest { Page = page, ShowContacts = true }, CancellationToken.None);

        // 139 and 37 stay, and of the name 刘靖 beside 部门联系人 its first letter: seven letters are bars and not in the picture.
        Assert.Equal((7, 0), (Count(masked, "class=\"masked\""), Count(shown, "class=\"masked\"")));
        Assert.Equal(7, Count(shown, "<use ") - Count(masked, "<use "));
    }

    private static int Count(PagePicture picture, string what) => Encoding.UTF8.GetString(picture.Svg.Span).Split(what).Length - 1;

    private PictureFile Fixture(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "fixtures", name));
        return new PictureFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), () =>
        {
            _opened++;
            return bytes;
        });
    }
}
