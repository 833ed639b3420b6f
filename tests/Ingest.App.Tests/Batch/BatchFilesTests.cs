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

        var found = BatchFiles.Find([_folder.File("in"), _folder.File("other.dat"), _folder.File("in", "a.PDF"), _folder.File("none")]);

        Assert.Equal([_folder.File("in", "2023", "b.pdf"), _folder.File("in", "a.PDF"), _folder.File("other.dat")], found.Files);
        Assert.Equal([_folder.File("none")], found.Missing);
        Assert.Empty(found.Closed);
    }

    [Fact]
    public void A_folder_that_cannot_be_looked_into_is_told()
    {
        _folder.Write("in/a.pdf", "x");
        using var unreachable = new UnreachableFolder(_folder.File("in"), "deep.pdf", [1]);

        var found = BatchFiles.Find([_folder.File("in")]);

        Assert.Single(found.Files);
        Assert.StartsWith(_folder.File("in"), Assert.Single(found.Closed).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_round_in_a_circle_is_not_followed()
    {
        _folder.Write("in/a.pdf", "x");
        Directory.CreateSymbolicLink(_folder.File("in", "again"), _folder.File("in"));

        Assert.Single(BatchFiles.Find([_folder.File("in")]).Files);
    }
}
