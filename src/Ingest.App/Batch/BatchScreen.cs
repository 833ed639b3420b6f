using System.Globalization;
using Ingest.App.Readers;
using Ingest.App.Reports;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingest.App.Batch;

/// <summary>Shows a run: a bar with rate and time left where there is a terminal, a line per file that was worked on, a summary.</summary>
/// <param name="quiet">Only files with errors and those that could not be worked on; no bar, no sums.</param>
internal sealed class BatchScreen(IAnsiConsole console, ReportWords words, bool quiet = false)
{
    /// <summary>Of one document; the rest is counted and stands in its report.</summary>
    private const int ErrorsShown = 5;

    private readonly Dictionary<BatchStatus, int> _counts = Enum.GetValues<BatchStatus>().ToDictionary(status => status, _ => 0);

    private readonly Dictionary<Severity, int> _findings = Enum.GetValues<Severity>().ToDictionary(severity => severity, _ => 0);

    private int _withErrors;

    private int _workedOn;

    private int _files;

    public bool AnyRefused => _counts[BatchStatus.Refused] + _counts[BatchStatus.PutOff] > 0;

    /// <summary>Runs the work under a progress bar; without a terminal, lines only.</summary>
    /// <param name="reading">Documents that take their time have a bar of their own; null for none.</param>
    public async Task ShowAsync(int files, Func<Action<BatchOutcome>, Task> work, ReadingProgress? reading = null)
    {
        _files = files;
        if (quiet || !console.Profile.Capabilities.Interactive || files == 0)
        {
            await work(Report);
            return;
        }

        await using var slow = new SlowDocuments(reading ?? new ReadingProgress(TimeProvider.System), words, TimeProvider.System);
        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new CountColumn(), new RateColumn(slow, words), new RemainingColumn(slow, words)];
        // The bar is gone when the work is done or stopped: what stays on the screen are the lines.
        await console.Progress().AutoClear(true).Columns(columns).StartAsync(async progress =>
        {
            ProgressTask bar = progress.AddTask(words.Say("处理", "Reading"), maxValue: files);
            slow.Start(progress);
            await work(outcome =>
            {
                Report(outcome);
                bar.Increment(1);
            });
        });
    }

    /// <summary>The sums, and where everything is.</summary>
    /// <param name="reports">Null when none are written.</param>
    public void Summarise(TimeSpan elapsed, string storeFile, string? reports)
    {
        if (quiet)
            return;
        int all = _counts.Values.Sum();
        string Number(BatchStatus status) => _counts[status].ToString(CultureInfo.InvariantCulture);
        console.WriteLine(words.Say(
            $"共 {all} 个文件：新入库 {Number(BatchStatus.Stored)}，此前已处理 {Number(BatchStatus.Known)}，重复 {Number(BatchStatus.Duplicate)}，无法读取 {Number(BatchStatus.Refused)}，待重试 {Number(BatchStatus.PutOff)}；用时 {elapsed.TotalSeconds:0.0} 秒。",
            $"{Plural.Of(all, "file")}: {Number(BatchStatus.Stored)} stored, {Number(BatchStatus.Known)} done before, {Plural.Of(_counts[BatchStatus.Duplicate], "duplicate")}, {Number(BatchStatus.Refused)} unreadable, {Number(BatchStatus.PutOff)} put off; {elapsed.TotalSeconds:0.0} s."));
        if (all < _files)
            console.WriteLine(words.Say($"已中断：还有 {_files - all} 个文件未处理。再次运行同一命令即可继续。", $"Stopped: {Plural.Of(_files - all, "file")} not worked on yet. Run the same command again to go on."));
        else if (_workedOn == 0)
            console.WriteLine(words.Say("没有新的工作。", "There was nothing new to do."));
        if (_workedOn > 0)
            console.WriteLine(words.Say(
                $"疑点：错误 {_findings[Severity.Error]}（在 {_withErrors} 份文件中），存疑 {_findings[Severity.Warning]}，提示 {_findings[Severity.Info]}。",
                $"Findings: {Plural.Of(_findings[Severity.Error], "error")} (in {Plural.Of(_withErrors, "document")}), {Plural.Of(_findings[Severity.Warning], "warning")}, {Plural.Of(_findings[Severity.Info], "note")}."));
        console.WriteLine(words.Say($"数据库：{storeFile}", $"Store: {storeFile}"));
        if (reports is not null)
            console.WriteLine(words.Say($"报告：{reports}", $"Reports: {reports}"));
        console.WriteLine(words.Say(
            "下一步：ingest list 列出文件，ingest show 编号 查看疑点，ingest export -o 汇总.xlsx 汇总全部，ingest status 查看状态。",
            "Next: 'ingest list' lists documents, 'ingest show DOC' their findings, 'ingest export -o all.xlsx' everything, 'ingest status' the states."));
    }

    /// <summary>A line for a file that was worked on, and what is wrong in it.</summary>
    public void Report(BatchOutcome outcome)
    {
        _counts[outcome.Status]++;
        if (outcome.Result is not null || outcome.Status == BatchStatus.PutOff)
            _workedOn++;
        if (outcome.Result is { } result)
            foreach (Severity severity in Enum.GetValues<Severity>())
                _findings[severity] += result.Count(severity);
        bool told = quiet ? outcome.Status is BatchStatus.Refused or BatchStatus.PutOff || outcome.Result?.Count(Severity.Error) > 0 : outcome.Status != BatchStatus.Known;
        if (told)
            console.WriteLine(Line(outcome));
        if (outcome is { Status: BatchStatus.Stored, Result.Document: { } document })
            ReportErrors(document);
    }

    /// <summary>What is wrong and where, so that nobody has to open a report to know whether there is something in it.</summary>
    private void ReportErrors(BudgetDocument document)
    {
        Finding[] errors = [.. document.Findings.Where(finding => finding.Severity == Severity.Error)];
        if (errors.Length > 0)
            _withErrors++;
        var names = new CellNames(document, words);
        foreach (Finding error in errors.Take(ErrorsShown))
        {
            console.WriteLine($"    {error.Rule}  {PersonalNumbers.Mask(error.Message)}");
            if (!error.Suspects.IsEmpty)
                console.WriteLine($"      {words.Suspect}: {Suspected(error.Suspects[0], names)}{(error.ExtractionInDoubt ? $"（{words.InDoubt}）" : "")}");
        }

        if (errors.Length > ErrorsShown)
            console.WriteLine(words.Say($"    … 另有 {errors.Length - ErrorsShown} 项错误，见报告", $"    … {errors.Length - ErrorsShown} more errors, see the report"));
    }

    private static string Suspected(Suspect suspect, CellNames names) =>
        names.Of(suspect.Cell) + (suspect.Suggested is { } value ? $" → {value.ToString("N" + value.Scale, CultureInfo.InvariantCulture)}" : "");

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

    private static string Mark(BudgetDocument document) => document.Findings.Select(finding => finding.Severity).DefaultIfEmpty(Severity.Info).Max() switch
    {
        Severity.Error => "!",
        Severity.Warning => "△",
        _ => "✓",
    };

    /// <summary>"37/500".</summary>
    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}"));
    }

    /// <summary>Files per second since the start, or pages per minute of one document.</summary>
    private sealed class RateColumn(SlowDocuments slow, ReportWords words) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            if (slow.Of(task) is { } document)
                return new Text(string.Create(CultureInfo.InvariantCulture, $"{document.PagesPerMinute:0.0} {words.Say("页/分", "pages/min")}"));
            double rate = task.ElapsedTime is { TotalSeconds: > 0 } elapsed ? task.Value / elapsed.TotalSeconds : 0;
            return new Text(string.Create(CultureInfo.InvariantCulture, $"{rate:0.0} {words.Say("个/秒", "files/s")}"));
        }
    }

    /// <summary>Time left, at the rate so far.</summary>
    private sealed class RemainingColumn(SlowDocuments slow, ReportWords words) : ProgressColumn
    {
        private readonly RemainingTimeColumn _ofFiles = new();

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => slow.Of(task) is not { } document
            ? _ofFiles.Render(options, task, deltaTime)
            : new Text(document.TimeLeft is { } left ? words.Say($"剩 {left:h\\:mm\\:ss}", $"{left:h\\:mm\\:ss} left") : "");
    }
}
