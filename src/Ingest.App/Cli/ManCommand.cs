using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary><c>ingest man</c>: the manual page, made from the texts of <c>--help</c>; <c>ingest man | man -l -</c> shows it.</summary>
internal static class ManCommand
{
    public static Command Create(ReportWords words)
    {
        var command = new Command("man", words.Say("输出手册页（man），由同样的说明文字生成。", "Write the manual page, made from the same texts."));
        command.SetAction(arguments =>
        {
            new ManPage(words, arguments.InvocationConfiguration.Output).Write(arguments.RootCommandResult.Command);
            return ExitCode.Done;
        });
        return command;
    }
}
