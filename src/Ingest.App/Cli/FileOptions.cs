using System.CommandLine;
using Ingest.Pdf;

namespace Ingest.App.Cli;

/// <summary>Arguments and options that several commands share.</summary>
internal static class FileOptions
{
    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE") { Description = "PDF files.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            // An option that no command knows would otherwise be taken for the name of a file.
            foreach (string name in result.Tokens.Select(token => token.Value).Where(name => name.StartsWith('-') && !File.Exists(name)))
                result.AddError($"There is no option {name}, and no file of that name.");
        });
        return files;
    }

    public static Option<string?> Password() => new("--password")
    {
        Description = "Password of encrypted files; the empty one is tried first.",
        HelpName = "TEXT",
    };

    public static Option<int> Parallel()
    {
        var option = new Option<int>("--parallel")
        {
            Description = "How many files are worked on at once; the output does not depend on it.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--parallel takes a number from 1 upwards.");
        });
        return option;
    }

    public static Option<Language> Language() => new("--lang")
    {
        Description = "Language of messages: zh (default) or en.",
        HelpName = "zh|en",
        CustomParser = result =>
        {
            switch (result.Tokens[0].Value)
            {
                case "zh":
                    return Pdf.Language.Chinese;
                case "en":
                    return Pdf.Language.English;
                default:
                    result.AddError("--lang takes zh or en.");
                    return default;
            }
        },
    };

    public static ReadingOptions Reading(ParseResult arguments, Option<string?> password) =>
        ReadingOptions.Default with { Password = arguments.GetValue(password) };
}
