using System.Text.Json.Nodes;

namespace Ingest.EndToEnd;

public sealed class RunTests : IDisposable
{
    private const string Small = "odd/two-tables.pdf";

    private readonly Installation _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_folder_is_read_checked_stored_and_reported_and_the_second_run_has_nothing_to_do()
    {
        string[] folders = [IngestProgram.Fixture("faults"), IngestProgram.Fixture("pair-2023"), IngestProgram.Fixture("pair-2024")];

        Outcome first = _place.Run(["run", .. folders]);

        Assert.Equal(0, first.ExitCode);
        // Nine files with one planted fault each, two without.
        Assert.Contains("共 11 个文件：新入库 11，", first.Output, StringComparison.Ordinal);
        Assert.Contains("错误 9（在 9 份文件中）", first.Output, StringComparison.Ordinal);
        // The planted fault of digit-typo-t05: 6.06 printed as 6.66.
        Assert.Contains("T05 2101101 行政单位医疗 · 基本支出 = 6.66（第9页） → 6.06", first.Output, StringComparison.Ordinal);
        Assert.Contains(_place.Store, first.Output, StringComparison.Ordinal);
        Assert.Equal(11, _place.Files("reports").Length);

        Outcome second = _place.Run(["run", .. folders]);

        Assert.Equal(0, second.ExitCode);
        Assert.Contains("新入库 0，此前已处理 11，", second.Output, StringComparison.Ordinal);
        Assert.Contains("没有新的工作。", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_said_and_ends_with_code_1_and_the_states_add_up()
    {
        string[] files = [.. (string[])[Small, "odd/password.pdf", "odd/not-a-pdf.pdf"], Small];
        File.WriteAllBytes(_place.Beside("in/again.pdf"), File.ReadAllBytes(IngestProgram.Fixture(Small)));

        Outcome outcome = _place.Run(["run", .. files.Select(IngestProgram.Fixture), _place.Beside("in")]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("× password.pdf：文件设有密码。", outcome.Output, StringComparison.Ordinal);
        JsonNode status = _place.Status();
        Assert.Equal(4, (int)status["cameIn"]!);
        Assert.Equal(4, status["states"]!.AsObject().Sum(state => (int)state.Value!));
        Assert.Equal((1, 1, 2), ((int)status["states"]!["stored"]!, (int)status["states"]!["duplicate"]!, (int)status["states"]!["quarantined"]!));
        Assert.Equal(0, _place.Run("check", "--hashes").ExitCode);
    }

    [Fact]
    public void A_path_that_is_not_there_or_a_setting_that_is_wrong_ends_with_code_2_and_a_sentence()
    {
        Outcome missing = _place.Run("run", _place.Beside("none"));
        Outcome setting = _place.Run("run", IngestProgram.Fixture(Small), "--readers:cuont=3");

        Assert.Equal((2, 2), (missing.ExitCode, setting.ExitCode));
        Assert.Contains("none 不存在，请检查拼写。", missing.Error, StringComparison.Ordinal);
        Assert.Contains("参数 --readers:cuont 不是已知的设置：是否想写“count”？", setting.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'count'?", _place.Run("run", IngestProgram.Fixture(Small), "--readers:cuont=3", "--language=en").Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.Store));
    }

    [Fact]
    public async Task A_run_that_is_terminated_ends_with_code_130_and_the_next_one_finishes_it()
    {
        const int Files = 80;
        for (int i = 0; i < Files; i++)
            await File.WriteAllBytesAsync(_place.Beside($"in/{i}.pdf"), Installation.Copy("xinjiang-2019-school/xinjiang-2019-school.pdf", i));
        using RunningProgram run = _place.Start("run", _place.Beside("in"), "--parallel", "2");
        // A file's line is printed when it is stored; its report alone is there before that.
        await run.PrintsAsync(".pdf");

        Assert.Equal(130, await run.TerminateAsync());
        int done = _place.Stored().Length;
        Assert.InRange(done, 1, Files - 1);

        Outcome rest = _place.Run("run", _place.Beside("in"));

        Assert.Equal(0, rest.ExitCode);
        Assert.Contains($"新入库 {Files - done}，此前已处理 {done}，", rest.Output, StringComparison.Ordinal);
        Assert.Equal(Files, _place.Stored().Length);
    }

    [Fact]
    public async Task A_store_that_another_process_holds_is_waited_for()
    {
        const int Files = 30;
        for (int i = 0; i < Files; i++)
            await File.WriteAllBytesAsync(_place.Beside($"in/{i}.pdf"), Installation.Copy(Small, i));
        using RunningProgram run = _place.Start("run", _place.Beside("in"), "--parallel", "2", "--storeBusyWait=00:00:01");
        await run.PrintsAsync(".pdf");

        await using (await HoldAsync(_place.Store + ".lock"))
            await run.SaysAsync("Another process holds");

        Assert.Equal(0, await run.EndsAsync());
        Assert.Contains($"新入库 {Files}，", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_stays_through_reprocessing_and_is_exported()
    {
        _place.Run("run", IngestProgram.Fixture("faults/digit-typo-t05.pdf"));
        string document = ((string)_place.List().Single()["sha256"]!)[..8];
        string finding = _place.Run("show", document).Output.Split('\n').First(line => line.Contains("错误 X-10", StringComparison.Ordinal)).Trim().Split(' ')[0];

        Assert.Equal(0, _place.Run("verdict", finding, "confirmed", "--note", "已函询单位", "--by", "王").ExitCode);
        Outcome again = _place.Run("reprocess");

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("重读 1 份，其中 0 份有变化", again.Output, StringComparison.Ordinal);
        JsonNode export = JsonNode.Parse(_place.Run("export", "-f", "json", "--severity", "error").Output)!;
        JsonNode row = Assert.Single(export["findings"]!.AsArray())!;
        Assert.Equal(("confirmed", "已函询单位", "王"), ((string)row["verdict"]!, (string)row["note"]!, (string)row["who"]!));
        Assert.Equal(185, export["facts"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("seed-writer", "faults/digit-typo-t05.pdf")]
    [InlineData("faults/digit-typo-t05.pdf", "seed-writer")]
    public void Two_publications_of_one_day_are_both_kept_compared_and_said_to_be_of_unsure_order(string first, string second)
    {
        _place.Run("run", IngestProgram.Fixture(first));
        _place.Run("run", IngestProgram.Fixture(second));

        JsonNode[] documents = _place.List();
        JsonNode export = JsonNode.Parse(_place.Run("export", "-f", "json").Output)!;

        Assert.All(documents, document => Assert.Equal((true, false, null), ((bool)document["isOrderUnsure"]!, (bool)document["isReplaced"]!, (string?)document["supersedes"])));
        // One amount differs: 6.06 and 6.66.
        JsonNode change = Assert.Single(export["republished"]!.AsArray())!;
        Assert.Equal([6.06m, 6.66m], new[] { (decimal)change["before"]!, (decimal)change["after"]! }.Order());
        Assert.True((bool)change["orderUnsure"]!);
        Assert.Equal(2, export["summary"]!.AsArray().Count);
        Assert.Equal(2, _place.Run("list").Output.Split('\n').Count(line => line.Contains("先后不明", StringComparison.Ordinal)));
    }

    /// <summary>Takes the store between two openings of the program.</summary>
    private static async Task<FileStream> HoldAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(1);
            }
        }
    }
}
