using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary>Opens the composition that a command line asks for, and turns what is wrong with it into sentences and exit codes.</summary>
/// <param name="settings">The arguments of the form <c>--group:key=value</c>.</param>
/// <param name="engine">Options that stand for settings too.</param>
/// <param name="language">The same.</param>
/// <param name="words">In the language that is found with all of them.</param>
internal sealed class CompositionOptions(IReadOnlyList<string> settings, EngineOptions engine, Option<string?> language, ReportWords words)
{
    public Option<string?> Config { get; } = ConfigOption(words);

    public ReportWords Words => words;

    public static Option<string?> ConfigOption(ReportWords words) => new("--config")
    {
        Description = words.Say(
            "用此文件代替当前文件夹中的 pipeline.json。单项设置可写作 --watch:poll=00:00:30，或用环境变量 INGEST__WATCH__POLL。",
            "Settings to use in place of pipeline.json in the current folder. Single ones: --watch:poll=00:00:30, or INGEST__WATCH__POLL in the environment."),
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>The action of a command that works with store and folders.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Action(Func<ParseResult, CompositionRoot, CancellationToken, Task<int>> work) => async (arguments, cancellation) =>
    {
        TextWriter errors = arguments.InvocationConfiguration.Error;
        try
        {
            return await work(arguments, CompositionRoot.Open(arguments.GetValue(Config), Overriding(arguments), engine.LayoutPaths(arguments)), cancellation);
        }
        catch (SettingsException error)
        {
            foreach (Phrase problem in error.Problems)
                await errors.WriteLineAsync(problem.In(words.Language));
            return ExitCode.WrongUsage;
        }
        catch (StoreException error)
        {
            await errors.WriteLineAsync(Faults.Explain(error).In(words.Language));
            return ExitCode.Failed;
        }
        catch (StoreLostException error)
        {
            await errors.WriteLineAsync(error.Text.In(words.Language));
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
    };

    /// <summary>With which models the settings, or the command line, have pictures recognised; null for none.</summary>
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    public RecognitionChoice? Recognition(ParseResult arguments)
    {
        (Settings read, string root) = SettingsSource.Load(arguments.GetValue(Config), Overriding(arguments));
        return RecognitionChoice.Of(read.Ocr, root);
    }

    private string[] Overriding(ParseResult arguments) => [.. settings, .. engine.AsSettings(arguments), .. AsSetting(arguments)];

    private IEnumerable<string> AsSetting(ParseResult arguments) => arguments.GetValue(language) is { } chosen ? [$"--language={chosen}"] : [];

    /// <summary>The same for a command that only asks the store.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Query(Func<ParseResult, CompositionRoot, IDocumentStore, TextWriter, int> work) => Action((arguments, composition, _) =>
    {
        using IDocumentStore store = composition.OpenExistingStore();
        return Task.FromResult(work(arguments, composition, store, arguments.InvocationConfiguration.Output));
    });
}
