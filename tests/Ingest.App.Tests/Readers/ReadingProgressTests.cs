using Ingest.App.Readers;
using Ingest.Core;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.App.Tests.Readers;

public class ReadingProgressTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_document_that_is_soon_read_says_nothing_and_a_long_one_a_word_a_second()
    {
        var said = new List<PageProgress>();
        var progress = new FrameProgress(frame => said.Add(frame.Progress), _clock);

        progress.Begin();
        for (int page = 1; page <= 10; page++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(400));
            progress.Report(new PageProgress(page, 10));
        }

        Assert.Equal([3, 6, 9], said.Select(word => word.Read));
        progress.Begin();
        _clock.Advance(TimeSpan.FromMilliseconds(900));
        progress.Report(new PageProgress(1, 2));
        Assert.Equal(3, said.Count);
    }

    [Fact]
    public void Pages_a_minute_and_time_left_follow_from_what_was_read_so_far()
    {
        var reading = new ReadingProgress(_clock);
        DocumentInWork document = reading.Begin("扫描.pdf");
        Assert.Equal((0, null), (document.PagesPerMinute, document.TimeLeft));

        _clock.Advance(TimeSpan.FromMinutes(4));
        document.Progress = new PageProgress(12, 40);

        Assert.Equal((3, TimeSpan.FromMinutes(28 / 3.0)), (document.PagesPerMinute, document.TimeLeft!.Value));
    }

    [Fact]
    public void Documents_that_nothing_is_told_of_are_not_shown()
    {
        var reading = new ReadingProgress(_clock);
        reading.Begin("快.pdf");
        DocumentInWork slow = reading.Begin("慢.pdf");
        slow.Progress = new PageProgress(1, 2);

        Assert.Same(slow, Assert.Single(reading.Slow));
        reading.End(slow);
        Assert.Empty(reading.Slow);
    }
}
