using System.CommandLine;
using Ingest.App.Inspection;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary><c>ingest inspect</c>: what the reader and the table finder saw, for a person who wonders why.</summary>
internal static class InspectCommand
{
    public static Command Create(EngineOptions engine, ReportWords words)
    {
        Argument<string[]> files = InputOptions.Files(words);
        Option<string?> password = InputOptions.Password(words);
        var page = new Option<int?>("--page")
        {
            Description = words.Say("只看这一页（从 1 起）。", "Only this page (from 1)."),
            HelpName = "N",
            CustomParser = result => InputOptions.FromOne("--page", result, words),
        };
        var svg = new Option<string?>("--svg") { Description = words.Say("另把程序所见的页面画入此文件或文件夹。", "Also draw the pages as the reader saw them, into this file or folder."), HelpName = "OUT" };
        var json = new Option<bool>("--json") { Description = words.Say("每个文件输出一行 JSON，适用于任何 PDF。", "One line of JSON per file instead of text, for any PDF.") };
        var command = new Command("inspect", words.Say(
            "显示看到了哪些表、各认作什么报表及依据，以及剩下什么。",
            "Show which tables were seen, how each was bound and why, and what was left over.")) { files, page, svg, json, password };
        command.SetAction(async (arguments, cancellation) =>
        {
            var inspector = new Inspector(
                engine.Reader(arguments), engine.Tables(arguments), engine.Layouts(arguments), InputOptions.Reading(arguments, password), words.Language,
                arguments.GetValue(page), arguments.GetValue(svg));
            string[] paths = arguments.GetRequiredValue(files);
            if (!arguments.GetValue(json))
                return await inspector.PrintAsync(paths, Screen.For(Console.Out), cancellation);
            await using Stream output = Console.OpenStandardOutput();
            return await inspector.WriteJsonAsync(paths, output, cancellation);
        });
        return command;
    }
}
