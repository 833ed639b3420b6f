using System.Globalization;
using Ingest.App.Export;
using Ingest.Core.Documents;
using Ingest.Pdf;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingest.App.Batch;

/// <summary>Shows a run: a bar with rate and time left where there is a terminal, a line per file that was worked on, a summary.</summary>
internal sealed class BatchScreen(IAnsiConsole console, ReportWords words)
{
    private readonly Dictionary<BatchStatus, int> _counts = Enum.GetValues<BatchStatus>().ToDictionary(status => status, _ => 0);

    private readonly Dictionary<Severity, int> _findings = Enum.GetValues<Severity>().ToDictionary(severity => severity, _ => 0);

    public bool AnyRefused => _counts[BatchStatus.Refused] + _counts[BatchStatus.PutOff] > 0;

    /// <summary>Runs the work under a progress bar; without a terminal, lines only.</summary>
    public async Task ShowAsync(int files, Func<Action<BatchOutcome>, Task> work)
    {
        if (!console.Profile.Capabilities.Interactive || files == 0)
        {
            await work(Report);
            return;
        }

        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(words), new RemainingTimeColumn()];
        await console.Progress().Columns(columns).StartAsync(async progress =>
        {
            ProgressTask bar = progress.AddTask(words.Say("处理", "Reading"), maxValue: files);
            await work(outcome =>
            {
                Report(outcome);
                bar.Increment(1);
            });
        });
    }

    public void Summarise(TimeSpan elapsed, string storeFile, string? reports)
    {
        int all = _counts.Values.Sum();
        int worked = _counts[BatchStatus.Stored] + _counts[BatchStatus.Duplicate];
        string Number(BatchStatus status) => _counts[status].ToString(CultureInfo.InvariantCulture);
        console.WriteLine(words.Say(
            $"共 {all} 个文件：新入库 {Number(BatchStatus.Stored)}，此前已处理 {Number(BatchStatus.Known)}，重复 {Number(BatchStatus.Duplicate)}，无法读取 {Number(BatchStatus.Refused)}，待重试 {Number(BatchStatus.PutOff)}；用时 {elapsed.TotalSeconds:0.0} 秒。",
            $"{all} files: {Number(BatchStatus.Stored)} stored, {Number(BatchStatus.Known)} done before, {Number(BatchStatus.Duplicate)} duplicates, {Number(BatchStatus.Refused)} unreadable, {Number(BatchStatus.PutOff)} put off; {elapsed.TotalSeconds:0.0} s."));
        if (worked + _counts[BatchStatus.PutOff] == 0)
            console.WriteLine(words.Say("没有新的工作。", "There was nothing new to do."));
        else
            console.WriteLine(words.Say(
                $"疑点：错误 {_findings[Severity.Error]}，存疑 {_findings[Severity.Warning]}，提示 {_findings[Severity.Info]}。",
                $"Findings: {_findings[Severity.Error]} errors, {_findings[Severity.Warning]} warnings, {_findings[Severity.Info]} notes."));
        console.WriteLine(words.Say($"数据库：{storeFile}", $"Store: {storeFile}"));
        if (reports is not null)
            console.WriteLine(words.Say($"报告：{reports}", $"Reports: {reports}"));
    }

    private void Report(BatchOutcome outcome)
    {
        _counts[outcome.Status]++;
        if (outcome.Result is { } result)
            foreach (Severity severity in Enum.GetValues<Severity>())
                _findings[severity] += result.Count(severity);
        if (outcome.Status != BatchStatus.Known)
            console.WriteLine(Line(outcome));
    }

    private string Line(BatchOutcome outcome)
    {
        string name = Path.GetFileName(outcome.Path);
        return outcome switch
        {
            { Status: BatchStatus.Stored, Result.Document: { } document } =>
                string.Create(CultureInfo.InvariantCulture, $"{Mark(document)} {document.Identity.Department ?? words.Say("（部门不明）", "(body unknown)")} {document.Identity.FiscalYear} {words.Of(document.Identity.Kind)} — {name}: {TextReport.SummaryLine(document, words)} [{document.Source.Sha256[..8]}] {outcome.Elapsed.TotalSeconds:0.00} s"),
            { Status: BatchStatus.Duplicate } => $"= {name}: {words.Say("与已入库文件内容相同", "the same bytes as a stored file")}",
            { Status: BatchStatus.Refused } => $"× {Said(name, outcome.Message)}",
            _ => $"? {Said(name, outcome.Message)}",
        };
    }

    /// <summary>Many messages begin with the name of their file.</summary>
    public static string Said(string name, string? message) => message?.StartsWith(name, StringComparison.Ordinal) == true ? message : $"{name}: {message}";

    private static string Mark(BudgetDocument document) =>
        document.Findings.Any(finding => finding.Severity == Severity.Error) ? "!" : "✓";

    /// <summary>Files per second since the start.</summary>
    private sealed class RateColumn(ReportWords words) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            double rate = task.ElapsedTime is { TotalSeconds: > 0 } elapsed ? task.Value / elapsed.TotalSeconds : 0;
            return new Text(string.Create(CultureInfo.InvariantCulture, $"{rate:0.0} {words.Say("个/秒", "files/s")}"));
        }
    }
}
