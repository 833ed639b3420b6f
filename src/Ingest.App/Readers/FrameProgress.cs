using Ingest.Core;

namespace Ingest.App.Readers;

/// <summary>Says how far a document is to the program that waits for it: nothing of one that is soon read, then once in a while.</summary>
internal sealed class FrameProgress(Action<Frame> say, TimeProvider clock) : IProgress<PageProgress>
{
    /// <summary>Between two words.</summary>
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(1);

    private long _last;

    /// <summary>A document is begun.</summary>
    public void Begin() => _last = clock.GetTimestamp();

    public void Report(PageProgress value)
    {
        if (clock.GetElapsedTime(_last) < _every)
            return;
        _last = clock.GetTimestamp();
        say(Frame.Of(value));
    }
}
