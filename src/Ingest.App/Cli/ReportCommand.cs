using System.CommandLine;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;

namespace Ingest.App.Cli;

/// <summary><c>ingest report</c>: PDFs to reconciliation reports.</summary>
internal static class ReportCommand
{
    public static Command Create(EngineOptions engine)
    {
        Argument<string[]> files = FileOptions.Files();
        var format = new Option<ReportFormat>("--format", "-f")
        {
            Description = "text (default), html, xlsx, csv or json.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => ReportFormat.Text,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "File for one PDF, folder for several (made if missing). Without it, text, csv and json go to standard output.",
            HelpName = "OUT",
        };
        var failOn = new Option<FailOn>("--fail-on")
        {
            Description = "Exit with 3 when there is a finding this grave: error (default), warning or never.",
            HelpName = "error|warning|never",
            DefaultValueFactory = _ => FailOn.Error,
        };
        var prior = new Option<string[]>("--prior")
        {
            Description = "What the same bodies published for the year before, PDF; changes and carry-overs are compared with it.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var showContacts = new Option<bool>("--show-contacts") { Description = "Do not mask names and telephone numbers of contacts." };
        Option<string?> password = FileOptions.Password();
        Option<int> parallel = FileOptions.Parallel();
        Option<Language> language = FileOptions.Language();
        var command = new Command("report", "Write a reconciliation report on each file. Exit code 0: nothing found; 1: a file could not be read; 3: findings.")
        {
            files, format, output, failOn, prior, showContacts, language, parallel, password,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is null && result.GetValue(format) is ReportFormat.Xlsx or ReportFormat.Html)
                result.AddError("A workbook or page needs -o OUT: the file to write, or a folder.");
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            IPdfReader reader = engine.Reader(arguments);
            var processing = new ProcessingOptions(FileOptions.Reading(arguments, password), arguments.GetValue(language));
            var reporting = new Reporting(
                new DocumentPipeline(reader, engine.Tables(arguments), LayoutCatalog.Embedded), reader, processing, arguments.GetValue(format), arguments.GetValue(output),
                arguments.GetValue(failOn), MaskContacts: !arguments.GetValue(showContacts), arguments.GetValue(prior) ?? []);
            return await reporting.RunAsync(arguments.GetRequiredValue(files), arguments.GetValue(parallel), cancellation);
        });
        return command;
    }
}
