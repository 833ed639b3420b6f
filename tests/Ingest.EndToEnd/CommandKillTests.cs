using System.IO.Compression;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>
/// Commands that write are killed at random moments. Whatever the moment: the store is sound at once, what was being written is as it was
/// before or as it should be, and repeating the command brings everything to its end.
/// </summary>
public class CommandKillTests(ITestOutputHelper log)
{
    private const string Faulty = "faults/digit-typo-t05.pdf";

    /// <summary>For what the kills have left over.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public Task A_few_kills_of_commands_do_no_harm(string store) => SurviveAsync(store, rounds: 1, files: 6, seed: 20260103);

    [LongFact("INGEST_KILLS")]
    public Task Many_kills_of_commands_do_no_harm() =>
        SurviveAsync("litedb", LongFactAttribute.Size("INGEST_KILLS")!.Value / 5, LongFactAttribute.Size("INGEST_KILL_FILES") ?? 100, seed: Environment.TickCount);

    /// <param name="rounds">In each, every command is killed once.</param>
    private async Task SurviveAsync(string store, int rounds, int files, int seed)
    {
        log.WriteLine($"{store}, seed {seed}");
        var random = new Random(seed);
        using var place = new Installation(store: store);
        Directory.CreateDirectory(Path.GetDirectoryName(place.Beside("in/x"))!);
        for (int i = 0; i < files; i++)
            await File.WriteAllBytesAsync(place.Beside($"in/{i}.pdf"), Installation.Copy("odd/two-tables.pdf", i));
        Assert.Equal(0, place.Run("run", IngestProgram.Fixture(Faulty)).ExitCode);
        string finding = Finding(place);
        string export = place.Beside("all.json"), backup = place.Beside("saved.zip");
        string[][] commands =
        [
            ["run", place.Beside("in")], ["reprocess"], ["export", "-f", "json", "-o", export], ["backup", backup], ["verdict", finding, "confirmed", "--by", "王"],
        ];
        for (int round = 0; round < rounds; round++)
            foreach (string[] command in commands)
            {
                using RunningProgram program = place.Start(command);
                await Task.Delay(random.Next(0, 2500));
                program.Kill();
                VerifyWritten(export, backup);
            }

        foreach (string[] command in commands)
        {
            using RunningProgram program = place.Start(command);
            Assert.True(await program.EndsAsync(_limit) == 0, program.Error);
        }

        VerifyWritten(export, backup);
        Outcome check = place.Run("check", "--hashes");
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Equal(files + 1, place.Stored().Length);
        Assert.Equal(files + 1, place.Files("reports").Length);
        Assert.Equal(files + 1, JsonNode.Parse(await File.ReadAllTextAsync(export))!["summary"]!.AsArray().Count);
        // Whatever was cut off has been cleared away by whoever came after.
        Assert.DoesNotContain(
            Directory.GetFiles(Path.GetDirectoryName(export)!, "*", SearchOption.AllDirectories), path => path.EndsWith(".part", StringComparison.Ordinal) || path.Contains(".copying", StringComparison.Ordinal));
        log.WriteLine($"{rounds * commands.Length} kills; {check.Output.Trim()}");
    }

    private static void VerifyWritten(string export, string backup)
    {
        if (File.Exists(export))
            Assert.NotNull(JsonNode.Parse(File.ReadAllText(export)));
        if (!File.Exists(backup))
            return;
        using ZipArchive parts = ZipFile.OpenRead(backup);
        Assert.Equal(3, parts.Entries.Count);
        foreach (ZipArchiveEntry part in parts.Entries)
        {
            using Stream stream = part.Open();
            stream.CopyTo(Stream.Null);
        }
    }

    private static string Finding(Installation place)
    {
        string document = ((string)place.List().Single()["sha256"]!)[..8];
        return place.Run("show", document).Output.Split('\n').First(line => line.Contains("错误 X-10", StringComparison.Ordinal)).Trim().Split(' ')[0];
    }
}
