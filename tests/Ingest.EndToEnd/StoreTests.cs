using System.Diagnostics;
using System.Text.Json.Nodes;
using Ingest.App.Tests;
using Ingest.Store;

namespace Ingest.EndToEnd;

/// <summary>What the program does about its store beside reading documents.</summary>
public class StoreTests
{
    private const string Faulty = "faults/digit-typo-t05.pdf";

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public async Task Everything_can_be_asked_and_said_while_a_run_writes(string store)
    {
        using var place = new Installation(store: store);
        place.Run("run", IngestProgram.Fixture(Faulty));
        string finding = Finding(place);
        for (int i = 0; i < 120; i++)
            await File.WriteAllBytesAsync(place.Beside($"in/{i}.pdf"), Installation.Copy("odd/two-tables.pdf", i));
        using RunningProgram run = place.Start("run", place.Beside("in"), "--parallel", "2");
        await run.PrintsAsync(".pdf");

        string[][] commands =
        [
            ["list"], ["status"], ["show", finding.Split('/')[0]], ["verdict", finding, "confirmed", "--by", "王"], ["export", "-f", "json"], ["check"],
        ];
        // The arrivals of files in work are only claimed; that is as it should be, and everything else is sound.
        Assert.All(commands, command => Assert.Equal(0, place.Run(command).ExitCode));

        Assert.Equal(0, await run.EndsAsync());
        Assert.Equal(121, place.Stored().Length);
        Assert.Equal(0, place.Run("check", "--hashes").ExitCode);
        Assert.Equal("王", place.Ask(opened => Assert.Single(opened.Verdicts()).Verdict.Who));
    }

