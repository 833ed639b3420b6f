using System.Threading.Channels;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Reports;
using Ingest.App.Reports.Formats;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Review.Ports;
using Ingest.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Review;

/// <summary>Reports on stored documents: to take away, and written again where they stand when a verdict has changed them.</summary>
internal sealed partial class StoredReports : IReports, IAsyncDisposable
{
    private static readonly Dictionary<string, string> _types = new(StringComparer.Ordinal)
    {
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["html"] = "text/html; charset=utf-8", ["csv"] = "text/csv; charset=utf-8", ["json"] = "application/json",
    };

    private readonly IDocumentStore _store;
    private readonly IOriginals _originals;
    private readonly IPdfReader _reader;
    private readonly ReadingOptions _options;
    private readonly ReportWords _words;
    private readonly ReportShelf _shelf;
    private readonly string[] _kept;
    private readonly ILogger _log;
    private readonly Channel<string> _outdated = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;

    /// <param name="kept">Formats that stand in the folder of reports.</param>
    public StoredReports(IDocumentStore store, IOriginals originals, IPdfReader reader, ReadingOptions options, ReportWords words, ReportShelf shelf, string[] kept, ILogger log)
    {
        (_store, _originals, _reader, _options, _words, _shelf, _kept, _log) = (store, originals, reader, options, words, shelf, kept, log);
        _writing = Task.Run(RewriteAsync);
    }

    public IReadOnlyList<string> Formats { get; } = [.. _types.Keys];

    public Task<ReportDownload?> WriteAsync(string sha256, string format, CancellationToken cancellation) => Task.Run(() => Write(sha256, format) is { } written
        ? new ReportDownload($"{ShelfName.Stem(PersonalNumbers.Mask(written.Document.Source.FileName))}-{sha256[..8]}{written.Report.Extension}", _types[format], written.Report.Bytes)
        : null, cancellation);

    public void Outdate(string sha256) => _outdated.Writer.TryWrite(sha256);

    /// <summary>Writes what is still to be written.</summary>
    public async ValueTask DisposeAsync()
    {
        _outdated.Writer.TryComplete();
        await _writing;
        _shelf.Dispose();
    }

    private async Task RewriteAsync()
    {
        while (await _outdated.Reader.WaitToReadAsync())
        {
            var outdated = new HashSet<string>(StringComparer.Ordinal);
            while (_outdated.Reader.TryRead(out string? sha256))
                outdated.Add(sha256);
            foreach (string sha256 in outdated)
                Rewrite(sha256);
        }
    }

    private void Rewrite(string sha256)
    {
        try
        {
            (BudgetDocument Document, ReportFile Report)[] written = [.. _kept.Select(format => Write(sha256, format)).OfType<(BudgetDocument, ReportFile)>()];
            if (written.Length > 0)
                _shelf.Publish(_shelf.Stage(written[0].Document, written.Select(one => one.Report)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StoreException or PdfReadException)
        {
            LogNotWritten(sha256[..8], PersonalNumbers.Mask(error.Message));
        }
    }

    private (BudgetDocument Document, ReportFile Report)? Write(string sha256, string format)
    {
        if (_store.Load(sha256) is not { } document)
            return null;
        using PageSource? pages = Pages(sha256);
        IReportWriter writer = ReportFormats.Writer(format);
        var output = new MemoryStream();
        var verdicts = _store.FindingsOf(sha256).Where(finding => finding.Verdict is not null).ToDictionary(finding => finding.Fingerprint, finding => finding.Verdict!);
        writer.Write(new ReportSubject(ContactMask.Of(document), pages is null ? _ => null : pages.Read, verdicts), _words, output);
        return (document, new ReportFile(writer.Extension, output.ToArray()));
    }

    private PageSource? Pages(string sha256)
    {
        using Stream? file = _originals.Open(sha256);
        if (file is null)
            return null;
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return new PageSource(_reader, bytes, _options);
    }

    [LoggerMessage(501, LogLevel.Warning, "The reports on {Hash} could not be written again after a verdict: {Problem}")]
    private partial void LogNotWritten(string hash, string problem);
}
