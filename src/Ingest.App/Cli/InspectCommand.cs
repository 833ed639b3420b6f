using System.CommandLine;
using Ingest.App.Inspection;
using Ingest.Pdf.Reading;
using Ingest.Pdf.Tables;

namespace Ingest.App.Cli;

/// <summary><c>ingest inspect</c>: what the reader and the table finder saw, for a person who wonders why.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        Argument<string[]> files = FileOptions.Files();
        Option<string?> password = FileOptions.Password();
        var page = new Option<int?>("--page") { Description = "Only this page (from 1).", HelpName = "N" };
        var svg = new Option<string?>("--svg") { Description = "Also draw the pages as the reader saw them, into this file or folder.", HelpName = "OUT" };
        var json = new Option<bool>("--json") { Description = "One line of JSON per file instead of text, for any PDF." };
        var command = new Command("inspect", "Show which tables were seen, how each was bound and why, and what was left over.") { files, page, svg, json, password };
        command.SetAction((arguments, cancellation) => new Inspector(
            Console.OpenStandardOutput(), new BuiltInPdfReader(), new TableFinder(), FileOptions.Reading(arguments, password), arguments.GetValue(page), arguments.GetValue(svg))
            .WriteJsonAsync(arguments.GetRequiredValue(files), cancellation));
        return command;
    }
}
