using Ingest.App.Intake;
using Ingest.App.Watch;

namespace Ingest.App.Tests.Watch;

public sealed class WatchHealthTests : IDisposable
{
    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_watcher_is_well_while_it_looks_and_nothing_waits_too_long()
    {
        Assert.Equal((false, $"No process watches {_place.Folders.Inbox}."), Ask());
        using FolderLock held = FolderLock.Take(_place.Folders.Inbox);
        Assert.Equal((false, "The watcher has not looked into the inbox yet."), Ask());

        Leave(2, TimeSpan.FromMinutes(5));
        Assert.Equal((true, "Well: 2 files wait."), Ask());

        Leave(2, TimeSpan.FromMinutes(61));
        Assert.Equal((false, "A file has waited for 01:01:00 (watch.longestWait is 01:00:00)."), Ask());
    }

    [Fact]
    public void A_watcher_that_shows_no_sign_of_life_is_not_well()
    {
        using FolderLock held = FolderLock.Take(_place.Folders.Inbox);
        Leave(0, TimeSpan.Zero);

        _place.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(Ask().IsWell);
        _place.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((false, "The watcher has shown no sign of life for 00:01:01."), Ask());
    }

    private void Leave(int waiting, TimeSpan longest) => new WatchNote(_place.Clock.GetUtcNow(), waiting, longest).Leave(_place.Folders.Processing);

    private (bool IsWell, string Said) Ask()
    {
        (bool isWell, Ingest.Contract.Text.Phrase said) = WatchHealth.Of(_place.Folders, _place.Settings.Watch, _place.Clock);
        return (isWell, said.English);
    }
}
