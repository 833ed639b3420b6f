using System.Collections.Immutable;
using System.Diagnostics;
using Ingest.App.Comparison;
using Ingest.App.Export;
using Ingest.Core;
using Ingest.Core.Documents;

namespace Ingest.App.Reading;

/// <summary>Reads one file and writes its reports, in the reader process; it is stopped by ending the process.</summary>
internal sealed class FileReading(ReaderSetup setup)
{
    private readonly Engine _engine = Engine.Open(setup.Reader, setup.Tables, secondOpinion: false, setup.LayoutFiles);

    private readonly ReportWords _words = new(setup.Language);

    public ReadReply Read(ReadRequest request)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(request.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ReadReply.Failed(ReadFailures.Unreadable, _words.Say($"无法读取 {request.FileName}：{error.Message}", $"{request.FileName} cannot be read: {error.Message}"));
        }

        long start = Stopwatch.GetTimestamp();
        (BudgetDocument document, string? password) = Read(request.FileName, bytes);
        bool refused = ReadFailures.Refusal(document) is not null;
        if (request.Opinion is { } opinion && !refused)
            document = SecondOpinion.Compare(document, opinion, setup.Language);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return ReadReply.Of(document, refused ? [] : Reports(document, bytes, password), elapsed);
    }

    /// <summary>With the first password that opens the file.</summary>
    private (BudgetDocument Document, string? Password) Read(string fileName, byte[] bytes)
    {
        BudgetDocument document = Read(null);
        foreach (string password in setup.Passwords)
        {
            if (!document.Diagnostics.Any(diagnostic => diagnostic.Code == "password-required"))
                break;
            document = Read(password);
            if (ReadFailures.Refusal(document) is null)
                return (document, password);
        }

        return (document, null);

        BudgetDocument Read(string? password) =>
            _engine.Pipeline.Process(fileName, bytes, new ProcessingOptions(setup.Reading(password), setup.Language));
    }

    private ImmutableArray<ReportFile> Reports(BudgetDocument document, byte[] bytes, string? password)
    {
        if (setup.ReportFormats.Count == 0)
            return [];
        using var pages = new PageSource(_engine.Reader, bytes, setup.Reading(password));
        var subject = new ReportSubject(ContactMask.Of(document), pages.Read);
        return [.. setup.ReportFormats.Select(format =>
        {
            IReportWriter writer = ReportFormats.Writer(format);
            var output = new MemoryStream();
            writer.Write(subject, _words, output);
            return new ReportFile(writer.Extension, output.ToArray());
        })];
    }
}
