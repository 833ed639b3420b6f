using System.Text;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Witness;
using Ingest.Pdf;

namespace Ingest.App.Tests.Readers;

/// <summary>With real processes; the first line of the file says what it does to them.</summary>
public sealed class ProcessReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly ProcessReader _reader = new(
        new ReaderSetup { Reader = "any", PagesOnly = true }, "apart-1", new ReaderTimes(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20), TimeSpan.Zero), new ReaderCommandLine("dotnet", [Repository.TestReader]),
        new ReaderBounds(TimeSpan.FromMinutes(1), 200L << 20, 100, 900L << 20));

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Pages_come_out_of_the_process_as_they_were_read()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Repository.Root, "fixtures", "seed-writer", "seed-writer.pdf"));
        using IPdfDocument here = new BuiltInPdfReader().Open(file, ReadingOptions.Default);
        using IPdfDocument there = _reader.Open(file, ReadingOptions.Default);

        Assert.Equal((here.PageCount, here.Properties), (there.PageCount, there.Properties));
        for (int number = 1; number <= here.PageCount; number++)
        {
            Page one = here.ReadPage(number), other = there.ReadPage(number);
            Assert.Equal(one.Letters.AsEnumerable(), other.Letters);
            Assert.Equal(one.Rulings.AsEnumerable(), other.Rulings);
            Assert.Equal(one.Fills.AsEnumerable(), other.Fills);
            Assert.Equal(one.Images.AsEnumerable(), other.Images);
            Assert.Equal(one.Diagnostics.AsEnumerable(), other.Diagnostics);
            Assert.Equal((one.Number, one.Width, one.Height, one.Visible, one.Rotation, one.ImageOnly), (other.Number, other.Width, other.Height, other.Visible, other.Rotation, other.ImageOnly));
        }
    }

    [Fact]
    public void A_refusal_comes_with_its_reason()
    {
        var refused = Assert.Throws<PdfReadException>(() => _reader.Open("no file at all"u8.ToArray(), ReadingOptions.Default));

        Assert.Equal(ReadFailure.NotPdf, refused.Failure);
        Assert.Contains("not a PDF", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overflow", "ended the reader process")]
    [InlineData("exit", "exit code 77")]
    [InlineData("grow", "took more than 200 MB")]
    [InlineData("babble", "something that is no reply")]
    public void A_file_that_ends_its_process_is_refused_by_this_reader_alone(string deed, string why)
    {
        var lost = Assert.Throws<PdfReadException>(() => _reader.Open(Bytes($"open {deed}"), ReadingOptions.Default));

        Assert.Equal(ReadFailure.ReaderLost, lost.Failure);
        Assert.Contains(why, lost.Message, StringComparison.Ordinal);
        using IPdfDocument next = _reader.Open(Bytes("good"), ReadingOptions.Default);
        Assert.NotEmpty(next.ReadPage(1).Letters);
    }

    [Fact]
    public void A_page_that_ends_its_process_says_so_and_costs_no_second_process_when_it_is_asked_for_again()
    {
        using IPdfDocument document = _reader.Open(Bytes("page exit"), ReadingOptions.Default);

        Page lost = document.ReadPage(1), again = document.ReadPage(1);

        Assert.Equal((ReadFailures.Crashed, Severity.Error, 1), (lost.Diagnostics[0].Code, lost.Diagnostics[0].Severity, lost.Diagnostics[0].Page));
        Assert.Same(lost.Diagnostics[0].Message.English, again.Diagnostics[0].Message.English);
    }

    [Fact]
    public void A_page_that_never_comes_is_given_up_when_its_time_is_over()
    {
        using var impatient = new ProcessReader(
            new ReaderSetup { Reader = "any", PagesOnly = true }, "apart-1", new ReaderTimes(TimeSpan.FromMilliseconds(200), TimeSpan.FromMinutes(1), TimeSpan.Zero) { Grace = TimeSpan.Zero },
            new ReaderCommandLine("dotnet", [Repository.TestReader]), new ReaderBounds(TimeSpan.FromMinutes(1), 900L << 20, 100, 900L << 20));
        using IPdfDocument document = impatient.Open(Bytes("page hang"), ReadingOptions.Default);

        Assert.Equal(ReadFailures.TimeLimit, document.ReadPage(1).Diagnostics[0].Code);
    }

    [Fact]
    public void A_process_that_ends_once_is_tried_again()
    {
        using IPdfDocument document = _reader.Open(Bytes($"once {_folder.File("met")}"), ReadingOptions.Default);

        Page page = document.ReadPage(1);

        Assert.DoesNotContain(page.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.NotEmpty(page.Letters);
    }

    [Theory]
    [InlineData("open exit")]
    [InlineData("page exit")]
    public void What_costs_the_first_reader_its_process_is_read_by_the_built_in_one_and_that_is_said(string deed)
    {
        var reader = new FallbackReader(_reader, new BuiltInPdfReader());

        using IPdfDocument document = reader.Open(Bytes(deed), ReadingOptions.Default);
        Page page = document.ReadPage(1);

        Assert.NotEmpty(page.Letters);
        Assert.Contains(document.Diagnostics.Concat(page.Diagnostics), diagnostic => diagnostic is { Code: LetterWitness.ReadByTheOther, Severity: Severity.Warning });
        Assert.DoesNotContain(page.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("open exit", TestimonyAnswer.Silent)]
    [InlineData("page exit", TestimonyAnswer.Silent)]
    [InlineData("good", TestimonyAnswer.Same)]
    public void A_witness_that_loses_its_process_is_silent_and_says_why(string deed, TestimonyAnswer expected)
    {
        byte[] file = Bytes(deed);
        using IPdfDocument document = new BuiltInPdfReader().Open(file, ReadingOptions.Default);
        var figure = new CellReference { Statement = "T03", Page = 1, Box = document.ReadPage(1).Letters[0].Box };
        using var witness = new LetterWitness(new BuiltInPdfReader(), _reader, file, ReadingOptions.Default);

        Assert.Equal(expected, witness.Ask(figure, default).Answer);
        Assert.Equal(expected == TestimonyAnswer.Silent, witness.Silence is not null);
    }

    /// <summary>A sound file whose first line is no part of it.</summary>
    private static byte[] Bytes(string deed) => [.. Encoding.UTF8.GetBytes(deed + "\n"), .. WarmUpDocument.Create()];
}
