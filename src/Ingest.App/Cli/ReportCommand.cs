using System.CommandLine;
using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Core;

namespace Ingest.App.Cli;

/// <summary><c>ingest report</c>: PDFs to reconciliation reports.</summary>
internal static class ReportCommand
{
    public static Command Create(EngineOptions engine, ReportWords words)
    {
        Argument<string[]> files = InputOptions.Paths("PATH", words.Say("PDF 文件，或存放它们的文件夹。", "PDF files and folders of them."), words);
        var format = new Option<ReportFormat>("--format", "-f")
        {
            Description = words.Say("text（默认）、html、xlsx、docx（询证函）、csv 或 json。", "text (default), html, xlsx, docx (a letter with the questions), csv or json."),
            HelpName = "FORMAT",
            DefaultValueFactory = _ => ReportFormat.Text,
            CustomParser = Choice.Parser<ReportFormat>("--format", words),
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = words.Say(
                "一份 PDF 时为文件名，多份时为文件夹（没有则新建）。不给出时 text、csv、json 写到标准输出。",
                "File for one PDF, folder for several (made if missing). Without it, text, csv and json go to standard output."),
            HelpName = "OUT",
        };
        var failOn = new Option<FailOn>("--fail-on")
        {
            Description = words.Say(
                "有达到此程度的疑点时退出码为 3：error 错误（默认）、warning 存疑、never 从不。",
                "Exit with 3 when there is a finding this grave: error (default), warning or never."),
            HelpName = "error|warning|never",
            DefaultValueFactory = _ => FailOn.Error,
            CustomParser = Choice.Parser<FailOn>("--fail-on", words),
        };
        var prior = new Option<string[]>("--prior")
        {
            Description = words.Say(
                "同一部门上一年度公开的 PDF；与其核对增减变动和结转。",
                "What the same bodies published for the year before, PDF; changes and carry-overs are compared with it."),
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var showContacts = new Option<bool>("--show-contacts") { Description = words.Say("不遮盖联系人姓名和电话。", "Do not mask names and telephone numbers of contacts.") };
        Option<string?> password = InputOptions.Password(words);
        Option<int> parallel = InputOptions.Parallel(words);
        var command = new Command("report", words.Say(
            "为每个文件出具勾稽核对报告。退出码 0：没有错误；1：有文件无法读取；3：有疑点。",
            "Write a reconciliation report on each file. Exit code 0: nothing found; 1: a file could not be read; 3: findings."))
        {
            files, format, output, failOn, prior, showContacts, parallel, password,
        };
        command.Validators.Add(result =>
        {
            if (Choice.Text(result, output) is { } named && OutputEnding.Problem(named, Choice.Written(result, format) ?? "text", words) is { } problem)
                result.AddError(problem);
            else if (result.GetResult(output) is null && Choice.Written(result, format) is "xlsx" or "html" or "docx")
                result.AddError(words.Say("工作簿或网页需用 -o OUT 指定要写的文件或文件夹。", "A workbook or page needs -o OUT: the file to write, or a folder."));
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var processing = new ProcessingOptions(InputOptions.Reading(arguments, password), words.Language);
            var reporting = new Reporting(
                engine.Pipeline(arguments), engine.Readers(arguments), engine.Reader(arguments), processing, arguments.GetValue(format), arguments.GetValue(output),
                arguments.GetValue(failOn), ShowContacts: arguments.GetValue(showContacts), arguments.GetValue(prior) ?? []);
            var named = BatchFiles.Find(arguments.GetRequiredValue(files));
            foreach (ClosedFolder folder in named.Closed)
                await arguments.InvocationConfiguration.Error.WriteLineAsync(words.Say($"无法进入文件夹 {folder.Path}，其中的文件未处理：{folder.Problem.Chinese}", $"The folder {folder.Path} cannot be looked into; what is in it was left out: {folder.Problem.English}"));
            // What is not there is reported on as a file that cannot be read.
            int exit = await reporting.RunAsync([.. named.Files, .. named.Missing], arguments.GetValue(parallel), cancellation);
            return named.Closed.Count > 0 && exit == ExitCode.Done ? ExitCode.UnreadableFile : exit;
        });
        return command;
    }
}
