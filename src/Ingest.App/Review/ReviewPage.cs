using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Review;
using Ingest.Review.Safety;
using Ingest.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Review;

/// <summary>The review page of a program, being served until it is disposed.</summary>
internal sealed partial class ReviewPage : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly StoredReports _reports;
    private readonly PagePictures _pictures;
    private readonly PdfReaders _readers;
    private readonly ILoggerFactory _logs;

    private ReviewPage(WebApplication server, StoredReports reports, PagePictures pictures, PdfReaders readers, ILoggerFactory logs) =>
        (_server, _reports, _pictures, _readers, _logs) = (server, reports, pictures, readers, logs);

    /// <summary>Where it is served, with the port that the system gave where none was asked for.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _server.Urls];

    /// <exception cref="SettingsException">The settings cannot be used, or an address is taken.</exception>
    public static async Task<ReviewPage> ServeAsync(CompositionRoot composition, IDocumentStore store, IReadOnlyList<string> urls, CancellationToken cancellation)
    {
        Settings settings = composition.Settings;
        ReviewAccess access = ReviewAddresses.Access(settings.Review, urls, composition.Folders);
        Directory.CreateDirectory(composition.Folders.Inbox);
        var readers = new PdfReaders(ReaderCommandLine.OfThisProgram(), ReaderBounds.Of(settings.Readers), ReaderTimes.Of(settings.Limits.PdfPig));
        IPdfReader reader = readers.First(settings.Reader);
        ReaderSetup setup = ReaderSetup.Of(settings, []);
        ReadingOptions reading = setup.Reading(settings.Passwords.FirstOrDefault());
        ILoggerFactory logs = LoggerFactory.Create(logging => LogOutput.AddTo(logging, settings.Log));
        var files = new StoredFiles(store);
        var pictures = new PagePictures(readers, settings.Passwords, setup.Reading);
        var reports = new StoredReports(
            store, files, reader, reading, composition.Words, new ReportShelf(composition.Folders, store, new PhysicalDisk()), settings.Reports.Formats, logs.CreateLogger("Ingest"));
        WebApplication server = ReviewServer.Build(new ReviewSetup(
            access, settings.Language == "en" ? Language.English : Language.Chinese, TimeProvider.System, logging => LogOutput.AddTo(logging, settings.Log), store,
            new StoreFileChanges(composition.Folders, TimeProvider.System), new Disclosure(), new CatalogueRuleBook(), pictures, files,
            new InboxDrop(composition.Folders, settings.Limits, store), reports));
        var page = new ReviewPage(server, reports, pictures, readers, logs);
        try
        {
            await server.StartAsync(cancellation);
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
        await _server.DisposeAsync();
        await _reports.DisposeAsync();
        _pictures.Dispose();
        _readers.Dispose();
        _logs.Dispose();
    }

    [LoggerMessage(502, LogLevel.Information, "The review page is at {Addresses}")]
    private static partial void LogServed(ILogger log, string addresses);
}
