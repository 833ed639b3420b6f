using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;
using Ingest.Store.LiteDb;

namespace Ingest.Benchmarks;

/// <summary>
/// How long the review page takes over a store of many documents: the program itself in a process of its own, asked for its
/// screens one after another; the time is from sending a request to having all of the answer.
/// </summary>
internal static partial class ReviewLoad
{
    private const int Rounds = 15;

    private const int FindingsOfOne = 12;

    private static readonly string[] _screens = ["/", "/?name=7", "/findings", "/findings?severity=error&year=2024&order=amount", "/findings?skip=60000", "/rules"];

    private static string Program =>
        typeof(ReviewLoad).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Program").Value!;

    public static async Task RunAsync(int documents)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("review-load-");
        try
        {
            string config = Path.Combine(folder.FullName, "pipeline.json");
            await File.WriteAllTextAsync(config, """{ "review": { "urls": ["http://127.0.0.1:0"] } }""");
            Fill(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "data")).FullName, "ingest.db"), documents);
            using Process program = Process.Start(new ProcessStartInfo("dotnet", [Program, "review", "--config", config]) { RedirectStandardOutput = true })!;
            try
            {
                string said = await program.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The program said nothing.");
                await MeasureAsync(new Uri(Address().Match(said).Value), documents);
            }
            finally
            {
                program.Kill(entireProcessTree: true);
                await program.WaitForExitAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri address, int documents)
    {
        using var client = new HttpClient { BaseAddress = address };
        Console.WriteLine(FormattableString.Invariant($"{documents:N0} documents with {documents * FindingsOfOne:N0} findings; milliseconds, the first request of a screen and the median of {Rounds} after it"));
        foreach (string screen in _screens)
        {
            double first = await AskAsync(client, screen);
            var times = new List<double>();
            for (int i = 0; i < Rounds; i++)
                times.Add(await AskAsync(client, screen));
            Console.WriteLine(FormattableString.Invariant($"{screen,-50} {first,8:0} {times.Order().ElementAt(Rounds / 2),8:0.0}"));
        }
    }

    private static async Task<double> AskAsync(HttpClient client, string screen)
    {
        long start = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri(screen, UriKind.Relative));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Fill(string file, int documents)
    {
        var versions = new EngineVersions("reader", "layouts", "rules");
        using LiteDbDocumentStore store = LiteDbDocumentStore.Open(file, TimeProvider.System);
        for (int i = 0; i < documents; i++)
            store.Save(null, Made(i), versions, TimeSpan.FromMilliseconds(20));
    }

    /// <summary>Of 2,000 bodies and five years.</summary>
    private static BudgetDocument Made(int number) => new()
    {
        Source = new SourceFile($"{number}.pdf", number.ToString("x64", CultureInfo.InvariantCulture), 1, 1, null, false),
        Identity = new Identity { Department = $"第{number / 5}局", FiscalYear = 2020 + (number % 5), Kind = DocumentKind.Budget, Level = DocumentLevel.Department },
        Findings =
        [
            .. Enumerable.Range(0, FindingsOfOne).Select(i => new Finding
            {
                Rule = $"X-{i % 7:00}", Severity = (Severity)(i % 3), Message = $"《一般公共预算支出情况表》第 9 页“行政单位医疗 · 基本支出”印作 {number + i}.66 万元，应为 {number + i}.06 万元（X-{i % 7:00}）", Difference = 0.60m + i,
                Cells = [new CellReference { Statement = "T05", Name = $"行{i}", Column = "total", Amount = number + i, Page = 9 }],
            }),
        ],
    };

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
