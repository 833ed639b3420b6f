using System.CommandLine;
using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Readers;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Survey;
using Ingest.App.Verdicts;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest verdict</c>: records what a reviewer decided on a finding, or typed into working papers, and renews the reports.</summary>
internal static class VerdictCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var name = new Argument<string?>("FINDING")
        {
            Description = words.Say("疑点编号，见 ingest show，如 1a2b3c4d/0123456789abcdef；两段都可只写前几位。", "As 'ingest show' prints it: 1a2b3c4d/0123456789abcdef, or the first digits of both."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var status = new Argument<VerdictStatus>("VERDICT")
        {
            Description = words.Say("confirmed 属实（文件有误）、dismissed 排除（文件无误）、pending 待查（需进一步了解）或 open 待复核（收回结论）。", "confirmed (the document is wrong), dismissed (it is not), pending (somebody has to look further) or open (taken back)."),
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = Choice.Parser<VerdictStatus>("<VERDICT>", words),
        };
        var note = new Option<string?>("--note") { Description = words.Say("理由。", "Why."), HelpName = "TEXT" };
        var by = new Option<string>("--by") { Description = words.Say("复核人；默认为当前用户名。", "Who decides; the name of the user by default."), HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var from = new Option<string[]>("--from")
        {
            Description = words.Say("读回填写在工作底稿中的结论、理由、复核人和日期。", "Read back what was typed into the reviewer's columns of working papers."),
            HelpName = "XLSX",
            AllowMultipleArgumentsPerToken = true,
        };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description = words.Say("与 --from 同用：底稿写出之后他人另有结论的，也以底稿为准（他人的结论留在历史中）。", "With --from: record also where somebody else decided otherwise since the working paper was written; that stays in the history."),
        };
        var command = new Command("verdict", words.Say(
            "记录对疑点的复核结论并更新其报告。重新处理文件后仍然有效，以前的结论一并保留。",
            "Record decisions on findings and renew their reports. They stay when the document is processed again; earlier ones are kept.")) { name, status, note, by, from, overwrite };
        command.Validators.Add(result =>
        {
            bool named = result.GetResult(name) is { Tokens.Count: > 0 }, judged = result.GetResult(status) is { Tokens.Count: > 0 }, filled = result.GetResult(from) is { Tokens.Count: > 0 };
            if (filled ? named : !(named && judged))
                result.AddError(words.Say("请给出疑点编号和结论，或用 --from 给出填写过的工作底稿。", "Give a finding and a verdict, or --from with working papers that were filled in."));
        });
        command.SetAction(composition.Action(async (arguments, place, cancellation) =>
        {
            await using var tools = new BatchTools(place, place.OpenExistingStore(), 1, ReaderCommandLine.OfThisProgram());
            InvocationConfiguration output = arguments.InvocationConfiguration;
            if (arguments.GetValue(from) is { Length: > 0 } papers)
                return await TakeAsync(tools, papers, new TypedVerdicts(tools.Store, arguments.GetRequiredValue(by), arguments.GetValue(overwrite), TimeProvider.System, words), words, output, cancellation);
            var verdict = new Verdict(arguments.GetValue(status), arguments.GetValue(note), arguments.GetRequiredValue(by), TimeProvider.System.GetUtcNow());
            return await JudgeAsync(tools, arguments.GetRequiredValue(name)!, verdict, words, output, cancellation);
        }));
        return command;
    }

    private static async Task<int> JudgeAsync(BatchTools tools, string name, Verdict verdict, ReportWords words, InvocationConfiguration output, CancellationToken cancellation)
    {
        (StoredDocument document, StoredFinding finding) = StoredNames.FindFinding(tools.Store, name);
        if (!tools.Store.Judge(document.Sha256, finding.Fingerprint, verdict))
            throw new SettingsException(new Phrase(
                $"{StoredNames.Of(finding)} 已不存在：文件刚被重新处理。ingest show {document.Sha256[..8]} 可列出现有的疑点。",
                $"{StoredNames.Of(finding)} is gone: the document has just been processed again. 'ingest show {document.Sha256[..8]}' shows the findings that it has now."));
        output.Output.WriteLine($"{StoredNames.Of(finding)}  {finding.Finding.Rule}: {VerdictWords.Whole(verdict, words)}");
        return await RenewAsync(tools, document.Sha256, words, output, cancellation) ? ExitCode.Done : ExitCode.OutputFailed;
    }

    private static async Task<int> TakeAsync(BatchTools tools, string[] papers, TypedVerdicts typed, ReportWords words, InvocationConfiguration output, CancellationToken cancellation)
    {
        int exit = ExitCode.Done;
        foreach (string paper in papers)
        {
            FilledWorkbook workbook;
            try
            {
                workbook = FilledWorkbook.Read(paper);
            }
            catch (UnfitWorkbookException unfit)
            {
                output.Error.WriteLine(unfit.Text.In(words.Language));
                exit = ExitCode.UnreadableFile;
                continue;
            }

            IReadOnlyList<TypedResult> results = typed.Take(workbook);
            foreach (string line in results.Select(result => TypedVerdictLine.Of(result, words)).OfType<string>())
                output.Output.WriteLine(line);
            output.Output.WriteLine(TypedVerdictLine.Summary(Path.GetFileName(paper), results, words));
            if (results.Any(result => result.Outcome is TypedOutcome.Conflict or TypedOutcome.Gone or TypedOutcome.NotUnderstood))
                exit = ExitCode.UnreadableFile;
            if (results.Any(result => result.Outcome == TypedOutcome.Recorded) && !await RenewAsync(tools, workbook.Sha256, words, output, cancellation))
                exit = ExitCode.OutputFailed;
        }

        return exit;
    }

    private static async Task<bool> RenewAsync(BatchTools tools, string sha256, ReportWords words, InvocationConfiguration output, CancellationToken cancellation)
    {
        bool renewed = await tools.Renewal.RenewAsync(sha256, cancellation);
        tools.Index.Write();
        if (!renewed)
            output.Error.WriteLine(words.Say("结论已记录，但报告未能更新；下次处理或复核该文件时会再试。", "The verdict is recorded, but the reports could not be renewed; the next verdict or processing of the document tries again."));
        return renewed;
    }
}
