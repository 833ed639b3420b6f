using System.Collections.Concurrent;
using Ingest.Contract.Pages;

namespace Ingest.App.Readers;

/// <summary>
/// A reader that works in processes of its own, since what a file does to it may end the process: PdfPig overflows its stack on
/// some. A process is started at the first file, kept for the next, and ended with the program.
/// </summary>
/// <param name="setup">What its processes are to read with.</param>
/// <param name="id">Its id: what is said of pages read by it is said under this one.</param>
internal sealed class ProcessReader(ReaderSetup setup, string id, ReaderTimes times, ReaderCommandLine command, ReaderBounds bounds) : IPdfReader, IDisposable
{
    private readonly ConcurrentBag<ReaderProcess> _idle = [];

    private volatile Loss? _lastLoss;

    private volatile bool _disposed;

    public string Id => id;

    public ReaderTimes Times => times;

    public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default) => OpenProcess(file, options, cancellation);

    /// <summary>As <see cref="Open"/>, for whoever has pages drawn, too.</summary>
    /// <inheritdoc cref="Open"/>
    public ProcessDocument OpenProcess(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        cancellation.ThrowIfCancellationRequested();
        // Who has just lost a reader to these bytes need not lose another.
        if (_lastLoss is { } loss && loss.File.Equals(file))
            throw new PdfReadException(ReadFailure.ReaderLost, loss.Reason.Text, loss.Reason);
        return ProcessDocument.Open(this, new FileQuestion(file, options.Password, times.In(options.Limits)), cancellation);
    }

    /// <summary>Ends the processes that are idle; those in use end with their documents.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out ReaderProcess? process))
            process.Dispose();
    }

    /// <exception cref="ReaderUnavailableException">None can be started.</exception>
    internal ReaderProcess Take(CancellationToken cancellation)
    {
        while (_idle.TryTake(out ReaderProcess? process))
        {
            if (!process.HasEnded)
                return process;
            process.Dispose();
        }

        return ReaderProcess.StartAsync(command, setup, bounds, cancellation).GetAwaiter().GetResult();
    }

    internal void Return(ReaderProcess process)
    {
        if (_disposed || process.IsWornOut)
            process.Dispose();
        else
            _idle.Add(process);
    }

    internal void Remember(ReadOnlyMemory<byte> file, ReaderLostException reason) => _lastLoss = new Loss(file, reason);

    private sealed record Loss(ReadOnlyMemory<byte> File, ReaderLostException Reason);
}
