using Ingest.App.Compare;
using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.App.Readers;
using Ingest.App.Reports;
using Ingest.App.Reports.Formats;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;

namespace Ingest.App.Cli;

internal enum ReportFormat
{
    Text,
    Html,
    Xlsx,
    Csv,
    Json,
    Docx,
}

/// <summary>How grave a finding makes the program exit with <see cref="ExitCode.Findings"/>.</summary>
internal enum FailOn
{
    Error,
    Warning,
    Never,
}

/// <summary>Processes files and writes a report on each, in the order of the files.</summary>
/// <param name="Output">File for one PDF, folder for several, or null for standard output.</param>
/// <param name="Prior">Files of the year before; each document is compared with those of its body.</param>
internal sealed record Reporting(
    DocumentPipeline Pipeline, PdfReaders Readers, IPdfReader Reader, ProcessingOptions Processing, ReportFormat Format, string? Output, FailOn FailOn, bool ShowContacts, string[] Prior)
{
    private int _exit = ExitCode.Done;
    private readonly List<BudgetDocument> _yearBefore = [];

    public async Task<int> RunAsync(string[] files, int workers, CancellationToken cancellation)
    {
        bool intoFolder = Output is not null && (files.Length > 1 || Directory.Exists(Output));
        if (intoFolder)
            Directory.CreateDirectory(Output!);
        await OrderedParallel.RunAsync(Prior, workers, ReadAsync, (_, read) => _yearBefore.Add(read.Document), cancellation);
        await OrderedParallel.RunAsync(files, workers, ProcessAsync, (file, result) => Write(file, result, intoFolder), cancellation);
        return _exit;
    }

    private async Task<(InputFile Input, BudgetDocument Document)> ProcessAsync(string path, CancellationToken cancellation)
    {
        (InputFile input, BudgetDocument document) = await ReadAsync(path, cancellation);
        if (Prior.Length > 0)
            document = YearBefore.Compare(document, _yearBefore, Processing.Language, cancellation);
        return (input, document);
    }

    private async Task<(InputFile Input, BudgetDocument Document)> ReadAsync(string path, CancellationToken cancellation)
    {
        InputFile input = await InputFile.ReadAsync(path, Processing.Reading.Limits.FileBytes, cancellation);
        return (input, input.Process(Pipeline, Processing, cancellation));
    }

    private void Write(string file, (InputFile Input, BudgetDocument Document) result, bool intoFolder)
    {
        Note(result.Document);
        var words = new ReportWords(Processing.Language);
        if (Format == ReportFormat.Text && Output is null)
        {
            TextReport.Print(new ReportSubject(result.Document, _ => null, showContacts: ShowContacts), words, Screen.For(Console.Out));
            return;
        }

        IReportWriter writer = ReportFormats.Writer(Format.ToString().ToLowerInvariant());
        using var pages = new PageSource(Reader, result.Input.Bytes, Processing.Reading, (bytes, options) => Readers.OpenPictures(bytes, options));
        if (Output is null)
        {
            using Stream output = Console.OpenStandardOutput();
            writer.Write(new ReportSubject(result.Document, pages.Read, showContacts: ShowContacts, draw: pages.Draw), words, output);
            return;
        }

        string target = intoFolder ? Path.Combine(Output, Path.GetFileName(file) + writer.Extension) : Output;
        var subject = new ReportSubject(result.Document, pages.Read, pdfLink: PdfLink.Between(target, file), showContacts: ShowContacts, draw: pages.Draw);
        WholeFile.Write(target, output => writer.Write(subject, words, output));
    }

    /// <summary>An unreadable file outweighs findings: nothing is known of it.</summary>
    private void Note(BudgetDocument document)
    {
        Severity? gravest = FailOn switch { FailOn.Error => Severity.Error, FailOn.Warning => Severity.Warning, _ => null };
        if (document.IsUnreadable)
            _exit = ExitCode.UnreadableFile;
        else if (_exit == ExitCode.Done && gravest is { } limit && document.Findings.Any(finding => finding.Severity >= limit))
            _exit = ExitCode.Findings;
    }
}
