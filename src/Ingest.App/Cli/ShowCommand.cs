using System.CommandLine;
using System.Globalization;
using System.Text;
using Ingest.App.Composition;
using Ingest.App.Reports;
using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest show</c>: one stored document with its findings and what was said of them.</summary>
internal static class ShowCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        Argument<string> name = StoredNames.Document(words);
        var json = new Option<bool>("--json") { Description = words.Say("以 JSON 输出，与 ingest extract 相同。", "The stored document as JSON, as 'ingest extract' prints it.") };
        var command = new Command("show", words.Say(
            "显示一份已入库的文件：来源、疑点及复核结论。",
            "Show a stored document: where it came from, its findings and the verdicts on them.")) { name, json };
        command.SetAction(composition.Query((arguments, place, store, output) =>
        {
            StoredDocument document = StoredNames.Find(store, arguments.GetRequiredValue(name));
            if (arguments.GetValue(json))
                output.WriteLine(Encoding.UTF8.GetString(DocumentJson.ToBytes(store.Load(document.Sha256)!)));
            else
                Show(store, document, words, output);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Show(IDocumentStore store, StoredDocument document, ReportWords words, TextWriter output)
    {
        BudgetDocument extraction = store.Load(document.Sha256)!;
        output.WriteLine($"{document.Department ?? document.FileName} {document.FiscalYear} {words.Of(document.Kind)}");
        output.WriteLine($"SHA-256  {document.Sha256}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document.FileName}, {document.Bytes:N0} B, {document.Pages} {words.Page}, {words.Layout} {document.Layout ?? "-"}, {words.Time(document.StoredAt)}, {document.ReadMilliseconds:0} ms"));
        output.WriteLine($"{words.Versions}: {document.Versions.Reader} / {document.Versions.Layouts} / {document.Versions.Rules}");
        if (document.Supersedes is { } old)
            output.WriteLine(words.Say($"替代较早发布的 {old[..8]}", $"Replaces the earlier publication {old[..8]}"));
        foreach (Arrival arrival in store.ArrivalsOf(document.Sha256))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"#{arrival.Id} {words.Time(arrival.SeenAt)} {StatusCommand.Word(arrival.State, words)} {arrival.OriginalPath} → {arrival.Location}"));
        foreach (StoredFinding finding in store.FindingsOf(document.Sha256))
            Show(finding, words, output);
        output.WriteLine(TextReport.SummaryLine(extraction, words));
    }

    private static void Show(StoredFinding finding, ReportWords words, TextWriter output)
    {
        output.WriteLine($"  {StoredNames.Of(finding)}  {words.Of(finding.Finding.Severity)} {finding.Finding.Rule}  {PersonalNumbers.Mask(finding.Finding.Message)}");
        if (finding.Verdict is { } verdict)
            output.WriteLine($"      {VerdictWords.Whole(verdict, words)}");
    }
}
