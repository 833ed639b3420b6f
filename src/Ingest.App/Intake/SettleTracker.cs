using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>
/// Knows since when each file in the inbox has been still. The file's own time only tells changes: a copy
/// may carry a time of long ago. Waiting is measured by a clock that nobody can set. Used by one thread.
/// </summary>
/// <param name="settle">How long a file must be still.</param>
/// <param name="unfinished">How much longer when it does not end as a PDF does.</param>
/// <param name="shape">Looks into a file; asked only about files that are still.</param>
internal sealed class SettleTracker(TimeProvider clock, TimeSpan settle, TimeSpan unfinished, Func<InboxFile, PdfShape> shape)
{
    public static readonly Phrase NotPdf = new("不是 PDF", "not a PDF");

    private Dictionary<string, Watched> _watched = new(StringComparer.Ordinal);

    /// <summary>The files that are not taken, with the reason.</summary>
    public IReadOnlyList<InboxFile> Left { get; private set; } = [];

    /// <summary>How long until the next file may be settled, from the last look; null when none is waited for.</summary>
    public TimeSpan? NextDue { get; private set; }

    /// <summary>Takes note of everything that is in the inbox now.</summary>
    /// <returns>The files that are to be taken; again at every call, until they are gone.</returns>
    public IReadOnlyList<InboxFile> Observe(IEnumerable<InboxFile> seen)
    {
        long now = clock.GetTimestamp();
        var still = new Dictionary<string, Watched>(StringComparer.Ordinal);
        var settled = new List<InboxFile>();
        var left = new List<InboxFile>();
        NextDue = null;
        foreach (InboxFile file in seen)
        {
            Watched watched = _watched.TryGetValue(file.RelativePath, out Watched? known) && known.File.Length == file.Length && known.File.Modified == file.Modified
                ? known
                : new Watched(file, now, settle);
            still[file.RelativePath] = watched = watched.File.Left is null ? Look(watched, now) : watched;
            if (watched.File.Left is not null)
                left.Add(watched.File);
            else if (Remaining(watched, now) is var remaining && remaining <= TimeSpan.Zero)
                settled.Add(watched.File);
            else if (NextDue is null || remaining < NextDue)
                NextDue = remaining;
        }

        _watched = still;
        Left = left;
        return settled;
    }

    private TimeSpan Remaining(Watched watched, long now) => watched.Wait - clock.GetElapsedTime(watched.Since, now);

    private Watched Look(Watched watched, long now)
    {
        if (Remaining(watched, now) > TimeSpan.Zero || watched.Wait != settle)
            return watched;
        return shape(watched.File) switch
        {
            PdfShape.Whole => watched,
            PdfShape.Other when !watched.File.IsNamedPdf => watched with { File = watched.File with { Left = NotPdf } },
            _ => watched with { Wait = settle + unfinished },
        };
    }

    private sealed record Watched(InboxFile File, long Since, TimeSpan Wait);
}
