using System.CommandLine;
using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Cli;

internal enum SurveyFormat
{
    Xlsx,
    Csv,
    Json,
}

/// <summary><c>ingest export</c>: the reconciliation report over many documents.</summary>
internal static class ExportCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var selection = new SelectionOptions(words);
        var format = new Option<SurveyFormat>("--format", "-f")
        {
            Description = words.Say("xlsx（默认）、csv 或 json。", "xlsx (default), csv or json."),
            HelpName = "FORMAT",
            DefaultValueFactory = _ => SurveyFormat.Xlsx,
            CustomParser = Choice.Parser<SurveyFormat>("--format", words),
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = words.Say(
                "要写的文件；csv 为文件夹，每张表一个文件。不给出时 json 写到标准输出。",
                "File to write; for csv a folder, with a file per table. JSON goes to standard output without it."),
            HelpName = "OUT",
        };
        var severity = new Option<Severity>("--severity")
        {
            Description = words.Say("略去程度较轻的疑点：info 提示（默认，全部列出）、warning 存疑、error 错误。", "Leave out findings less grave than this: info (default), warning or error."),
            HelpName = "info|warning|error",
            DefaultValueFactory = _ => Severity.Info,
            CustomParser = Choice.Parser<Severity>("--severity", words),
        };
        var command = new Command("export", words.Say(
            "汇总已入库的文件：按部门和年度、疑点、金额、历年比较、已被替代的公开版本。",
            "Write the reconciliation report over stored documents: by body and year, exceptions, facts, year on year, publications replaced.")) { format, output, severity };
        selection.AddTo(command);
        command.Validators.Add(result =>
        {
            if (Choice.Text(result, output) is { } named && OutputEnding.Problem(named, Choice.Written(result, format) ?? "xlsx", words) is { } problem)
                result.AddError(problem);
            else if (Choice.Text(result, output) is { } file && Choice.Written(result, format) == "csv" && OutputEnding.Format(file) == "csv" && !Directory.Exists(file))
                result.AddError(words.Say($"CSV 每张表一个文件，-o 应为文件夹，不能是 {file}。", $"CSV has a file per table: -o names a folder, not {file}."));
            else if (result.GetResult(output) is null && Choice.Written(result, format) is null or "xlsx" or "csv")
                result.AddError(words.Say("工作簿需用 -o 指定文件，CSV 需用 -o 指定文件夹。", "A workbook needs -o FILE, CSV needs -o FOLDER."));
        });
        command.SetAction(composition.Query((arguments, place, store, text) =>
        {
            string? target = arguments.GetValue(output);
            var survey = new StoreSurvey(store, selection.Query(arguments), arguments.GetValue(severity), words, place.Settings.ShowContacts);
            using Stream standardOutput = Console.OpenStandardOutput();
            Writer(arguments.GetValue(format), standardOutput, words).Write(survey.Tables, target);
            if (target is not null)
                text.WriteLine(Path.GetFullPath(target));
            return DamagedScreen.Tell(survey.Damaged, words, arguments.InvocationConfiguration.Error);
        }));
        return command;
    }

    private static ISurveyWriter Writer(SurveyFormat format, Stream standardOutput, ReportWords words) => format switch
    {
        SurveyFormat.Csv => new CsvSurvey(words),
        SurveyFormat.Json => new JsonSurvey(standardOutput),
        _ => new XlsxSurvey(words),
    };
}
