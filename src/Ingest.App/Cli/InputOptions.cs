using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Ingest.App.Words;
using Ingest.Contract.Pages;

namespace Ingest.App.Cli;

/// <summary>Arguments and options that several commands share.</summary>
internal static class InputOptions
{
    public static Argument<string[]> Files(ReportWords words) => Paths("FILE", words.Say("PDF 文件。", "PDF files."), words);

    /// <summary>One or more names of files or folders.</summary>
    public static Argument<string[]> Paths(string name, string description, ReportWords words)
    {
        var paths = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            // An option that no command knows would otherwise be taken for the name of a file.
            foreach (string path in result.Tokens.Select(token => token.Value).Where(path => path.StartsWith('-') && !File.Exists(path)))
                result.AddError(UsageProblems.Unknown(path, ((CommandResult)result.Parent!).Command, words));
        });
        return paths;
    }

    public static Option<string?> Password(ReportWords words) => new("--password")
    {
        Description = words.Say("加密文件的密码；总是先试空密码。", "Password of encrypted files; the empty one is tried first."),
        HelpName = "TEXT",
    };

    public static Option<int> Parallel(ReportWords words) => new("--parallel")
    {
        Description = words.Say("同时处理几个文件；结果与此无关。", "How many files are worked on at once; the output does not depend on it."),
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = result => FromOne("--parallel", result, words) ?? default,
    };

    /// <summary>A whole number from 1 upwards; says so when it is something else.</summary>
    public static int? FromOne(string subject, ArgumentResult result, ReportWords words)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1)
            return number;
        result.AddError(words.Say($"{subject} 应为不小于 1 的整数。", $"{subject} takes a whole number from 1 upwards."));
        return null;
    }

    public static ReadingOptions Reading(ParseResult arguments, Option<string?> password) =>
        ReadingOptions.Default with { Password = arguments.GetValue(password) };
}
