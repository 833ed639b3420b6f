using System.Collections.Immutable;
using System.Diagnostics;
using Ingest.App.Files;
using Ingest.App.Reports;
using Ingest.App.Reports.Formats;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;

namespace Ingest.App.Readers;

/// <summary>Reads one file and writes its reports, in the reader process; it is stopped by ending the process.</summary>
internal sealed class FileReading : IDisposable
{
    private readonly ReaderSetup _setup;

    private readonly PdfReaders _readers;

    private readonly Engine _engine;

    private readonly ReportWords _words;

    private readonly FrameProgress? _progress;

    /// <param name="progress">Told of pages of documents that take their time; null where nobody listens.</param>
    /// <param name="pages">Starts the processes of PdfPig; this program by default.</param>
    public FileReading(ReaderSetup setup, FrameProgress? progress = null, ReaderCommandLine? pages = null)
    {
        (_setup, _progress) = (setup, progress);
        _readers = new PdfReaders(pages ?? ReaderCommandLine.OfThisProgram(), setup.Bounds, ReaderTimes.Of(setup.Limits.PdfPig), setup.Recognition);
        _engine = Engine.Open(new EngineChoice(setup.Reader, setup.Tables, setup.Witness, setup.SecondOpinion, setup.LayoutFiles), _readers);
        _words = new ReportWords(setup.Language);
        // Once: more rounds have the compiler at work when the first file comes.
        if (setup.WarmUp)
            _ = Read(new ReadRequest("warm-up.pdf", "warm-up.pdf"), WarmUpDocument.Create()).ToBytes(setup.Language);
    }

    public void Dispose() => _readers.Dispose();

    /// <summary>The answer of a reader process: whatever a file provokes is that file's result.</summary>
    public Frame Answer(Frame question) => Answer(question, Read, _setup.Language);

    /// <exception cref="InvalidDataException">It is no request.</exception>
    public static Frame Answer(Frame question, Func<ReadRequest, ReadReply> read, Language language)
    {
        if (question.Kind != FrameKind.Request)
            throw new InvalidDataException($"A frame of kind {question.Kind} came in place of a request.");
        try
        {
            return new Frame(FrameKind.Reply, read(ReadRequest.Parse(question.Payload)).ToBytes(language));
        }
#pragma warning disable CA1031 // The edge of the process.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(error);
            return new Frame(FrameKind.Reply, ReadReply.Failed(ReadFailures.Internal, ReadFailures.Fault(error).In(language)).ToBytes());
        }
    }

    public ReadReply Read(ReadRequest request)
    {
        byte[] bytes;
        try
        {
            using FileStream file = RegularFile.OpenRead(request.Path);
            bytes = new byte[file.Length];
            file.ReadExactly(bytes);
        }
        catch (Exception error) when (request is { Stored: not null, Corrections.IsEmpty: true } && error is IOException or UnauthorizedAccessException)
        {
            // What is stored can be reported on without its pictures.
            return ReadReply.Of(request.Stored!, Reports(request, request.Stored!, null, null), TimeSpan.Zero);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ReadReply.Failed(ReadFailures.Unreadable, _words.Say($"无法读取 {request.FileName}：{error.Message}", $"{request.FileName} cannot be read: {error.Message}"));
        }

        return Read(request, bytes);
    }

    private ReadReply Read(ReadRequest request, byte[] bytes)
    {
        long start = Stopwatch.GetTimestamp();
        _progress?.Begin();
        if (request.Stored is { } stored)
        {
            // Another file that lies there by now is no evidence.
            byte[]? evidence = FileHash.Of(new MemoryStream(bytes)) == stored.Source.Sha256 ? bytes : null;
            string? opening = evidence is null ? null : PasswordOf(evidence);
            if (!request.Corrections.IsEmpty)
            {
                if (evidence is null)
                    return ReadReply.Failed(ReadFailures.Unreadable, _words.Say($"{request.FileName} 处的文件内容已改变", $"the file at the place of {request.FileName} has other bytes now"));
                stored = _engine.Pipeline.Recheck(stored, evidence, Options(opening, request));
            }

            return ReadReply.Of(stored, Reports(request, stored, evidence, opening), Stopwatch.GetElapsedTime(start));
        }

        string fileName = request.FileName;
        (BudgetDocument document, string? password) = WithPasswords(request, bytes);
        bool refused = ReadFailures.Refusal(document) is not null;
        if (_engine.OtherPipeline is { } other && !refused)
            document = OtherReading.Compare(document, _engine.OtherReader!, other.Process(fileName, bytes, Options(password, request)), _setup.Language);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return ReadReply.Of(document, refused ? [] : Reports(request, document, bytes, password), elapsed);
    }

    /// <summary>With the first password that opens the file.</summary>
    private (BudgetDocument Document, string? Password) WithPasswords(ReadRequest request, byte[] bytes)
    {
        BudgetDocument document = Read(null);
        foreach (string password in _setup.Passwords)
        {
            if (!document.Diagnostics.Any(diagnostic => diagnostic.Code == "password-required"))
                break;
            document = Read(password);
            if (ReadFailures.Refusal(document) is null)
                return (document, password);
        }

        return (document, null);

        BudgetDocument Read(string? password) => _engine.Pipeline.Process(request.FileName, bytes, Options(password, request));
    }

    private ProcessingOptions Options(string? password, ReadRequest request) => new(_setup.Reading(password), _setup.Language) { Corrections = request.Corrections, Progress = _progress };

    /// <summary>The first that opens the file; null where none is needed, or none does.</summary>
    private string? PasswordOf(byte[] bytes)
    {
        foreach (string? password in (string?[])[null, .. _setup.Passwords])
        {
            try
            {
                using IPdfDocument document = _engine.Reader.Open(bytes, _setup.Reading(password));
                return password;
            }
            catch (PdfReadException)
            {
                // The next one may.
            }
        }

        return null;
    }

    /// <param name="bytes">Null when the file is not at hand: there are no pictures then.</param>
    private ImmutableArray<ReportFile> Reports(ReadRequest request, BudgetDocument document, byte[]? bytes, string? password)
    {
        if (_setup.ReportFormats.Count == 0)
            return [];
        using PageSource? pages = bytes is null ? null : new PageSource(_engine.Reader, bytes, _setup.Reading(password), (file, options) => _readers.OpenPictures(file, options));
        var subject = new ReportSubject(document, number => pages?.Read(number), request.Verdicts, bytes is null ? null : LinkTo(request, document),
            _setup.ShowContacts, picture => pages?.Draw(picture));
        return [.. _setup.ReportFormats.Select(format =>
        {
            IReportWriter writer = ReportFormats.Writer(format);
            var output = new MemoryStream();
            writer.Write(subject, _words, output);
            return new ReportFile(writer.Extension, output.ToArray());
        })];
    }

    /// <summary>From where the reports will stand to where the file will lie.</summary>
    private string? LinkTo(ReadRequest request, BudgetDocument document)
    {
        if (_setup is not { ReportFolder: { } reports, ArchiveFolder: { } archive })
            return null;
        (int? year, string? body) = (document.Identity.FiscalYear, document.Identity.Department);
        string pdf = request.Stays ? request.Path : Path.Combine(archive, ShelfName.Of(year, body), SafeFileName.Of(request.FileName));
        return PdfLink.Between(Path.Combine(reports, ShelfName.Of(year, body), "report"), pdf);
    }
}
