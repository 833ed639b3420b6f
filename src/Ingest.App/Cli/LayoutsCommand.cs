using System.CommandLine;
using Ingest.App.Inspection;
using Ingest.App.Words;
using Spectre.Console;

namespace Ingest.App.Cli;

/// <summary><c>ingest layouts check PATH [PDF…]</c>: what is wrong with a layout file, and what binds by it.</summary>
internal static class LayoutsCommand
{
    public static Command Create(EngineOptions engine, ReportWords words)
    {
        var path = new Argument<string>("PATH") { Description = words.Say("版式文件，或存放版式文件的文件夹。", "A layout file, or a folder of them.") };
        var files = new Argument<string[]>("PDF")
        {
            Description = words.Say("用这些版式试读的 PDF。", "PDFs to try them on."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> password = InputOptions.Password(words);
        var check = new Command("check", words.Say(
            "检查版式文件：指出错误和可疑之处，并说明 PDF 中每张表按哪个版式认作什么。",
            "Check layout files: what is wrong or odd in them, and what each table of the PDFs binds to by which layout.")) { path, files, password };
        check.SetAction((arguments, cancellation) => new LayoutCheck(
                engine.Reader(arguments), engine.Tables(arguments), InputOptions.Reading(arguments, password), words, AnsiConsole.Console)
            .RunAsync(arguments.GetRequiredValue(path), [.. engine.LayoutPaths(arguments)], arguments.GetValue(files) ?? [], cancellation));
        return new Command("layouts", words.Say("管理版式文件。", "Work on layout files.")) { check };
    }
}
