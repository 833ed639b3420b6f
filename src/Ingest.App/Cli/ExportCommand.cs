using System.CommandLine;
using Ingest.App.Export;
using Ingest.App.Export.Survey;
using Ingest.Pdf;

namespace Ingest.App.Cli;

/// <summary><c>ingest export</c>: the reconciliation report over many documents.</summary>
internal static class ExportCommand
{
    public static Command Create(WorkplaceOptions workplace)
    {
        var selection = new SelectionOptions();
        var format = new Option<string>("--format", "-f") { Description = "xlsx (default), csv or json.", DefaultValueFactory = _ => "xlsx" };
        format.AcceptOnlyFromAmong("xlsx", "csv", "json");
        var output = new Option<string?>("--output", "-o") { Description = "File to write; for csv a folder, with a file per table. JSON goes to standard output without it.", HelpName = "OUT" };
        var severity = new Option<Severity>("--severity") { Description = "Leave out findings less grave than this: info (default), warning or error.", DefaultValueFactory = _ => Severity.Info };
        var command = new Command("export", "Write the reconciliation report over stored documents: by body and year, exceptions, facts, year on year, publications replaced.") { format, output, severity };
        selection.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is null && result.GetValue(format) != "json")
                result.AddError("A workbook needs -o FILE, CSV needs -o FOLDER.");
        });
        command.SetAction(workplace.Query((arguments, place, store, text) =>
        {
            string? target = arguments.GetValue(output);
            var survey = new StoreSurvey(store, selection.Query(arguments), arguments.GetValue(severity), place.Words);
            using Stream standardOutput = Console.OpenStandardOutput();
            Writer(arguments.GetValue(format)!, standardOutput, place.Words).Write(survey.Tables, target);
            if (target is not null)
                text.WriteLine(Path.GetFullPath(target));
            return ExitCode.Done;
        }));
        return command;
    }

    private static ISurveyWriter Writer(string format, Stream standardOutput, ReportWords words) => format switch
    {
        "csv" => new CsvSurvey(words),
        "json" => new JsonSurvey(standardOutput),
        _ => new XlsxSurvey(words),
    };
}
