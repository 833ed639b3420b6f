using Microsoft.Extensions.Logging;

namespace Ingest.App.Tests;

/// <summary>Keeps what is logged, and lets a test wait for it.</summary>
internal class LogProbe : ILogger
{
    private readonly List<(int Id, string Text)> _lines = [];

    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines.Select(line => line.Text)];
        }
    }

    public IReadOnlyList<string> Of(int id)
    {
        lock (_lines)
            return [.. _lines.Where(line => line.Id == id).Select(line => line.Text)];
    }

    /// <summary>Returns once as many messages of an id were logged, counted from the start.</summary>
    public async Task SeesAsync(int id, int count = 1)
    {
        while (true)
        {
            Task changed;
            lock (_lines)
                changed = _changed.Task;
            if (Of(id).Count >= count)
                return;
            await changed;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        TaskCompletionSource before;
        lock (_lines)
        {
            _lines.Add((eventId.Id, formatter(state, exception)));
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}

/// <summary>The same for a class that asks for a logger of its own.</summary>
internal sealed class LogProbe<T> : LogProbe, ILogger<T>;
