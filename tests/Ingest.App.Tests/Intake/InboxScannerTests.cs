using Ingest.App.Intake;

namespace Ingest.App.Tests.Intake;

public sealed class InboxScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_found_in_subfolders_in_the_order_of_their_paths()
    {
        foreach (string name in (string[])["b.pdf", "2024/甲局/a.pdf", "2023/z.PDF"])
            _folder.Write(name, "x");

        Assert.Equal([Path.Combine("2023", "z.PDF"), Path.Combine("2024", "甲局", "a.pdf"), "b.pdf"], Scan().Select(file => file.RelativePath));
        Assert.All(Scan(), file => Assert.Null(file.Left));
    }

    [Theory]
    [InlineData("a.pdf.part", "a temporary file")]
    [InlineData("a.pdf.crdownload", "a temporary file")]
    [InlineData("A.TMP", "a temporary file")]
    [InlineData("~$预算.pdf", "a temporary file")]
    [InlineData("a.pdf~", "a temporary file")]
    [InlineData(".a.pdf", "a hidden or system file")]
    [InlineData("._a.pdf", "a hidden or system file")]
    [InlineData("Thumbs.db", "a hidden or system file")]
    [InlineData("desktop.ini", "a hidden or system file")]
    public void Names_of_unfinished_and_system_files_are_left_with_the_reason(string name, string reason)
    {
        _folder.Write(name, "x");

        Assert.StartsWith(reason, Assert.Single(Scan()).Left!.Value.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".git/a.pdf")]
    [InlineData("@eaDir/a.pdf")]
    [InlineData("__MACOSX/a.pdf")]
    public void Folders_that_systems_keep_for_themselves_are_not_entered(string name)
    {
        _folder.Write(name, "x");

        Assert.Empty(Scan());
    }

    [Fact]
    public void A_link_to_a_file_or_folder_outside_is_named_and_not_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.pdf", "x");
        File.CreateSymbolicLink(_folder.File("file.pdf"), outside.File("secret.pdf"));
        Directory.CreateSymbolicLink(_folder.File("folder"), outside.Path);

        IReadOnlyList<InboxFile> found = Scan();

        Assert.Equal(["file.pdf", "folder"], found.Select(file => file.RelativePath));
        Assert.All(found, file => Assert.StartsWith("a link", file.Left!.Value.English, StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_that_leads_round_in_a_circle_does_not_hang_the_scan()
    {
        Directory.CreateSymbolicLink(_folder.File("again"), _folder.Path);
        _folder.Write("a.pdf", "x");

        Assert.Equal(["a.pdf", "again"], Scan().Select(file => file.RelativePath));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_left_and_one_at_the_limit_is_not()
    {
        _folder.Write("big.pdf", new string('x', 1001));
        _folder.Write("fits.pdf", new string('x', 1000));

        Assert.Equal(["big.pdf"], Scan(1000).Where(file => file.Left is not null).Select(file => file.RelativePath));
    }

    [Fact]
    public void The_programs_own_lock_is_not_seen()
    {
        using FolderLock own = FolderLock.Take(_folder.Path);

        Assert.Empty(Scan());
    }

    [Fact]
    public void An_inbox_that_is_gone_is_said_to_be_gone_and_not_taken_for_an_empty_one() =>
        Assert.Throws<DirectoryNotFoundException>(() => new InboxScanner(_folder.File("none"), 1000).Scan());

    [Fact]
    public void A_folder_that_cannot_be_looked_into_is_told_and_keeps_nothing_else_from_being_found()
    {
        using var unreachable = new UnreachableFolder(_folder.Path, "deep.pdf", [1]);
        _folder.Write("a/a.pdf", "x");
        _folder.Write("z.pdf", "x");
        var scanner = new InboxScanner(_folder.Path, 1000);

        InboxContents found = scanner.Scan();

        Assert.Equal([Path.Combine("a", "a.pdf"), "z.pdf"], found.Files.Select(file => file.RelativePath));
        Assert.Contains("path", Assert.Single(found.Closed).Problem.English, StringComparison.Ordinal);
        unreachable.Open();
        Assert.Equal(3, scanner.Scan().Files.Count);
        Assert.Empty(scanner.Scan().Closed);
    }

    [Fact]
    public void A_folder_that_lies_too_deep_is_told_and_not_passed_over()
    {
        string deepest = Path.Combine([.. Enumerable.Range(1, FolderTree.MaxDepth + 1).Select(level => $"{level}")]);
        _folder.Write(Path.Combine(deepest, "lost.pdf"), "x");
        _folder.Write(Path.Combine(Path.GetDirectoryName(deepest)!, "found.pdf"), "x");

        InboxContents found = new InboxScanner(_folder.Path, 1000).Scan();

        Assert.EndsWith("found.pdf", Assert.Single(found.Files).RelativePath, StringComparison.Ordinal);
        Assert.Equal(_folder.File(deepest), Assert.Single(found.Closed).Path);
    }

    private IReadOnlyList<InboxFile> Scan(long maxBytes = 1 << 20) => new InboxScanner(_folder.Path, maxBytes).Scan().Files;
}
