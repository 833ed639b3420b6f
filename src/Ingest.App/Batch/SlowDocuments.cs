using System.Collections.Concurrent;
using Ingest.App.Readers;
using Ingest.App.Words;
using Spectre.Console;

namespace Ingest.App.Batch;

/// <summary>A bar for each document that takes its time, as scans do, below that of the run; gone when it is read.</summary>
internal sealed class SlowDocuments(ReadingProgress reading, ReportWords words, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ProgressTask, DocumentInWork> _documents = new();
    private readonly Lock _turn = new();
    private ITimer? _timer;

    /// <summary>Null for the bar of the whole run.</summary>
    public DocumentInWork? Of(ProgressTask bar) => _documents.GetValueOrDefault(bar);

    public void Start(ProgressContext progress) => _timer = clock.CreateTimer(_ => Look(progress), null, _every, _every);

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Look(ProgressContext progress)
    {
        lock (_turn)
        {
            IReadOnlyList<DocumentInWork> slow = reading.Slow;
            foreach (DocumentInWork document in slow)
            {
                ProgressTask? bar = _documents.FirstOrDefault(shown => shown.Value == document).Key;
                if (bar is null)
                    _documents[bar = progress.AddTask($"  {Markup.Escape(Legible.Masked(document.FileName))} {words.Say("页", "pages")}", maxValue: document.Progress.Pages)] = document;
                bar.Value = document.Progress.Read;
            }

            foreach ((ProgressTask bar, _) in _documents.Where(shown => !slow.Contains(shown.Value)))
            {
                bar.HideWhenCompleted = true;
                bar.Value = bar.MaxValue;
                _documents.TryRemove(bar, out _);
            }
        }
    }
}
