using System.Threading.Channels;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Review.Ports;
using Ingest.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Review;

/// <summary>Reports on stored documents: to take away, and written again where they stand when a verdict has changed them.</summary>
internal sealed partial class StoredReports : IReports, IAsyncDisposable
{
    private static readonly Dictionary<string, string> _types = new(StringComparer.Ordinal)
    {
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["html"] = "text/html; charset=utf-8", ["csv"] = "text/csv; charset=utf-8", ["json"] = "application/json",
    };

    private readonly IDocumentStore _store;
    private readonly ReportRenewal _renewal;
    private readonly Func<string, IDocumentReading> _writers;
    private readonly ILogger _log;
    private readonly Channel<string> _outdated = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;

    /// <param name="writers">Of one format each: what is to be taken away is written in a reader process, which opens the file for its pictures.</param>
    public StoredReports(IDocumentStore store, ReportRenewal renewal, Func<string, IDocumentReading> writers, ILogger log)
    {
        (_store, _renewal, _writers, _log) = (store, renewal, writers, log);
        _writing = Task.Run(RenewAsync);
    }

    public IReadOnlyList<string> Formats { get; } = [.. _types.Keys];

    public async Task<ReportDownload?> WriteAsync(string sha256, string format, CancellationToken cancellation)
    {
        if (_store.Load(sha256) is not { } document)
            return null;
        string place = _store.ArrivalsOf(sha256).Select(arrival => arrival.Location ?? arrival.OriginalPath).FirstOrDefault(path => Path.IsPathFullyQualified(path) && File.Exists(path)) ?? "";
        var request = new ReadRequest(place, document.Source.FileName) { Stays = true, Stored = document, Verdicts = ReportRenewal.VerdictsOf(_store, sha256) };
        ReadReply reply = await _writers(format).ReadAsync(request, cancellation);
        return reply.Reports is [var report]
            ? new ReportDownload($"{ShelfName.Stem(PersonalNumbers.Mask(document.Source.FileName))}-{sha256[..8]}{report.Extension}", _types[format], report.Bytes)
            : throw new IOException(reply.Message);
    }

    public void Outdate(string sha256) => _outdated.Writer.TryWrite(sha256);

    /// <summary>Writes what is still to be written.</summary>
    public async ValueTask DisposeAsync()
    {
        _outdated.Writer.TryComplete();
        await _writing;
    }

    private async Task RenewAsync()
    {
        while (await _outdated.Reader.WaitToReadAsync())
        {
            var outdated = new HashSet<string>(StringComparer.Ordinal);
            while (_outdated.Reader.TryRead(out string? sha256))
                outdated.Add(sha256);
            foreach (string sha256 in outdated)
                await RenewAsync(sha256);
        }
    }

    private async Task RenewAsync(string sha256)
    {
        try
        {
            if (!await _renewal.RenewAsync(sha256, CancellationToken.None))
                LogNotRenewed(sha256[..8], "the report could not be made");
        }
        catch (Exception error) when (Faults.IsPutOff(error))
        {
            LogNotRenewed(sha256[..8], PersonalNumbers.Mask(error.Message));
        }
    }

    [LoggerMessage(501, LogLevel.Warning, "The reports on {Hash} could not be renewed after a verdict, the next one tries again: {Problem}")]
    private partial void LogNotRenewed(string hash, string problem);
}
