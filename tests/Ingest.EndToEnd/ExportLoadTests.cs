using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>The export over ten thousand documents takes the memory of the export over a tenth of them.</summary>
public class ExportLoadTests(ITestOutputHelper log)
{
    private const int YearsPerBody = 4;

    [LongFact("INGEST_EXPORT")]
    public async Task An_export_takes_memory_that_does_not_grow_with_the_store()
    {
        int count = LongFactAttribute.Size("INGEST_EXPORT")!.Value;
        using var place = new Installation("""{ "reports": { "formats": [] } }""");
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
        string[] originals = place.Query("SELECT sha256 FROM documents WHERE sha256 NOT LIKE '%-%' ORDER BY sha256");
        using SqliteConnection connection = place.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        for (int i = from; i < to; i++)
            foreach (string sql in (string[])
            [
                """
                INSERT INTO documents (sha256, file_name, bytes, pages, department, fiscal_year, kind, reader, layout, rules, stored_at, read_ms, errors, warnings, amounts, unchecked, extraction, layouts)
                SELECT $new, file_name, bytes, pages, department || $body, $year, kind, reader, layout, rules, stored_at, read_ms, errors, warnings, amounts, unchecked, extraction, layouts FROM documents WHERE sha256 = $old
                """,
                "INSERT INTO facts SELECT $new, position, statement, side, code, name, project, column_key, amount, unit, yuan, page, box_left, box_bottom, box_right, box_top FROM facts WHERE sha256 = $old",
                "INSERT INTO findings SELECT $new, position, fingerprint, severity, rule FROM findings WHERE sha256 = $old",
            ])
            {
                using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this test.
                command.CommandText = sql;
#pragma warning restore CA2100
                command.Transaction = transaction;
                command.Parameters.AddWithValue("$old", originals[i % originals.Length]);
                command.Parameters.AddWithValue("$new", string.Create(CultureInfo.InvariantCulture, $"{i:x8}-copy"));
                command.Parameters.AddWithValue("$body", i / YearsPerBody);
                command.Parameters.AddWithValue("$year", 2020 + (i % YearsPerBody));
                command.ExecuteNonQuery();
            }

        transaction.Commit();
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
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format}: {documents} documents, {place.Query("SELECT count(*) FROM facts")[0]} amounts in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, at most {most[format]} MB"));
        }

        return most;
    }
}
