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
    Parquet,
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
            Description = words.Say("xlsx（默认）、csv、json 或 parquet（金额和疑点，供分析）。", "xlsx (default), csv, json or parquet (amounts and findings, for analysis)."),
            HelpName = "FORMAT",
            DefaultValueFactory = _ => SurveyFormat.Xlsx,
            CustomParser = Choice.Parser<SurveyFormat>("--format", words),
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = words.Say(
                "要写的文件；csv 和 parquet 为文件夹，每张表一个文件。不给出时 json 写到标准输出。",
                "File to write; for csv and parquet a folder, with a file per table. JSON goes to standard output without it."),
            HelpName = "OUT",
        };
        var severity = new Option<Severity>("--severity")
        {
            Description = words.Say("略去程度较轻的疑点：info 提示（默认，全部列出）、warning 存疑、error 错误。", "Leave out findings less grave than this: info (default), warning or error."),
            HelpName = "info|warning|error",
            DefaultValueFactory = _ => Severity.Info,
            CustomParser = Choice.Parser<Severity>("--severity", words),
        };
        var all = new Option<bool>("--all") { Description = words.Say("已被替代的公开版本也列入。", "Publications that were replaced as well.") };
        var command = new Command("export", words.Say(
            "汇总已入库的文件：按部门和年度、疑点、金额、历年比较、已被替代的公开版本。",
            "Write the reconciliation report over stored documents: by body and year, exceptions, facts, year on year, publications replaced.")) { format, output, severity, all };
        selection.AddTo(command);
        command.Validators.Add(result =>
        {
            if (Choice.Text(result, output) is { } named && OutputEnding.Problem(named, Choice.Written(result, format) ?? "xlsx", words) is { } problem)
                result.AddError(problem);
            else if (Choice.Text(result, output) is { } file && Choice.Written(result, format) == "csv" && OutputEnding.Format(file) == "csv" && !Directory.Exists(file))
                result.AddError(words.Say($"CSV 每张表一个文件，-o 应为文件夹，不能是 {file}。", $"CSV has a file per table: -o names a folder, not {file}."));
            else if (result.GetResult(output) is null && Choice.Written(result, format) is null or "xlsx" or "csv" or "parquet")
                result.AddError(words.Say("工作簿需用 -o 指定文件，CSV 和 Parquet 需用 -o 指定文件夹。", "A workbook needs -o FILE, CSV and Parquet need -o FOLDER."));
        });
        command.SetAction(composition.Query((arguments, place, store, text) =>
        {
            string? target = arguments.GetValue(output);
            var survey = new StoreSurvey(store, selection.Query(arguments), arguments.GetValue(severity), words, place.Settings.ShowContacts, arguments.GetValue(all));
            using Stream standardOutput = Console.OpenStandardOutput();
            Writer(arguments.GetValue(format), standardOutput, words).Write(survey.Tables, target);
            if (target is not null)
                text.WriteLine(Path.GetFullPath(target));
            // Standard output may be the table itself.
            foreach (string sentence in survey.LeftOut())
                (target is null ? arguments.InvocationConfiguration.Error : text).WriteLine(sentence);
            return DamagedScreen.Tell(survey.Damaged, words, arguments.InvocationConfiguration.Error);
        }));
        return command;
    }

    private static ISurveyWriter Writer(SurveyFormat format, Stream standardOutput, ReportWords words) => format switch
    {
        SurveyFormat.Csv => new CsvSurvey(words),
        SurveyFormat.Parquet => new ParquetSurvey(),
        SurveyFormat.Json => new JsonSurvey(standardOutput),
        _ => new XlsxSurvey(words),
    };
}