    [Fact]
    public void LiteDB_is_the_default_and_each_store_refuses_the_other_s_file_with_what_to_do()
    {
        using var place = new Installation();
        place.Run("run", IngestProgram.Fixture(Faulty));

        Outcome other = place.Run("list", "--store=sqlite", "--lang", "en");

        Assert.Contains("** This is a LiteDB file **", File.ReadAllText(place.Store), StringComparison.Ordinal);
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("is a database of litedb, and the settings say sqlite.", other.Error, StringComparison.Ordinal);
        Assert.Contains("ingest store copy --to sqlite", other.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("litedb", "sqlite")]
    [InlineData("sqlite", "litedb")]
    public void A_copy_in_the_other_kind_holds_everything_and_can_be_worked_with(string from, string to)
    {
        using var place = new Installation(store: from);
        place.Run("run", IngestProgram.Fixture(Faulty), IngestProgram.Fixture("odd/password.pdf"));
        place.Run("verdict", Finding(place), "confirmed", "--note", "已函询", "--by", "王");
        string file = Path.ChangeExtension(place.Store, to);

        Outcome copy = place.Run("store", "copy", "--to", to);

        Assert.Equal(0, copy.ExitCode);
        Assert.Contains($"已复制并核对 1 份文件：{file}", copy.Output, StringComparison.Ordinal);
        string[] there = [$"--store={to}", $"--storeFile={file}"];
        foreach (string[] question in (string[][])[["list"], ["status"], ["export", "-f", "json"], ["check"]])
            Assert.Equal(place.Run(question).Output, place.Run([.. question, .. there]).Output);
        Assert.Contains("此前已处理 1，", place.Run(["run", IngestProgram.Fixture(Faulty), .. there]).Output, StringComparison.Ordinal);
        // Nothing is written over, and nothing half is left.
        Assert.Equal(2, place.Run("store", "copy", "--to", to).ExitCode);
        Assert.Empty(Directory.GetFiles(place.Folder(), "*.copying*"));
    }

    [Fact]
    public async Task A_damaged_store_is_said_to_be_and_made_anew_from_the_archive_and_the_verdicts()
    {
        using var place = new Installation();
        using (RunningProgram watcher = place.Start("watch"))
        {
            await watcher.SaysAsync("Watching");
            place.Drop("甲/a.pdf", Installation.Copy(Faulty, 1));
            place.Drop("b.pdf", Installation.Copy("odd/two-tables.pdf", 2));
            place.Drop("c.pdf", Installation.Copy("odd/image-only.pdf", 3));
            await WaitAsync(() => place.Files("archive").Length == 2 && place.Files("quarantine").Length == 3, watcher);
            place.Drop("again.pdf", Installation.Copy("odd/two-tables.pdf", 2));
            await WaitAsync(() => place.Files("archive").Length == 3, watcher);
            Assert.Equal(0, await watcher.TerminateAsync());
        }

        place.Run("verdict", Finding(place), "dismissed", "--by", "王");
        string[] before = Told(place);
        // What a crash left in work; in a new store its number will be another's.
        byte[] inWork = Installation.Copy("odd/two-tables.pdf", 9);
        await File.WriteAllBytesAsync(place.Folder("processing", "77.pdf"), inWork);
        byte[] bytes = await File.ReadAllBytesAsync(place.Store);
        new Random(1).NextBytes(bytes.AsSpan(8192, bytes.Length - 8192));
        await File.WriteAllBytesAsync(place.Store, bytes);
        Assert.Equal(5, place.Run("check").ExitCode);

        Outcome rebuilt = place.Run("rebuild");

        Assert.Equal(0, rebuilt.ExitCode);
        Assert.Contains("隔离 1 个，退回收件箱 1 个，复核结论 1 项。", rebuilt.Output, StringComparison.Ordinal);
        Assert.Contains("旧数据库不能全部读出", rebuilt.Error, StringComparison.Ordinal);
        Assert.Equal(before, Told(place));
        Assert.Equal(inWork, await File.ReadAllBytesAsync(Assert.Single(place.Files("inbox"))));
        Assert.Empty(place.Files("processing"));
        Assert.Equal(0, place.Run("check", "--hashes").ExitCode);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(place.Folder(), "ingest.db.before-*"), path => !path.EndsWith(".journal", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_rebuild_knows_files_that_were_read_in_place_and_verdicts_that_only_the_store_has()
    {
        using var place = new Installation(store: "sqlite");
        place.Run("run", IngestProgram.Fixture(Faulty), IngestProgram.Fixture("odd/password.pdf"));
        place.Run("verdict", Finding(place), "confirmed", "--by", "王");
        string verdicts = place.Folder("verdicts.jsonl");
        string written = File.ReadAllText(verdicts);
        File.Delete(verdicts);

        Outcome rebuilt = place.Run("rebuild");

        Assert.Equal(1, rebuilt.ExitCode);
        Assert.Contains("新入库 1，此前已处理 0，重复 0，无法读取 1，", rebuilt.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(verdicts));
        Assert.Contains("此前已处理 1，", place.Run("run", IngestProgram.Fixture(Faulty)).Output, StringComparison.Ordinal);
        Assert.Equal(0, place.Run("check", "--hashes").ExitCode);
    }

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void Damaged_documents_are_named_and_left_out_and_read_again_from_their_files_when_that_is_asked_for(string store)
    {
        using var place = new Installation(store: store);
        place.Run("run", IngestProgram.Fixture(Faulty), IngestProgram.Fixture("odd/two-tables.pdf"), IngestProgram.Fixture("pair-2024"), "--parallel", "1");
        place.Run("verdict", Finding(place), "confirmed", "--by", "王");
        string[] before = Told(place);
        string[] hashes = [.. place.List().OrderByDescending(document => (int)document["errors"]!).Select(document => (string)document["sha256"]!)];
        Damage.Contents(store, place.Store, hashes[0]);
        Damage.Entry(store, place.Store, hashes[1]);

        Outcome list = place.Run("list"), export = place.Run("export", "-f", "json"), check = place.Run("check");

        Assert.Equal((1, 1, 5, 0), (list.ExitCode, export.ExitCode, check.ExitCode, place.Run("status").ExitCode));
        Assert.Contains("共 2 份。", list.Output, StringComparison.Ordinal);
        Assert.Contains($"略去已损坏的文件 {hashes[1]}", list.Error, StringComparison.Ordinal);
        JsonNode exported = JsonNode.Parse(export.Output)!;
        Assert.Equal([hashes[2][..8]], exported["facts"]!.AsArray().Select(fact => (string)fact!["document"]!).Distinct());
        Assert.Equal(new[] { hashes[0][..8], hashes[1][..8] }.Order(StringComparer.Ordinal), exported["damaged"]!.AsArray().Select(document => (string)document!["document"]!));
        Assert.Contains(hashes[0], export.Error, StringComparison.Ordinal);

        Outcome repair = place.Run("check", "--repair");

        Assert.Equal(0, repair.ExitCode);
        Assert.Contains($"[{hashes[0][..8]}]: 现已能读取", repair.Output, StringComparison.Ordinal);
        Assert.Equal(before, Told(place));
        Assert.Equal(0, place.Run("list").ExitCode);
    }

    [Fact]
    public async Task A_store_that_is_lost_comes_back_from_a_backup_that_was_made_while_a_run_wrote()
    {
        using var place = new Installation();
        place.Run("run", IngestProgram.Fixture(Faulty));
        for (int i = 0; i < 60; i++)
            await File.WriteAllBytesAsync(place.Beside($"in/{i}.pdf"), Installation.Copy("odd/two-tables.pdf", i));
        string backup = place.Beside("saved.zip");
        using (RunningProgram run = place.Start("run", place.Beside("in"), "--parallel", "2"))
        {
            await run.PrintsAsync(".pdf");
            Outcome saved = place.Run("backup", backup);
            Assert.True(saved.ExitCode == 0, saved.Error);
            Assert.Equal(0, await run.EndsAsync());
        }

        place.Run("verdict", Finding(place), "confirmed", "--by", "王");
        Assert.Contains("--force", place.Run("restore", backup).Error, StringComparison.Ordinal);
        foreach (string file in Directory.GetFiles(place.Folder(), "ingest.db*"))
            File.Delete(file);

        Outcome restored = place.Run("restore", backup);

        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.InRange(place.Stored().Length, 1, 61);
        Assert.Equal("王", place.Ask(store => Assert.Single(store.Verdicts()).Verdict.Who));
        Assert.Equal(0, place.Run("run", place.Beside("in")).ExitCode);
        Assert.Equal(61, place.Stored().Length);
        Assert.Equal(0, place.Run("check", "--hashes").ExitCode);
    }

    [Fact]
    public void A_verdict_that_is_missing_on_one_side_is_told_by_check()
    {
        using var place = new Installation();
        place.Run("run", IngestProgram.Fixture(Faulty));
        place.Run("verdict", Finding(place), "confirmed", "--by", "王");
        string verdicts = place.Folder("verdicts.jsonl");
        string line = File.ReadAllText(verdicts);
        Assert.Equal(0, place.Run("check").ExitCode);

        File.WriteAllText(verdicts, line.Replace("王", "李", StringComparison.Ordinal) + "half a li");

        Outcome check = place.Run("check", "--lang", "en");
        Assert.Equal(5, check.ExitCode);
        Assert.Contains($"Line 2 of {verdicts} is no verdict.", check.Output, StringComparison.Ordinal);
        Assert.Contains($"A verdict of the store is not in {verdicts}:", check.Output, StringComparison.Ordinal);
        Assert.Contains($"A verdict in {verdicts} is not in the store:", check.Output, StringComparison.Ordinal);
    }

    private static string Finding(Installation place)
    {
        JsonNode document = place.List().Single(document => (int)document["errors"]! > 0);
        return place.Run("show", ((string)document["sha256"]!)[..8]).Output.Split('\n').First(line => line.Contains("错误 X-10", StringComparison.Ordinal)).Trim().Split(' ')[0];
    }

    /// <summary>What a store tells of its documents, without when and how fast they were read.</summary>
    private static string[] Told(Installation place) => place.Ask(store => store.Arrivals().Select(arrival => $"{arrival.Sha256} {arrival.State} {arrival.Location} {arrival.Reason} {arrival.Message}")
        .Concat(store.Findings(DocumentQuery.All).Select(finding => $"{finding.Sha256} {finding.Fingerprint} {finding.Verdict}"))
        .Concat(store.Facts(DocumentQuery.All).Select(fact => fact.ToString()))
        .Order(StringComparer.Ordinal).ToArray());

    private static async Task WaitAsync(Func<bool> condition, RunningProgram watcher)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.False(watcher.HasEnded, watcher.Error);
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1), watcher.Error);
            await Task.Delay(100);
        }
    }
}
