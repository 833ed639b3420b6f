using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.Contract.Text;
using Ingest.Review;
using Ingest.Review.Safety;
using Ingest.Store;
using Ingest.Store.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Review;

/// <summary>The review page of a program, being served until it is disposed.</summary>
internal sealed partial class ReviewPage : IAsyncDisposable
{
    /// <summary>What is disposed after the server, in this order.</summary>
    private readonly List<object> _parts = [];

    private WebApplication? _server;

    /// <summary>Where it is served, with the port that the system gave where none was asked for.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _server!.Urls];

    /// <exception cref="SettingsException">The settings cannot be used, or an address is taken.</exception>
    public static async Task<ReviewPage> ServeAsync(CompositionRoot composition, IDocumentStore store, IReadOnlyList<string> urls, CancellationToken cancellation)
    {
        ReviewAccess access = ReviewAddresses.Access(composition.Settings.Review, urls, composition.Folders);
        Directory.CreateDirectory(composition.Folders.Inbox);
        var page = new ReviewPage();
        try
        {
            ILoggerFactory logs = LoggerFactory.Create(logging => LogOutput.AddTo(logging, composition.Settings.Log));
            page._server = ReviewServer.Build(page.Lend(composition, store, access, logs.CreateLogger("Ingest")));
            page._parts.Add(logs);
            // Before anybody can ask: of many documents it takes seconds, once.
            await Task.Run(page._server.Services.GetRequiredService<ReviewIndex>().Fill, cancellation);
            await page._server.StartAsync(cancellation);
            LogServed(logs.CreateLogger("Ingest"), string.Join(", ", page.Addresses));
            return page;
        }
        catch (IOException error)
        {
            await page.DisposeAsync();
            throw new SettingsException(new Phrase(
                $"复核页无法在 {string.Join("、", access.Urls)} 提供：{error.Message} 请用 --urls 另选地址，如 http://127.0.0.1:5181。",
                $"The review page cannot be served at {string.Join(", ", access.Urls)}: {error.Message} Choose another address with --urls, such as http://127.0.0.1:5181."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        foreach (object part in _parts)
            if (part is IAsyncDisposable slow)
                await slow.DisposeAsync();
            else
                ((IDisposable)part).Dispose();
    }

    private ReviewSetup Lend(CompositionRoot composition, IDocumentStore store, ReviewAccess access, ILogger log)
    {
        Settings settings = composition.Settings;
        var readers = new PdfReaders(ReaderCommandLine.OfThisProgram(), ReaderBounds.Of(settings.Readers), ReaderTimes.Of(settings.Limits.PdfPig));
        var pictures = new PagePictures(readers, settings.Passwords, ReaderSetup.Of(settings, null, []).Reading);
        var shelf = new ReportShelf(composition.Folders, store, new PhysicalDisk());
        ReaderPool renewing = composition.Readers(1, ReaderCommandLine.OfThisProgram(), log);
        var writers = new ReportWriters(format => composition.ReportWriters(ReaderCommandLine.OfThisProgram(), format, log));
        var renewal = new ReportRenewal(store, renewing, shelf, new PhysicalDisk());
        var reports = new StoredReports(store, renewal, writers.Of, log);
        _parts.AddRange([reports, writers, renewing, shelf, pictures, readers]);
        WatchedChanges changes = composition.StoreFile is null ? WatchedChanges.OfServer(store, composition.Folders, TimeProvider.System) : WatchedChanges.OfFiles(composition.Folders, TimeProvider.System);
        return new ReviewSetup(
            access, settings.Language == "en" ? Language.English : Language.Chinese, TimeProvider.System, logging => LogOutput.AddTo(logging, settings.Log), store,
            changes, new Disclosure(), new CatalogueRuleBook(), pictures, new StoredFiles(store),
            new InboxDrop(composition.Folders, settings.Limits, store), reports, new ReconciledRelations(), new StoredCorrections(store, composition.Corrections, renewing, shelf, renewal),
            composition.Folders.SignOffFile);
    }

    [LoggerMessage(502, LogLevel.Information, "The review page is at {Addresses}")]
    private static partial void LogServed(ILogger log, string addresses);
}
