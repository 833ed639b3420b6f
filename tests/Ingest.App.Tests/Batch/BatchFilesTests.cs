using Ingest.App.Batch;

namespace Ingest.App.Tests.Batch;

public sealed class BatchFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_a_folder_every_pdf_below_it_is_meant_and_a_file_as_it_is_named()
    {
        foreach (string name in (string[])["in/2023/b.pdf", "in/a.PDF", "in/notes.txt", "other.dat"])
            _folder.Write(name, "x");

        IReadOnlyList<string> found = BatchFiles.Find([_folder.File("in"), _folder.File("other.dat"), _folder.File("in", "a.PDF"), _folder.File("none")], out IReadOnlyList<string> missing);

        Assert.Equal([_folder.File("in", "2023", "b.pdf"), _folder.File("in", "a.PDF"), _folder.File("other.dat")], found);
        Assert.Equal([_folder.File("none")], missing);
    }

    [Fact]
    public void A_link_that_leads_round_in_a_circle_is_not_followed()
    {
        _folder.Write("in/a.pdf", "x");
        Directory.CreateSymbolicLink(_folder.File("in", "again"), _folder.File("in"));

        Assert.Single(BatchFiles.Find([_folder.File("in")], out _));
    }
}
