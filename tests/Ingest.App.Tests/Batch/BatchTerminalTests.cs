using Ingest.App.Batch;
using Ingest.App.Cli;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Ingest.App.Tests.Batch;

/// <summary>What a run looks like on a terminal, and what another program gets of it.</summary>
public sealed class BatchTerminalTests
{
    [Fact]
    public async Task On_a_terminal_a_bar_counts_the_files_while_they_are_read()
    {
        using TestConsole console = new TestConsole().Interactive().EmitAnsiSequences();
        console.Profile.Width = 120;

        await RunAsync(new BatchScreen(console, new ReportWords(Language.Chinese)), files: 2, Stored("a.pdf"), Stored("b.pdf"));

        Assert.Contains("2/2", console.Output, StringComparison.Ordinal);
        Assert.Contains("个/秒", console.Output, StringComparison.Ordinal);
        Assert.Contains("✓ 某某局 2024 预算 — b.pdf", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_is_gone_when_the_work_is_done()
    {
        using TestConsole console = new TestConsole().Interactive().EmitAnsiSequences();

        await RunAsync(new BatchScreen(console, new ReportWords(Language.Chinese)), files: 1, Stored("a.pdf"));

        // The last thing that happens to the bar is that its line is erased (CSI 2 K or CSI J), and the cursor is shown again.
        string after = console.Output[console.Output.LastIndexOf("1/1", StringComparison.Ordinal)..];
        Assert.Matches("\u001b\\[[0-9]*[KJ]", after);
        Assert.Contains("\u001b[?25h", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_there_are_result_lines_and_nothing_else()
    {
        using var output = new StringWriter { NewLine = "\n" };

        await RunAsync(new BatchScreen(Screen.For(output), new ReportWords(Language.Chinese)), files: 2, Stored("a.pdf"), Stored("b.pdf"));

        Assert.Equal(2, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    [Fact]
    public async Task A_run_that_was_stopped_says_how_many_files_are_left_and_how_to_go_on()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var screen = new BatchScreen(Screen.For(output), new ReportWords(Language.English));

        await RunAsync(screen, files: 500, Stored("a.pdf"));
        screen.Summarise(TimeSpan.FromSeconds(1), "s", null);

        Assert.Contains("Stopped: 499 files not worked on yet. Run the same command again to go on.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 file: 1 stored", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quietly_only_errors_and_files_that_cannot_be_read_are_shown()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var screen = new BatchScreen(Screen.For(output), new ReportWords(Language.Chinese), quiet: true);

        await RunAsync(screen, files: 4, Stored("a.pdf"), Stored("b.pdf", MadeDocument.Finding("X-01")), Stored("c.pdf", MadeDocument.Finding("X-01", Severity.Warning)), new BatchOutcome("/in/d.pdf", BatchStatus.Refused, null, "d.pdf：文件设有密码。", default));
        screen.Summarise(TimeSpan.FromSeconds(1), "s", null);

        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["!", " ", "×"], lines.Select(line => line[..1]));
        Assert.Contains("b.pdf", lines[0], StringComparison.Ordinal);
    }

    private static Task RunAsync(BatchScreen screen, int files, params BatchOutcome[] outcomes) => screen.ShowAsync(files, report =>
    {
        foreach (BatchOutcome outcome in outcomes)
            report(outcome);
        return Task.CompletedTask;
    });

    private static BatchOutcome Stored(string name, params Finding[] findings) => new(
        "/in/" + name, BatchStatus.Stored, new FlowResult(ArrivalState.Stored, MadeDocument.Create("aaaaaaaa", findings: findings)), null, TimeSpan.FromSeconds(0.5));
}
