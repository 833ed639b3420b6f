using System.CommandLine;
using Ingest.App.Inspection;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Spectre.Console;

namespace Ingest.App.Cli;

/// <summary><c>ingest inspect</c>: what the reader and the table finder saw, for a person who wonders why.</summary>
internal static class InspectCommand
{
    public static Command Create(EngineOptions engine)
    {
        Argument<string[]> files = FileOptions.Files();
        Option<string?> password = FileOptions.Password();
        var page = new Option<int?>("--page") { Description = "Only this page (from 1).", HelpName = "N" };
        var svg = new Option<string?>("--svg") { Description = "Also draw the pages as the reader saw them, into this file or folder.", HelpName = "OUT" };
        var json = new Option<bool>("--json") { Description = "One line of JSON per file instead of text, for any PDF." };
        Option<Language> language = FileOptions.Language();
        var command = new Command("inspect", "Show which tables were seen, how each was bound and why, and what was left over.") { files, page, svg, json, language, password };
        command.SetAction(async (arguments, cancellation) =>
        {
            var inspector = new Inspector(
                engine.Reader(arguments), engine.Tables(arguments), LayoutCatalog.Embedded, FileOptions.Reading(arguments, password), arguments.GetValue(language),
                arguments.GetValue(page), arguments.GetValue(svg));
            string[] paths = arguments.GetRequiredValue(files);
            if (!arguments.GetValue(json))
                return await inspector.PrintAsync(paths, AnsiConsole.Console, cancellation);
            await using Stream output = Console.OpenStandardOutput();
            return await inspector.WriteJsonAsync(paths, output, cancellation);
        });
        return command;
    }
}
