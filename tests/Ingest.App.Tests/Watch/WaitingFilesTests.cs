using System.Diagnostics.Metrics;
using Ingest.App.Intake;
using Ingest.App.Watch;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.App.Tests.Watch;

public class WaitingFilesTests
{
    private readonly FakeTimeProvider _clock = new();

    private readonly WaitingFiles _waiting;

    public WaitingFilesTests() => _waiting = new WaitingFiles(_clock);

    [Fact]
    public void A_file_waits_from_the_look_that_first_saw_it_until_it_is_done_with()
    {
        _waiting.Observe(["a.pdf"]);
        _clock.Advance(TimeSpan.FromSeconds(10));
        _waiting.Observe(["a.pdf", "b.pdf", "b.pdf"]);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((2, TimeSpan.FromSeconds(15)), (_waiting.Count, _waiting.Longest));

        _waiting.Done("a.pdf");

        Assert.Equal((1, TimeSpan.FromSeconds(5)), (_waiting.Count, _waiting.Longest));
    }

    [Fact]
    public void A_file_that_went_away_and_came_again_waits_anew_and_none_waits_no_time()
    {
        _waiting.Observe(["a.pdf"]);
        _clock.Advance(TimeSpan.FromHours(1));
        _waiting.Observe([]);
        Assert.Equal((0, TimeSpan.Zero), (_waiting.Count, _waiting.Longest));

        _waiting.Observe(["a.pdf"]);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(1), _waiting.Longest);
    }

    [Fact]
    public void Both_are_measured()
    {
        // Other tests have meters of the same name: so many files wait in this one only.
        const int Many = 12_345;
        using var metrics = new FlowMetrics();
        metrics.Watch(_waiting);
        _waiting.Observe(Enumerable.Range(0, Many).Select(number => $"{number}.pdf"));
        _clock.Advance(TimeSpan.FromSeconds(54_321));
        var measured = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured.Add($"{instrument.Name} {value} {instrument.Unit}"));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured.Add($"{instrument.Name} {value:0} {instrument.Unit}"));
        listener.Start();

        listener.RecordObservableInstruments();

        Assert.Contains("ingest.waiting 12345 {file}", measured);
        Assert.Contains("ingest.waiting.longest 54321 s", measured);
    }

    [Fact]
    public void A_note_is_found_by_those_who_ask_and_what_is_no_note_is_none()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(WatchNote.Find(folder.Path));
        var note = new WatchNote(new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero), 3, TimeSpan.FromSeconds(12.5));

        note.Leave(folder.Path);
        Assert.Equal(note, WatchNote.Find(folder.Path));

        File.WriteAllText(Assert.Single(Directory.GetFiles(folder.Path)), "no note");
        Assert.Null(WatchNote.Find(folder.Path));
    }
}
