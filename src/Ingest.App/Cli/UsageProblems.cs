using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Ingest.App.Configuration;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>
/// What is wrong with a command line. The texts of System.CommandLine cannot be put into another language, so what it
/// complains of is told from the place of the complaint; what our own options complain of is passed on as it is.
/// </summary>
internal static class UsageProblems
{
    /// <summary>One sentence each; none when the command line is right.</summary>
    public static IReadOnlyList<string> Of(ParseResult command, ReportWords words)
    {
        // A word that is not known may be the reason for whatever else is missing.
        string[] unknown = [.. Unknown(command)];
        return unknown.Length > 0
            ? [.. unknown.Select(word => Unknown(word, command.CommandResult.Command, words))]
            : [.. command.Errors.Select(error => Of(error, words)).Distinct()];
    }

    /// <summary>"There is no option --yaer. Did you mean --year?"</summary>
    public static string Unknown(string word, Command command, ReportWords words)
    {
        bool option = word.StartsWith('-');
        IEnumerable<string> known = option ? Options(command).Select(known => known.Name) : command.Subcommands.Where(known => !known.Hidden).Select(known => known.Name);
        string problem = option ? words.Say($"没有 {word} 这个选项", $"There is no option {word}") : words.Say($"此处不能写“{word}”", $"'{word}' cannot stand here");
        return problem + (NearestName.Of(word, [.. known]) is { } nearest ? words.Say($"，是否想写 {nearest}？", $". Did you mean {nearest}?") : words.Say("。", "."));
    }

    /// <summary>The options that may be given to a command: its own and those of the commands above that say so.</summary>
    public static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(Above(command).SelectMany(above => above.Options.Where(option => option.Recursive))).Where(option => !option.Hidden);

    /// <summary>The commands above, the nearest first.</summary>
    public static IEnumerable<Command> Above(Command command)
    {
        for (Command? above = command.Parents.OfType<Command>().FirstOrDefault(); above is not null; above = above.Parents.OfType<Command>().FirstOrDefault())
            yield return above;
    }

    /// <summary>Options that no command knows; without them, the first other word: what follows it is not understood because of it.</summary>
    private static IEnumerable<string> Unknown(ParseResult command)
    {
        string[] options = [.. command.UnmatchedTokens.Where(word => word.StartsWith('-')).Distinct()];
        return options.Length > 0 ? options : command.UnmatchedTokens.Take(1);
    }

    private static string Of(ParseError error, ReportWords words) => error.SymbolResult switch
    {
        OptionResult { Option: VersionOption or HelpOption } alone => words.Say($"{Name(alone)} 只能单独使用。", $"{Name(alone)} stands alone."),
        OptionResult { Tokens: [], Option.Arity.MinimumNumberOfValues: > 0 } option => words.Say($"{Name(option)} 后面缺少值。", $"{Name(option)} needs a value behind it."),
        OptionResult option when option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues => words.Say($"{Name(option)} 只能给出一次。", $"{Name(option)} can be given once only."),
        OptionResult option when option.Option.ValueType == typeof(bool) => words.Say($"{Name(option)} 后面不带值。", $"{Name(option)} takes no value."),
        ArgumentResult { Tokens: [] } argument => words.Say($"缺少 <{argument.Argument.Name}>：{argument.Argument.Description}", $"<{argument.Argument.Name}> is missing: {argument.Argument.Description}"),
        _ => error.Message,
    };

    private static string Name(OptionResult option) => option.IdentifierToken?.Value ?? option.Option.Name;
}
