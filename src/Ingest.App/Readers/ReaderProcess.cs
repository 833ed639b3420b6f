using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Contract.Text;
using Ingest.Core;

namespace Ingest.App.Readers;

/// <summary>One reader process, seen from the program. Used by one document at a time.</summary>
internal sealed class ReaderProcess : IDisposable
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;

    private readonly ReaderBounds _bounds;

    private readonly FirstLines _complaints = new();

    private ReaderProcess(Process process, ReaderBounds bounds)
    {
        (_process, _bounds) = (process, bounds);
        process.ErrorDataReceived += (_, line) => _complaints.Add(line.Data);
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>What the process could not give up; null when it is confined.</summary>
    public string? Unconfined { get; private set; }

    /// <summary>How many documents it has read.</summary>
    public int Documents { get; private set; }

    /// <summary>True when it has done its share, or keeps too much memory.</summary>
    public bool IsWornOut => Documents >= _bounds.RecycleAfter || Memory > _bounds.RecycleAboveBytes;

    /// <summary>True when it ended by itself.</summary>
    public bool HasEnded => _process.HasExited;

    private long Memory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    private TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
        }
    }

    /// <exception cref="ReaderUnavailableException">It does not start, or not in order.</exception>
    public static async Task<ReaderProcess> StartAsync(ReaderCommandLine command, ReaderSetup setup, ReaderBounds bounds, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // The heap stops somewhat before the limit that is watched from here, so that the reader can say what happened.
        start.Environment["DOTNET_GCHeapHardLimit"] = (bounds.MemoryBytes / 10 * 9).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        // Its diagnostics would leave a socket in the temporary folder whenever it is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment[Confinement.MemoryVariable] = bounds.MemoryBytes.ToString(CultureInfo.InvariantCulture);
        ReaderProcess? reader = null;
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patient.CancelAfter(bounds.StartTime);
        try
        {
            reader = new ReaderProcess(Process.Start(start) ?? throw new ReaderUnavailableException($"{command.Program} does not start."), bounds);
            await new Frame(FrameKind.Setup, setup.ToBytes()).WriteAsync(reader._process.StandardInput.BaseStream, patient.Token);
            if (await Frame.ReadAsync(reader._process.StandardOutput.BaseStream, patient.Token) is not { Kind: FrameKind.Ready, Payload: var unconfined })
                throw new ReaderUnavailableException($"A reader process ended before its first file. {reader._complaints}");
            reader.Unconfined = unconfined.IsEmpty ? null : Encoding.UTF8.GetString(unconfined.Span);
            return reader;
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidDataException)
        {
            reader?.Dispose();
            throw new ReaderUnavailableException($"A reader process cannot be started: {error.Message} {reader?._complaints}", error);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            reader?.Dispose();
            throw new ReaderUnavailableException($"A reader process was not ready within {bounds.StartTime}. {reader?._complaints}", error);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    /// <summary>Hands a file over and waits for the reply.</summary>
    /// <inheritdoc cref="AskAsync"/>
    /// <param name="progress">Told what the reader tells of it.</param>
    public Task<PackedReply> ReadAsync(ReadRequest request, Action<PageProgress> progress, CancellationToken cancellation) =>
        AskAsync(new Frame(FrameKind.Request, request.ToBytes()), FrameKind.Reply, reply => new PackedReply(reply), cancellation, progress);

    /// <summary>Sends a question and waits for its answer.</summary>
    /// <exception cref="ReaderDiedException">The process ended, or said something that is no answer, or outgrew its limit; it must not be used again.</exception>
    /// <exception cref="OperationCanceledException">Neither must it after a cancellation.</exception>
    public async Task<T> AskAsync<T>(Frame question, FrameKind answer, Func<ReadOnlyMemory<byte>, T> parse, CancellationToken cancellation, Action<PageProgress>? progress = null, TimeSpan? processorTime = null)
    {
        using var exceeded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        string? limit = null;
        TimeSpan before = ProcessorTime;
        await using var watch = new Timer(
            _ =>
            {
                if (Exceeded(before, processorTime ?? _bounds.DocumentTime) is not { } met)
                    return;
                limit = met;
                Stop(exceeded);
            },
            null, _lookEvery, _lookEvery);
        try
        {
            await question.WriteAsync(_process.StandardInput.BaseStream, exceeded.Token);
            Frame? frame;
            while ((frame = await Frame.ReadAsync(_process.StandardOutput.BaseStream, exceeded.Token)) is { Kind: FrameKind.Progress } told)
                progress?.Invoke(told.Progress);
            if (frame is not { } received || received.Kind != answer)
                throw await DeathAsync(null, cancellation);
            if (answer is FrameKind.Reply or FrameKind.Opened)
                Documents++;
            return parse(received.Payload);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw limit == ReadFailures.TimeLimit
                ? new ReaderDiedException(limit, new Phrase("的读取耗时过长", "took too long"))
                : new ReaderDiedException(ReadFailures.MemoryLimit, TookTooMuch());
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw await DeathAsync(error, cancellation);
        }
    }

    /// <summary>Ends the process and everything it may have started.</summary>
    public void Dispose()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
        }

        _process.Dispose();
    }

    /// <summary>The limit that is met, or null; also where the process has ended, which whoever waits for it will find.</summary>
    private string? Exceeded(TimeSpan before, TimeSpan processorTime)
    {
        try
        {
            return Memory > _bounds.MemoryBytes ? ReadFailures.MemoryLimit
                : ProcessorTime - before > processorTime ? ReadFailures.TimeLimit
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Stop(CancellationTokenSource wait)
    {
        try
        {
            wait.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer came in between.
        }
    }

    private async Task<ReaderDiedException> DeathAsync(Exception? error, CancellationToken cancellation)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        soon.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            await _process.WaitForExitAsync(soon.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ReaderDiedException(ReadFailures.Crashed, new Phrase("的读取进程给出了无法识别的答复", "answered with something that is no reply"), error);
        }

        return _process.ExitCode == ReaderLoop.OutOfMemory
            ? new ReaderDiedException(ReadFailures.MemoryLimit, TookTooMuch(), error)
            : new ReaderDiedException(ReadFailures.Crashed, Ended(), error);
    }

    private Phrase TookTooMuch() => new($"的读取占用内存超过 {_bounds.MemoryBytes >> 20} MB", $"took more than {_bounds.MemoryBytes >> 20} MB");

    private Phrase Ended() => new(
        $"使读取进程异常结束（退出码 {_process.ExitCode}）。{_complaints}".TrimEnd(),
        $"ended the reader process (exit code {_process.ExitCode}). {_complaints}".TrimEnd());
}
