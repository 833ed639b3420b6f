using System.CommandLine;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>What <c>--help</c> shows of a command.</summary>
/// <param name="width">Of the terminal, in places; a Chinese character takes two.</param>
internal sealed class HelpText(ReportWords words, TextWriter output, int width)
{
    /// <summary>Of the left column; what is wider has a line of its own.</summary>
    private const int WidestLabel = 30;

    private const string Indent = "  ";

    public void Show(Command command)
    {
        WriteWrapped(command.Description ?? "", "");
        output.WriteLine();
        output.WriteLine(words.Say("用法：", "Usage:"));
        output.WriteLine(Indent + Usage(command));
        Show(words.Say("参数：", "Arguments:"), command.Arguments.Select(argument => (Label(argument), argument.Description ?? "")));
        Show(words.Say("命令：", "Commands:"), command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (string.Join(' ', [sub.Name, .. sub.Arguments.Select(Label)]), sub.Description ?? "")));
        Show(words.Say("选项：", "Options:"), command.Options.Where(option => !option.Hidden && !option.Recursive).Select(Described));
        Show(words.Say("各命令共有的选项：", "Options of every command:"), UsageProblems.Options(command).Where(option => option.Recursive).Select(Described));
    }

    private void Show(string title, IEnumerable<(string Label, string Description)> rows)
    {
        (string Label, string Description)[] all = [.. rows];
        if (all.Length == 0)
            return;
        output.WriteLine();
        output.WriteLine(title);
        int left = all.Select(row => TerminalText.Width(row.Label)).Where(label => label <= WidestLabel).DefaultIfEmpty(WidestLabel).Max() + 2 * Indent.Length;
        foreach ((string label, string description) in all)
        {
            string start = Indent + label;
            int room = left - TerminalText.Width(start);
            if (room < Indent.Length)
            {
                output.WriteLine(start);
                (start, room) = ("", left);
            }

            WriteWrapped(description, start + new string(' ', room));
        }
    }

    /// <param name="first">In front of the first line; the others are set in as far.</param>
    private void WriteWrapped(string text, string first)
    {
        string indent = new(' ', TerminalText.Width(first));
        string start = first;
        foreach (string line in TerminalText.Wrap(text, width - indent.Length))
        {
            output.WriteLine(start + line);
            start = indent;
        }
    }

    /// <summary>"ingest report &lt;FILE&gt;... [options]".</summary>
    private string Usage(Command command)
    {
        IEnumerable<string> path = UsageProblems.Above(command).Reverse().Append(command).Select(part => part.Name);
        IEnumerable<string> rest = command.Subcommands.Any(sub => !sub.Hidden) ? [words.Say("[命令]", "[command]")] : [];
        return string.Join(' ', [.. path, .. command.Arguments.Select(Label), .. rest, words.Say("[选项]", "[options]")]);
    }

    private static string Label(Argument argument) => $"<{argument.Name}>" + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");

    private static (string Label, string Description) Described(Option option)
    {
        IEnumerable<string> names = option.Aliases.Append(option.Name).Where(name => name.StartsWith('-')).OrderBy(name => name.Length);
        return (string.Join(", ", names) + (option.HelpName is null ? "" : $" <{option.HelpName}>"), option.Description ?? "");
    }
}
