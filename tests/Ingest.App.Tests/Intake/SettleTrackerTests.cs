using Ingest.App.Intake;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.App.Tests.Intake;

public class SettleTrackerTests
{
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan _unfinished = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private PdfShape _shape = PdfShape.Whole;

    private readonly SettleTracker _tracker;

    public SettleTrackerTests() => _tracker = new SettleTracker(_clock, _settle, _unfinished, _ => _shape);

    [Fact]
    public void A_file_is_taken_when_it_has_been_still_for_the_settle_time_and_not_before()
    {
        Assert.Empty(Look(File(10)));
        _clock.Advance(_settle - TimeSpan.FromMilliseconds(1));
        Assert.Empty(Look(File(10)));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(Look(File(10)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_clock_that_is_set_while_a_file_settles_neither_delays_nor_hastens_it(int hours)
    {
        var clock = new WallClock();
        var tracker = new SettleTracker(clock, _settle, _unfinished, _ => PdfShape.Whole);
        tracker.Observe([File(10)]);
        clock.Pass(_settle / 2);
        clock.Set(TimeSpan.FromHours(hours));

        Assert.Empty(tracker.Observe([File(10)]));
        clock.Pass(_settle / 2);
        Assert.Single(tracker.Observe([File(10)]));
    }

    [Fact]
    public void Every_change_of_size_or_time_begins_the_waiting_anew()
    {
        Look(File(10));
        _clock.Advance(_settle);
        Assert.Empty(Look(File(20)));
        _clock.Advance(_settle / 2);
        Assert.Empty(Look(File(20, modified: 1)));
        _clock.Advance(_settle / 2);
        Assert.Empty(Look(File(20, modified: 1)));
        _clock.Advance(_settle / 2);
        Assert.Single(Look(File(20, modified: 1)));
    }

    [Fact]
    public void A_copy_that_carries_a_time_of_long_ago_is_waited_for_all_the_same()
    {
        InboxFile old = File(10) with { Modified = new DateTimeOffset(2019, 3, 1, 0, 0, 0, TimeSpan.Zero) };

        Assert.Empty(Look(old));
        _clock.Advance(_settle);
        Assert.Single(Look(old));
    }

    [Theory]
    [InlineData(PdfShape.Unfinished)]
    [InlineData(PdfShape.Other)]
    public void A_file_named_pdf_that_does_not_look_whole_is_given_more_time_and_then_taken_so_that_its_reason_is_found(object shape)
    {
        _shape = (PdfShape)shape;
        Look(File(10));
        _clock.Advance(_settle);
        Assert.Empty(Look(File(10)));
        _clock.Advance(_unfinished - TimeSpan.FromMilliseconds(1));
        Assert.Empty(Look(File(10)));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(Look(File(10)));
    }

    [Fact]
    public void A_file_of_another_kind_is_left_with_the_reason_and_looked_at_again_when_it_changes()
    {
        _shape = PdfShape.Other;
        InboxFile text = File(10, name: "notes.txt");
        Look(text);
        _clock.Advance(_settle);
        Assert.Empty(Look(text));
        Assert.Equal("不是 PDF", Assert.Single(_tracker.Left).Left!.Value.Chinese);

        _shape = PdfShape.Whole;
        InboxFile changed = File(99, name: "notes.txt");
        Look(changed);
        Assert.Empty(_tracker.Left);
        _clock.Advance(_settle);
        Assert.Single(Look(changed));
    }

    [Fact]
    public void A_settled_file_is_named_at_every_look_until_it_is_gone()
    {
        Look(File(10));
        _clock.Advance(_settle);
        Assert.Single(Look(File(10)));
        Assert.Single(Look(File(10)));
        Assert.Empty(Look());
        Assert.Empty(Look(File(10)));
    }

    [Fact]
    public void The_next_instant_to_look_is_that_of_the_file_that_settles_first()
    {
        Look(File(10, name: "a.pdf"));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Look(File(10, name: "a.pdf"), File(10, name: "b.pdf"));

        Assert.Equal(_settle - TimeSpan.FromSeconds(1), _tracker.NextDue);
        Look();
        Assert.Null(_tracker.NextDue);
    }

    /// <summary>A clock on the wall beside a stop watch: setting the one does not move the other.</summary>
    private sealed class WallClock : TimeProvider
    {
        private DateTimeOffset _shown = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        private long _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _shown;

        public override long GetTimestamp() => _passed;

        public void Set(TimeSpan by) => _shown += by;

        public void Pass(TimeSpan time)
        {
            _shown += time;
            _passed += time.Ticks;
        }
    }

    private IReadOnlyList<InboxFile> Look(params InboxFile[] seen) => _tracker.Observe(seen);

    private static InboxFile File(long length, int modified = 0, string name = "a.pdf") =>
        new(name, "/inbox/" + name, length, new DateTimeOffset(2026, 1, 1, 0, 0, modified, TimeSpan.Zero), null);
}
