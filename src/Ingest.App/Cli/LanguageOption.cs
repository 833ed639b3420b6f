using System.CommandLine;
using Ingest.App.Configuration;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Cli;

/// <summary><c>--lang</c>, on every command: the language of all that the program says, its help and complaints included.</summary>
internal static class LanguageOption
{
    private static readonly string[] _known = ["zh", "en"];

    public static Option<string?> Create(ReportWords words)
    {
        var option = new Option<string?>("--lang", "--language")
        {
            Description = words.Say(
                "所用语言：zh 中文，en 英文。未给出时取环境变量 INGEST__LANGUAGE 或 pipeline.json 的 language，都没有则用中文。",
                "Language of everything that is said: zh or en. Without it, INGEST__LANGUAGE in the environment or 'language' of pipeline.json; Chinese without these."),
            HelpName = "zh|en",
            Recursive = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var word, ..] && Choice.Problem(option.Name, word.Value, _known, words) is { } problem)
                result.AddError(problem);
        });
        return option;
    }

    /// <summary>
    /// Looked for before the commands are made, since their descriptions are written in it. What is wrong on the command
    /// line is said later, in the language found here.
    /// </summary>
    /// <param name="settings">Arguments that override settings.</param>
    public static Language Of(IReadOnlyList<string> arguments, IReadOnlyList<string> settings)
    {
        var words = new ReportWords(Language.Chinese);
        Option<string?> language = Create(words);
        Option<string?> config = CompositionOptions.ConfigOption(words);
        ParseResult seen = new RootCommand { language, config }.Parse(arguments, CommandTree.Parsing);
        return Last(language) switch
        {
            "en" => Language.English,
            "zh" => Language.Chinese,
            _ => SettingsSource.LanguageOf(Last(config), settings),
        };

        string? Last(Option option) => seen.GetResult(option) is { Tokens: [.., var last] } ? last.Value : null;
    }
}
