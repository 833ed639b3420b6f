using System.Collections.Immutable;
using Ingest.App.Reports;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Contract.Text;
using Ingest.Pdf;

namespace Ingest.App.Readers;

/// <summary>
/// A file that is open in a process of a <see cref="ProcessReader"/>. A process that ends is tried once more in a fresh one, since
/// anything may end a process; one that takes too long or too much is not. Pages that are lost so say why.
/// </summary>
internal sealed class ProcessDocument : IPdfDocument, IDrawnFile
{
    private readonly ProcessReader _reader;

    private readonly FileQuestion _file;

    private ReaderProcess? _process;

    private ReaderLostException? _lost;

    private IReadOnlyList<Diagnostic> _diagnostics = [];

    private ProcessDocument(ProcessReader reader, FileQuestion file) => (_reader, _file) = (reader, file);

    public int PageCount { get; private set; }

    public DocumentProperties Properties { get; private set; } = new(null, null, null, false);

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <exception cref="PdfReadException">The reader refuses the file, or the file has ended it.</exception>
    public static ProcessDocument Open(ProcessReader reader, FileQuestion file, CancellationToken cancellation)
    {
        var document = new ProcessDocument(reader, file);
        try
        {
            document.AskOrRefuse((_, _) => Task.FromResult(true), cancellation);
            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    public Page ReadPage(int number, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, PageCount);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            byte[] question = BitConverter.GetBytes(number);
            PageAnswer answer = Ask(
                (time, limited) => _process!.AskAsync(new Frame(FrameKind.Page, question), FrameKind.PageRead, PageAnswer.Parse, limited, processorTime: time), cancellation);
            _diagnostics = answer.OfFile;
            return answer.Page;
        }
        catch (ReaderLostException lost)
        {
            return UnreadPage.Because(number, new Diagnostic(lost.Reason, Severity.Error, lost.Text, number));
        }
    }

    /// <summary>Draws a page in the process.</summary>
    /// <exception cref="PdfReadException">It cannot be drawn, or the file has ended the process.</exception>
    public PagePicture Draw(PictureRequest request, CancellationToken cancellation)
    {
        byte[] question = PictureQuestion.ToBytes(request);
        PictureAnswer answer = AskOrRefuse((time, limited) => _process!.AskAsync(new Frame(FrameKind.Draw, question), FrameKind.Drawn, PictureAnswer.Parse, limited, processorTime: time), cancellation);
        return answer.Picture ?? throw answer.Refusal!;
    }

    /// <summary>The sizes of all pages.</summary>
    /// <exception cref="PdfReadException">They are not known, or the file has ended the process.</exception>
    public ImmutableArray<PageSize> Sizes(CancellationToken cancellation)
    {
        SizesAnswer answer = AskOrRefuse((time, limited) => _process!.AskAsync(new Frame(FrameKind.Measure, ReadOnlyMemory<byte>.Empty), FrameKind.Measured, SizesAnswer.Parse, limited, processorTime: time), cancellation);
        return answer.Refusal is null ? answer.Sizes : throw answer.Refusal;
    }

    public void Dispose()
    {
        if (_process is not null)
            _reader.Return(_process);
        _process = null;
    }

    /// <exception cref="PdfReadException">The file has cost the reader its process, or is refused.</exception>
    private T AskOrRefuse<T>(Func<TimeSpan, CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        try
        {
            return Ask(question, cancellation);
        }
        catch (ReaderLostException lost)
        {
            throw new PdfReadException(ReadFailure.ReaderLost, lost.Text, lost);
        }
    }

    /// <exception cref="ReaderLostException">The file has cost the reader its process.</exception>
    private T Ask<T>(Func<TimeSpan, CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (_lost is not null)
                throw _lost;
            try
            {
                if (_process is null)
                    Start(cancellation);
                return Within(_reader.Times.PageTime, question, cancellation);
            }
            catch (ReaderDiedException death)
            {
                End();
                if (death.Reason != ReadFailures.Crashed || attempt == 2)
                    Lose(death.Reason, new Phrase($"阅读器 {_reader.Id} {death.Text.Chinese.TrimStart('的')}", $"The file, in the reader {_reader.Id}, {death.Text.English}"), death);
            }
            catch (ReaderUnavailableException unavailable)
            {
                Lose(ReadFailures.Crashed, new Phrase($"阅读器 {_reader.Id} 的进程无法启动：{unavailable.Message}", $"The reader {_reader.Id} cannot be started: {unavailable.Message}"), unavailable);
            }
            catch (OperationCanceledException error)
            {
                End();
                if (cancellation.IsCancellationRequested)
                    throw;
                Lose(ReadFailures.TimeLimit, new Phrase(
                    $"阅读器 {_reader.Id} 未能在限定时间内读完该文件。", $"The reader {_reader.Id} did not get through the file in the time it is given."), error);
            }
        }
    }

    private void Start(CancellationToken cancellation)
    {
        _process = _reader.Take(cancellation);
        FileAnswer answer = Within(
            _reader.Times.FileTime, (time, limited) => _process!.AskAsync(new Frame(FrameKind.Open, _file.ToBytes()), FrameKind.Opened, FileAnswer.Parse, limited, processorTime: time), cancellation);
        if (answer.Refusal is not null)
            throw answer.Refusal;
        (PageCount, Properties, _diagnostics) = (answer.Pages, answer.Properties, answer.Diagnostics);
    }

    private T Within<T>(TimeSpan time, Func<TimeSpan, CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        TimeSpan bound = time + _reader.Times.Grace;
        limited.CancelAfter(ReaderTimes.LongestWait(bound));
        return question(bound, limited.Token).GetAwaiter().GetResult();
    }

    private void End()
    {
        _process?.Dispose();
        _process = null;
    }

    private void Lose(string reason, Phrase text, Exception inner)
    {
        _lost = new ReaderLostException(reason, text, inner);
        _reader.Remember(_file.File, _lost);
    }
}
