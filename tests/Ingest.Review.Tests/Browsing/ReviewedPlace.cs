using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ingest.EndToEnd;
using Ingest.Store;
using Ingest.Store.Postgres;
using Ingest.Store.Tests;

namespace Ingest.Review.Tests.Browsing;

/// <summary>The program serving the page of a store of its own.</summary>
internal sealed partial class ReviewedPlace : IDisposable
{
    private const string Settings =
        """{ "watch": { "settle": "00:00:00.2", "poll": "00:00:00.5" }, "reports": { "formats": ["xlsx", "html"] }, "review": { "enabled": true, "urls": ["http://127.0.0.1:0"], "reviewer": "审核员甲" } }""";

    private readonly RunningProgram _program;

    private ReviewedPlace(Installation installation, RunningProgram program, Uri address) => (Installation, _program, Address) = (installation, program, address);

    public Installation Installation { get; }

    public Uri Address { get; }

    /// <summary>Files from the fixtures are read first, then <c>ingest review</c> serves them.</summary>
    public static Task<ReviewedPlace> ReviewAsync(params string[] fixtures) => ReviewAsync(_ => { }, fixtures);

    /// <inheritdoc cref="ReviewAsync(Installation, Action{IDocumentStore}, string[])"/>
    public static Task<ReviewedPlace> ReviewAsync(Action<IDocumentStore> more, params string[] fixtures) => ReviewAsync(Install(), more, fixtures);

    /// <param name="more">Puts further documents into the store.</param>
    public static async Task<ReviewedPlace> ReviewAsync(Installation installation, Action<IDocumentStore> more, params string[] fixtures)
    {
        installation.Run(["run", .. fixtures.Select(IngestProgram.Fixture)]);
        using (IDocumentStore store = installation.OpenStore())
            more(store);
        return await ServeAsync(installation, "review", program => program.Output);
    }

    /// <param name="store">Kind of the store; "postgres" is a database of its own.</param>
    public static Installation Install(string store = "litedb")
    {
        if (store != "postgres")
            return new Installation(Settings, store);
        string database = PostgresServer.NewDatabase();
        JsonNode settings = JsonNode.Parse(Settings)!;
        settings["storeConnection"] = database;
        return new Installation(settings.ToJsonString(), store, () => PostgresDocumentStore.Open(database, TimeProvider.System));
    }

    /// <summary><c>ingest watch</c> with the page in it.</summary>
    public static Task<ReviewedPlace> WatchAsync() => ServeAsync(Install(), "watch", program => program.Error);

    public void Dispose()
    {
        _program.Dispose();
        Installation.Dispose();
    }

    private static async Task<ReviewedPlace> ServeAsync(Installation installation, string command, Func<RunningProgram, string> says)
    {
        RunningProgram program = installation.Start(command);
        await (command == "review" ? program.PrintsAsync("http://127.0.0.1:") : program.SaysAsync("http://127.0.0.1:"));
        return new ReviewedPlace(installation, program, new Uri(Served().Match(says(program)).Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Served();
}
