using System.Text;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Spectre.Console;

namespace Ingest.App.Reports;

/// <summary>For the terminal: findings by severity, then a summary line. Colours only where the terminal has them.</summary>
internal sealed class TextReport : IReportWriter
{
    private const int Unbroken = 1_000_000;

    public string Extension => ".txt";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        Print(subject, words, console);
    }

    public static void Print(ReportSubject subject, ReportWords words, IAnsiConsole console)
    {
        BudgetDocument document = subject.Document;
        // Lines are broken for eyes only; a file or another program gets each sentence whole.
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = Unbroken;
        console.MarkupLineInterpolated($"[bold]{document.Identity.Department ?? document.Source.FileName}[/] {document.Identity.FiscalYear} {words.Of(document.Identity.Kind)} — {document.Source.FileName}");
        foreach (Diagnostic diagnostic in document.Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Info))
            console.MarkupLineInterpolated($"  [blue]{words.Diagnostics}[/] {diagnostic.Message.In(words.Language)}");
        foreach (string line in NotReadTables.Lines(document, words))
            console.MarkupLineInterpolated($"  [yellow]{line}[/]");
        var names = new CellNames(document, words);
        foreach (ReportedFinding found in subject.Findings)
            PrintFinding(found, names, words, console);
        console.WriteLine(SummaryLine(document, words));
    }

    /// <summary>"错误 1，存疑 4，提示 1；金额 213 个，已核对 209 个，未能核对 4 个。"</summary>
    public static string SummaryLine(BudgetDocument document, ReportWords words)
    {
        int Count(Severity severity) => document.Findings.Count(finding => finding.Severity == severity);
        string line = words.Say(
            $"错误 {Count(Severity.Error)}，存疑 {Count(Severity.Warning)}，提示 {Count(Severity.Info)}",
            $"{Plural.Of(Count(Severity.Error), "error")}, {Plural.Of(Count(Severity.Warning), "warning")}, {Plural.Of(Count(Severity.Info), "note")}");
        if (document.Coverage is { } coverage)
        {
            string about = coverage.IsEstimate ? words.Say("约", "about ") : "";
            line += words.Say(
                $"；表内金额{about} {coverage.Amounts} 个，已核对 {coverage.InOne} 个，未能核对{about} {coverage.Amounts - coverage.InOne} 个",
                $"; {about}{coverage.Amounts} amounts, {coverage.InOne} checked, {about}{coverage.Amounts - coverage.InOne} unchecked");
            if (coverage.AmountsNotRead > 0)
                line += words.Say($"（其中{about} {coverage.AmountsNotRead} 个在未能识别的表内）", $" ({about}{coverage.AmountsNotRead} of them in tables that were not recognised)");
        }

        if (document.Coverage?.Sentences is { Numbers: > 0 } sentences)
            line += words.Say(
                $"；正文数字 {sentences.Numbers} 个，已核对 {sentences.Checked} 个",
                $"; {sentences.Numbers} numbers in sentences, {sentences.Checked} checked");
        return line + words.Say("。", ".");
    }

    private static void PrintFinding(ReportedFinding found, CellNames names, ReportWords words, IAnsiConsole console)
    {
        Finding finding = found.Finding;
        string colour = finding.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
        console.MarkupLine($"  [{colour}]{Markup.Escape(words.Of(finding.Severity))}[/] {Markup.Escape(finding.Rule)}  {Markup.Escape(finding.Message)}");
        if (finding.ExtractionInDoubt)
            console.MarkupLineInterpolated($"      {words.InDoubt}");
        if (!finding.Suspects.IsEmpty)
            console.MarkupLineInterpolated($"      {words.Suspect}: {FindingText.Suspected(finding.Suspects[0], names, words)}");
        if (FindingText.Witness(finding, words) is { } witness)
            console.MarkupLineInterpolated($"      {witness}");
        if (found.Verdict is { } verdict)
            console.MarkupLineInterpolated($"      {words.Conclusion}: {VerdictWords.Whole(verdict, words)}");
    }
}
