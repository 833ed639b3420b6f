using System.Diagnostics;
using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Store;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>The export over ten thousand documents takes the memory of the export over a tenth of them.</summary>
public class ExportLoadTests(ITestOutputHelper log)
{
    private const int YearsPerBody = 4;

    [LongFact("INGEST_EXPORT")]
    public Task An_export_takes_memory_that_does_not_grow_with_the_store() => CompareAsync("litedb");

    [LongFact("INGEST_EXPORT")]
    public Task An_export_from_SQLite_takes_memory_that_does_not_grow_with_the_store() => CompareAsync("sqlite");

    private async Task CompareAsync(string store)
    {
        log.WriteLine(store);
        int count = LongFactAttribute.Size("INGEST_EXPORT")!.Value;
        using var place = new Installation("""{ "reports": { "formats": [] } }""", store);
        place.Run("run", IngestProgram.Fixture("pair-2023"), IngestProgram.Fixture("seed-writer"));
        Multiply(place, 1, count / 10);
        Dictionary<string, long> few = await MeasureAsync(place, count / 10);
        Multiply(place, count / 10, count);
        Dictionary<string, long> many = await MeasureAsync(place, count);

        Assert.All(many, format => Assert.InRange(format.Value, 0, (few[format.Key] * 1.25) + 20));
    }

    /// <summary>Copies of the documents that are there, each of a body and year of its own.</summary>
    private static void Multiply(Installation place, int from, int to)
    {
        using IDocumentStore store = place.OpenStore();
        BudgetDocument[] originals = [.. place.Stored().Where(sha256 => !sha256.EndsWith("-copy", StringComparison.Ordinal)).Select(sha256 => store.Load(sha256)!)];
        for (int i = from; i < to; i++)
        {
            BudgetDocument original = originals[i % originals.Length];
            store.Save(null, original with
            {
                Source = original.Source with { Sha256 = string.Create(CultureInfo.InvariantCulture, $"{i:x8}-copy") },
                Identity = original.Identity with { Department = string.Create(CultureInfo.InvariantCulture, $"{original.Identity.Department}{i / YearsPerBody}"), FiscalYear = 2020 + (i % YearsPerBody) },
            }, new EngineVersions("reader", "layouts", "rules"), TimeSpan.Zero);
        }
    }

    /// <summary>The most memory in MB that each format took.</summary>
    private async Task<Dictionary<string, long>> MeasureAsync(Installation place, int documents)
    {
        var most = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string format in (string[])["csv", "json", "xlsx"])
        {
            long start = Stopwatch.GetTimestamp();
            using RunningProgram export = place.Start("export", "-f", format, "-o", place.Beside("export-" + format));
            using Process process = Process.GetProcessById(export.Id);
            Task<int> end = export.EndsAsync(TimeSpan.FromHours(1));
            while (await Task.WhenAny(end, Task.Delay(100)) != end)
            {
                process.Refresh();
                most[format] = Math.Max(most.GetValueOrDefault(format), process.WorkingSet64 >> 20);
            }

            Assert.Equal(0, await end);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format}: {documents} documents, {place.Ask(store => store.Facts(DocumentQuery.All).Count())} amounts in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, at most {most[format]} MB"));
        }

        return most;
    }
}
