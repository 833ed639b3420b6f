using Ingest.App.Batch;
using Ingest.App.Cli;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Tests.Batch;

public sealed class BatchScreenTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task A_run_shows_what_is_wrong_in_which_cell_and_where_everything_is()
    {
        Finding error = MadeDocument.Finding("T03-row", message: "合计与各项之和不符，联系 13999202837") with
        {
            Suspects = [new Suspect(MadeDocument.Finding("x").Cells[0], 543.20m, 1)],
        };

        await ShowAsync(
            Language.Chinese,
            Stored("a.pdf", error, MadeDocument.Finding("X-16", Severity.Warning)),
            Stored("b.pdf", MadeDocument.Finding("X-16", Severity.Warning)),
            Stored("c.pdf"),
            new BatchOutcome("/in/d.pdf", BatchStatus.Duplicate, null, null, default),
            new BatchOutcome("/in/e.pdf", BatchStatus.Refused, null, "e.pdf：文件设有密码。", default),
            new BatchOutcome("/in/f.pdf", BatchStatus.PutOff, null, "磁盘已满", default),
            new BatchOutcome("/in/g.pdf", BatchStatus.Known, null, null, default));

        Assert.Equal(
            """
            ! 某某局 2024 预算 — a.pdf: 错误 1，存疑 1，提示 0。 [aaaaaaaa] 0.50 s
                T03-row  合计与各项之和不符，联系 139******37
                  最可能有误: T03 201 一般公共服务支出 · 合计 = 534.20（第4页） → 543.20
            △ 某某局 2024 预算 — b.pdf: 错误 0，存疑 1，提示 0。 [aaaaaaaa] 0.50 s
            ✓ 某某局 2024 预算 — c.pdf: 错误 0，存疑 0，提示 0。 [aaaaaaaa] 0.50 s
            = d.pdf: 与已入库文件内容相同
            × e.pdf：文件设有密码。
            ? f.pdf: 磁盘已满
            共 7 个文件：新入库 3，此前已处理 1，重复 1，无法读取 1，待重试 1；用时 2.5 秒。
            疑点：错误 1（在 1 份文件中），存疑 2，提示 0。
            数据库：/data/ingest.db
            报告：/data/reports
            下一步：ingest list 列出文件，ingest show 编号 查看疑点，ingest export -o 汇总.xlsx 汇总全部，ingest status 查看状态。

            """,
            _output.ToString());
    }

    [Fact]
    public async Task A_run_without_anything_new_says_so()
    {
        BatchScreen screen = await ShowAsync(Language.English, new BatchOutcome("/in/a.pdf", BatchStatus.Known, null, null, default));

        Assert.Contains("1 file: 0 stored, 1 done before", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("There was nothing new to do.", _output.ToString(), StringComparison.Ordinal);
        Assert.False(screen.AnyRefused);
    }

    [Fact]
    public async Task A_run_that_could_only_refuse_a_new_file_does_not_say_that_there_was_nothing_new()
    {
        await ShowAsync(Language.Chinese, new BatchOutcome("/in/e.pdf", BatchStatus.Refused, new FlowResult(ArrivalState.Quarantined, null, "scanned", "是扫描件。"), "是扫描件。", default));

        Assert.DoesNotContain("没有新的工作", _output.ToString(), StringComparison.Ordinal);
    }

    private async Task<BatchScreen> ShowAsync(Language language, params BatchOutcome[] outcomes)
    {
        var screen = new BatchScreen(Screen.For(_output), new ReportWords(language));
        await screen.ShowAsync(outcomes.Length, report =>
        {
            foreach (BatchOutcome outcome in outcomes)
                report(outcome);
            return Task.CompletedTask;
        });
        screen.Summarise(TimeSpan.FromSeconds(2.5), "/data/ingest.db", "/data/reports");
        return screen;
    }

    private static BatchOutcome Stored(string name, params Finding[] findings) => new(
        "/in/" + name, BatchStatus.Stored, new FlowResult(ArrivalState.Stored, MadeDocument.Create("aaaaaaaa", findings: findings)), null, TimeSpan.FromSeconds(0.5));
}
