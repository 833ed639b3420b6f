using Ingest.App.Intake;
using Ingest.Store;

namespace Ingest.App.Tests.Intake;

public sealed class InboxClaimsTests : IDisposable
{
    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_file_is_known_to_the_store_before_it_leaves_the_inbox()
    {
        var steps = new List<string>();
        _place.StoreFault = method =>
        {
            steps.Add(method);
            return null;
        };
        _place.Disk.Fault = (step, _) =>
        {
            steps.Add(step);
            return null;
        };
        InboxFile file = Dropped("甲/a.pdf", "a");

        Arrival arrival = (await _place.InboxClaims.TakeAsync(file, default))!;

        Assert.Equal(["Claim", "Rename", "Relocate"], steps.Where(step => step is "Claim" or "Rename" or "Relocate"));
        Assert.Equal((file.RelativePath, _place.InboxClaims.PlaceOf(arrival)), (arrival.OriginalPath, _place.Store.FindArrival(arrival.Id)!.Location));
        Assert.True(_place.InboxClaims.IsHere(arrival));
    }

    [Fact]
    public async Task A_file_that_could_not_be_taken_and_has_other_bytes_now_is_withdrawn_and_comes_in_as_it_is()
    {
        _place.Disk.Fault = (step, _) => step == "Rename" ? new UnauthorizedAccessException("denied") : null;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _place.InboxClaims.TakeAsync(Dropped("a.pdf", "before"), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _place.InboxClaims.TakeAsync(Dropped("a.pdf", "before"), default));
        Assert.Equal(ArrivalState.Claimed, Assert.Single(_place.Store.Arrivals()).State);
        _place.Disk.Fault = (_, _) => null;

        await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "after"), default);

        Assert.Equal([(ArrivalState.Withdrawn, "changed"), (ArrivalState.Claimed, null)], _place.Store.Arrivals().Select(arrival => (arrival.State, arrival.Reason)));
    }

    [Fact]
    public async Task A_file_taken_by_a_process_that_then_died_is_found_again_and_one_of_the_same_name_does_not_withdraw_it()
    {
        Arrival taken = (await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "first"), default))!;

        await _place.InboxClaims.TakeAsync(Dropped("a.pdf", "second"), default);
        _place.InboxClaims.WithdrawVanished();

        Assert.Equal([taken.Id, taken.Id + 1], _place.InboxClaims.Unfinished().Select(arrival => arrival.Id));
        Assert.All(_place.Store.Arrivals(), arrival => Assert.Equal(ArrivalState.Claimed, arrival.State));
    }

    [Fact]
    public void A_file_in_work_that_the_store_does_not_know_goes_back_to_the_inbox_however_often_that_happens()
    {
        foreach (string text in (string[])["a", "b"])
        {
            File.WriteAllBytes(Path.Combine(_place.Folders.Processing, "77.pdf"), MadeDocument.Pdf(text));
            Assert.Empty(_place.InboxClaims.Unfinished());
        }

        Assert.Equal(2, Workspace.Files(_place.Folders.Inbox).Length);
        Assert.All(Workspace.Files(_place.Folders.Inbox), name => Assert.StartsWith("recovered-77-", name, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_recorded_and_is_neither_taken_nor_in_the_inbox_any_more_is_withdrawn_at_the_next_start()
    {
        _place.Store.Claim("gone.pdf", "aa", 1);
        _place.Store.Claim("/elsewhere/read-in-place.pdf", "bb", 1, "/elsewhere/read-in-place.pdf");

        _place.InboxClaims.WithdrawVanished();

        Assert.Equal([ArrivalState.Withdrawn, ArrivalState.Claimed], _place.Store.Arrivals().Select(arrival => arrival.State));
        Assert.Equal("文件在读取前被取走。", _place.Store.Arrivals(ArrivalState.Withdrawn).Single().Message);
    }

    /// <summary>A file of the inbox as the scan sees it.</summary>
    private InboxFile Dropped(string name, string text)
    {
        string path = _place.Drop(name, text);
        return new InboxFile(name, path, new FileInfo(path).Length, File.GetLastWriteTimeUtc(path), null);
    }
}
