using System.CommandLine;
using System.CommandLine.Parsing;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>Values that are one of a few words, and what is said of any other.</summary>
internal static class Choice
{
    /// <summary>Reads the names of an enumeration, in any case of letters.</summary>
    /// <param name="subject">The option or argument, as a person writes it.</param>
    public static Func<ArgumentResult, T> Parser<T>(string subject, ReportWords words)
        where T : struct, Enum
    {
        string[] known = [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
        return result =>
        {
            string word = result.Tokens[0].Value.ToLowerInvariant();
            if (Problem(subject, word, known, words) is not { } problem)
                return Enum.Parse<T>(word, ignoreCase: true);
            result.AddError(problem);
            return default;
        };
    }

    /// <summary>The word given for an option, in small letters; null without one. Unlike the value, it can be asked for while the command line is judged.</summary>
    public static string? Written(CommandResult command, Option option) =>
        command.GetResult(option) is { Tokens: [var word, ..] } ? word.Value.ToLowerInvariant() : null;

    /// <summary>What was given for an option, as it is; null without it.</summary>
    public static string? Text(CommandResult command, Option option) => command.GetResult(option) is { Tokens: [var text, ..] } ? text.Value : null;

    /// <summary>Null for a word that is known.</summary>
    public static string? Problem(string subject, string word, IReadOnlyList<string> known, ReportWords words) => known.Contains(word)
        ? null
        : words.Say($"{subject} 不认识“{word}”，可用的有 {string.Join("、", known)}。", $"{subject} takes one of {string.Join(", ", known)}, not '{word}'.");
}
