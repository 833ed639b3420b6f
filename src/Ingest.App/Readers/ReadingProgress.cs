using Ingest.Core;

namespace Ingest.App.Readers;

/// <summary>The documents that are being read, as far as their readers have told. Safe to use from several threads.</summary>
internal sealed class ReadingProgress(TimeProvider clock)
{
    private readonly Lock _turn = new();
    private readonly List<DocumentInWork> _inWork = [];

    /// <summary>Those that take their time, in the order in which they were begun.</summary>
    public IReadOnlyList<DocumentInWork> Slow
    {
        get
        {
            lock (_turn)
                return [.. _inWork.Where(document => document.Progress.Pages > 0)];
        }
    }

    /// <returns>To be ended when the document is read.</returns>
    public DocumentInWork Begin(string fileName)
    {
        var document = new DocumentInWork(fileName, clock);
        lock (_turn)
            _inWork.Add(document);
        return document;
    }

    public void End(DocumentInWork document)
    {
        lock (_turn)
            _inWork.Remove(document);
    }
}

/// <summary>A document that is being read.</summary>
internal sealed class DocumentInWork(string fileName, TimeProvider clock)
{
    private readonly long _begun = clock.GetTimestamp();

    // Both numbers at once, whichever thread asks.
    private long _progress;

    public string FileName => fileName;

    /// <summary>No pages until the reader has told.</summary>
    public PageProgress Progress
    {
        get => Interlocked.Read(ref _progress) is var both ? new((int)(both >> 32), (int)(both & uint.MaxValue)) : default;
        set => Interlocked.Exchange(ref _progress, ((long)value.Read << 32) | (uint)value.Pages);
    }

    /// <summary>Since the document was begun.</summary>
    public double PagesPerMinute => clock.GetElapsedTime(_begun) is { TotalMinutes: > 0 } elapsed ? Progress.Read / elapsed.TotalMinutes : 0;

    /// <summary>Until its last page at that rate; null while no page is read.</summary>
    public TimeSpan? TimeLeft => PagesPerMinute is > 0 and var rate ? TimeSpan.FromMinutes((Progress.Pages - Progress.Read) / rate) : null;
}
