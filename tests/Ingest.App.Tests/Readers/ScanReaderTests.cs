using Ingest.App.Readers;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Readers;

public class ScanReaderTests
{
    private static readonly Page _letters = Blank with { Number = 1 };

    private static readonly Page _picture = Blank with { Number = 2, ImageOnly = true, Diagnostics = [new Diagnostic("image-only", Severity.Warning, Phrase.Same("a picture"), 2)] };

    private static readonly Page _recognised = Blank with { Number = 2, Recognised = [new RecognisedText("534.24", new Box(1, 2, 3, 4), 0.98f, false) { Alternatives = ["584.24", "53424"] }], Skew = 0.5f };

    private static Page Blank => new()
    {
        Number = 0, Width = 10, Height = 10, Visible = new Box(0, 0, 10, 10), Rotation = 0,
        Letters = [], Rulings = [], Fills = [], Images = [], ImageOnly = false, Diagnostics = [],
    };

    [Fact]
    public void Only_pictures_are_recognised_and_the_recogniser_is_not_opened_before()
    {
        var recogniser = new PagesReader("ocr", _letters, _recognised);
        using IPdfDocument document = new ScanReader(new PagesReader("first", _letters, _picture), recogniser).Open(default, ReadingOptions.Default);

        Assert.Same(_letters, document.ReadPage(1));
        Assert.Equal(0, recogniser.Opened);
        Assert.Same(_recognised, document.ReadPage(2));
        document.ReadPage(2);
        Assert.Equal(1, recogniser.Opened);
    }

    [Fact]
    public void A_page_that_costs_the_recogniser_its_process_stays_a_picture_and_says_why()
    {
        Page lost = Blank with { Number = 2, Diagnostics = [new Diagnostic(ReadFailures.Crashed, Severity.Error, Phrase.Same("gone"), 2)] };
        using IPdfDocument document = new ScanReader(new PagesReader("first", _letters, _picture), new PagesReader("ocr", _letters, lost)).Open(default, ReadingOptions.Default);

        Page page = document.ReadPage(2);

        Assert.True(page.ImageOnly);
        Assert.Equal(["image-only", ReadFailures.Crashed], page.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_recogniser_that_refuses_the_file_is_asked_once_and_said_on_every_page()
    {
        var refusing = new PagesReader("ocr");
        using IPdfDocument document = new ScanReader(new PagesReader("first", _letters, _picture), refusing).Open(default, ReadingOptions.Default);

        Assert.Equal("not-recognised", document.ReadPage(2).Diagnostics[^1].Code);
        Assert.Contains("no pages", document.ReadPage(2).Diagnostics[^1].Message.English, StringComparison.Ordinal);
        Assert.Equal(1, refusing.Opened);
    }

    [Fact]
    public void What_was_recognised_goes_whole_from_process_to_process()
    {
        Page page = PageAnswer.Parse(new PageAnswer(_recognised, []).ToBytes()).Page;

        RecognisedText text = Assert.Single(page.Recognised);
        Assert.Equal((0.5f, "534.24", new Box(1, 2, 3, 4), 0.98f, false), (page.Skew, text.Text, text.Box, text.Confidence, text.IsSure));
        Assert.Equal(["584.24", "53424"], text.Alternatives.AsEnumerable());
    }

    /// <summary>Gives the pages that it is made with; with none it refuses every file.</summary>
    private sealed class PagesReader(string id, params Page[] pages) : IPdfReader
    {
        public int Opened { get; private set; }

        public string Id => id;

        public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default)
        {
            Opened++;
            return pages.Length > 0 ? new Pages(pages) : throw new PdfReadException(ReadFailure.Damaged, Phrase.Same("no pages"));
        }
    }

    private sealed class Pages(Page[] pages) : IPdfDocument
    {
        public int PageCount => pages.Length;

        public DocumentProperties Properties => new(null, null, null, false);

        public IReadOnlyList<Diagnostic> Diagnostics => [];

        public Page ReadPage(int number, CancellationToken cancellation = default) => pages[number - 1];

        public void Dispose()
        {
        }
    }
}
