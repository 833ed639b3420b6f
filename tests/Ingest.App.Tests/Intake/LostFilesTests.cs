using System.Diagnostics;
using Ingest.App.Batch;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.Store;

namespace Ingest.App.Tests.Intake;

/// <summary>Ways in which a file was lost or falsified, each repeated.</summary>
public sealed class LostFilesTests : IDisposable
{
    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_file_in_work_whose_number_is_another_arrivals_in_a_new_store_goes_back_to_the_inbox()
    {
        Arrival theirs = (await _place.InboxClaims.TakeAsync(Dropped("old.pdf", "of the lost store"), default))!;
        using var rebuilt = new Workspace();
        Arrival ours = (await rebuilt.InboxClaims.TakeAsync(Seen(rebuilt, rebuilt.Drop("new.pdf", "of the new store")), default))!;
        Assert.Equal(theirs.Id, ours.Id);
        File.Move(_place.InboxClaims.PlaceOf(theirs), Path.Combine(rebuilt.Folders.Processing, $"{theirs.Id}.pdf"));

        Assert.Equal([ours.Id], rebuilt.InboxClaims.Unfinished().Select(arrival => arrival.Id));

        string recovered = Assert.Single(Workspace.Files(rebuilt.Folders.Inbox));
        Assert.Equal(MadeDocument.Pdf("of the lost store"), File.ReadAllBytes(Path.Combine(rebuilt.Folders.Inbox, recovered)));
    }

    [Fact]
    public async Task A_file_left_by_a_version_that_named_it_by_number_alone_is_still_that_arrivals()
    {
        Arrival taken = (await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "a"), default))!;
        File.Move(_place.InboxClaims.PlaceOf(taken), Path.Combine(_place.Folders.Processing, $"{taken.Id}.pdf"));

        Assert.Equal(taken.Id, Assert.Single(_place.InboxClaims.Unfinished()).Id);
        Assert.True(_place.InboxClaims.IsHere(taken));
    }

    [Fact]
    public async Task What_is_appended_after_a_file_was_taken_comes_in_anew_and_the_archive_holds_what_was_read()
    {
        Arrival arrival = (await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "a"), default))!;
        string path = _place.InboxClaims.PlaceOf(arrival);
        _place.Reading.Script = (_, usual, _) =>
        {
            File.AppendAllText(path, "\n% an incremental update\n%%EOF\n");
            return Task.FromResult(usual);
        };

        await _place.Flow.CompleteAsync(arrival, path, move: true, default);

        Assert.Equal(MadeDocument.Pdf("a"), File.ReadAllBytes(_place.Store.FindArrival(arrival.Id)!.Location!));
        Assert.EndsWith("%%EOF\n", File.ReadAllText(Path.Combine(_place.Folders.Inbox, "a.pdf")), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [LinuxFact]
    public async Task A_file_that_its_writer_still_holds_is_archived_as_a_copy_that_the_writer_cannot_reach()
    {
        Arrival arrival = (await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "a"), default))!;
        string path = _place.InboxClaims.PlaceOf(arrival);
        using (var writer = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            _place.FileArchive.Archive(arrival, path, 2024, "某某局");
            writer.Write("later"u8);
        }

        Assert.Equal(MadeDocument.Pdf("a"), _place.Archived("2024", "某某局", "a.pdf"));
        Assert.EndsWith("later", File.ReadAllText(Path.Combine(_place.Folders.Inbox, "a.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_overwritten_while_it_was_read_is_said_and_what_is_there_now_comes_in_anew()
    {
        Arrival arrival = (await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "a"), default))!;
        string path = _place.InboxClaims.PlaceOf(arrival);
        _place.Reading.Script = (_, usual, _) =>
        {
            File.WriteAllBytes(path, MadeDocument.Pdf("something else"));
            return Task.FromResult(usual);
        };

        await _place.Flow.CompleteAsync(arrival, path, move: true, default);

        Assert.Equal(MadeDocument.Pdf("something else"), File.ReadAllBytes(Path.Combine(_place.Folders.Inbox, "a.pdf")));
        Assert.Single(_place.Log.Of(305));
    }

    [LinuxFact]
    public async Task A_store_that_is_replaced_under_the_program_ends_it_before_anything_is_archived()
    {
        Arrival arrival = (await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "a"), default))!;
        File.Move(_place.Folders.StoreFile, _place.Folders.StoreFile + ".away");
        await Assert.ThrowsAsync<StoreLostException>(() => _place.Flow.CompleteAsync(arrival, _place.InboxClaims.PlaceOf(arrival), move: true, default));
        File.Copy(_place.Folders.StoreFile + ".away", _place.Folders.StoreFile);
        StoreLostException lost = Assert.Throws<StoreLostException>(_place.Guard.Check);

        Assert.Contains("被换成了另一个文件", lost.Text.Chinese, StringComparison.Ordinal);
        Assert.True(_place.InboxClaims.IsHere(arrival));
        Assert.Empty(Workspace.Files(_place.Folders.Archive));
    }

    [LinuxFact]
    public void Pipes_and_sockets_in_the_inbox_are_named_and_never_opened()
    {
        string pipe = Path.Combine(_place.Folders.Inbox, "pipe.pdf");
        using (var made = Process.Start("mkfifo", [pipe]))
            made.WaitForExit();

        InboxFile seen = Assert.Single(new InboxScanner(_place.Folders.Inbox, 1 << 20).Scan().Files);

        Assert.Equal("a pipe, a socket or a device, no file", seen.Left?.English);
        Assert.Throws<NotRegularFileException>(() => _place.Disk.OpenRead(pipe));
        Assert.Equal([pipe], BatchFiles.Find([pipe]).Missing);
    }

    [LinuxFact]
    public void A_file_that_a_program_has_open_to_write_is_not_settled()
    {
        InboxFile file = Dropped("a.pdf", "a");
        Assert.Equal(PdfShape.Whole, PdfSignature.OfFile(file));

        using var writer = new FileStream(file.Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

        Assert.Equal(PdfShape.Unfinished, PdfSignature.OfFile(file));
    }

    private InboxFile Dropped(string name, string text) => Seen(_place, _place.Drop(name, text));

    private static InboxFile Seen(Workspace place, string path) =>
        new(Path.GetRelativePath(place.Folders.Inbox, path), path, new FileInfo(path).Length, File.GetLastWriteTimeUtc(path), null);
}
