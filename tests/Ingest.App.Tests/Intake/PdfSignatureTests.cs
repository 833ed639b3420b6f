using System.Text;
using Ingest.App.Intake;

namespace Ingest.App.Tests.Intake;

public sealed class PdfSignatureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("%PDF-1.7\nx\n%%EOF\n", "Whole")]
    [InlineData("%PDF-1.7\nx\n%%EOF\n\0\0\0\0", "Whole")]
    [InlineData("junk before %PDF-1.4\n%%EOF", "Whole")]
    [InlineData("%PDF-1.7\nx", "Unfinished")]
    [InlineData("", "Unfinished")]
    [InlineData("<html>", "Other")]
    public void A_file_is_judged_by_how_it_begins_and_ends(string text, string expected)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(text));

        Assert.Equal(expected, PdfSignature.Of(stream).ToString());
    }

    [Fact]
    public void Real_files_begin_and_end_as_pdf()
    {
        foreach (string path in (string[])["seed-writer/seed-writer.pdf", "pair-2023/pair-2023.pdf", "odd/linearised.pdf"])
        {
            using FileStream file = File.OpenRead(Path.Combine(Repository.Root, "fixtures", path));
            Assert.Equal(PdfShape.Whole, PdfSignature.Of(file));
        }
    }

    [Fact]
    public void A_file_that_cannot_be_opened_may_yet_be_written_to()
    {
        string path = _folder.File("gone.pdf");

        Assert.Equal(PdfShape.Unfinished, PdfSignature.OfFile(new InboxFile("gone.pdf", path, 1, default, null)));
    }
}
