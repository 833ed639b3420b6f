using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary><c>ingest help [COMMAND…]</c>: the same as <c>--help</c> behind it.</summary>
internal static class HelpCommand
{
    public static Command Create(ReportWords words)
    {
        var names = new Argument<string[]>("COMMAND")
        {
            Description = words.Say("命令的名称；不写则列出全部命令。", "Name of a command; without one, all are listed."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("help", words.Say("显示命令的用法。", "Show how a command is used.")) { names };
        command.SetAction(arguments =>
        {
            Command shown = arguments.RootCommandResult.Command;
            foreach (string name in arguments.GetValue(names) ?? [])
            {
                if (shown.Subcommands.FirstOrDefault(sub => sub.Name == name && !sub.Hidden) is not { } next)
                {
                    arguments.InvocationConfiguration.Error.WriteLine(UsageProblems.Unknown(name, shown, words));
                    return ExitCode.WrongUsage;
                }

                shown = next;
            }

            HelpScreen.Show(shown, words, arguments.InvocationConfiguration.Output);
            return ExitCode.Done;
        });
        return command;
    }
}
