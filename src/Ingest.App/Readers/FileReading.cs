using System.Collections.Immutable;
using System.Diagnostics;
using Ingest.App.Files;
using Ingest.App.Reports;
using Ingest.App.Reports.Formats;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Core;

namespace Ingest.App.Readers;

/// <summary>Reads one file and writes its reports, in the reader process; it is stopped by ending the process.</summary>
internal sealed class FileReading
{
    private readonly ReaderSetup _setup;

    private readonly Engine _engine;

    private readonly ReportWords _words;

    public FileReading(ReaderSetup setup)
    {
        _setup = setup;
        _engine = Engine.Open(setup.Reader, setup.Tables, secondOpinion: false, setup.LayoutFiles);
        _words = new ReportWords(setup.Language);
        // Once: more rounds have the compiler at work when the first file comes.
        if (setup.WarmUp)
            _ = Read("warm-up.pdf", WarmUpDocument.Create(), null).ToBytes(setup.Language);
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
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ReadReply.Failed(ReadFailures.Unreadable, _words.Say($"无法读取 {request.FileName}：{error.Message}", $"{request.FileName} cannot be read: {error.Message}"));
        }

        return Read(request.FileName, bytes, request.Opinion);
    }

    private ReadReply Read(string fileName, byte[] bytes, Opinion? opinion)
    {
        long start = Stopwatch.GetTimestamp();
        (BudgetDocument document, string? password) = Read(fileName, bytes);
        bool refused = ReadFailures.Refusal(document) is not null;
        if (opinion is not null && !refused)
            document = SecondOpinion.Compare(document, opinion, _setup.Language);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return ReadReply.Of(document, refused ? [] : Reports(document, bytes, password), elapsed);
    }

    /// <summary>With the first password that opens the file.</summary>
    private (BudgetDocument Document, string? Password) Read(string fileName, byte[] bytes)
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

        BudgetDocument Read(string? password) =>
            _engine.Pipeline.Process(fileName, bytes, new ProcessingOptions(_setup.Reading(password), _setup.Language));
    }

    private ImmutableArray<ReportFile> Reports(BudgetDocument document, byte[] bytes, string? password)
    {
        if (_setup.ReportFormats.Count == 0)
            return [];
        using var pages = new PageSource(_engine.Reader, bytes, _setup.Reading(password));
        var subject = new ReportSubject(ContactMask.Of(document), pages.Read);
        return [.. _setup.ReportFormats.Select(format =>
        {
            IReportWriter writer = ReportFormats.Writer(format);
            var output = new MemoryStream();
            writer.Write(subject, _words, output);
            return new ReportFile(writer.Extension, output.ToArray());
        })];
    }
}
