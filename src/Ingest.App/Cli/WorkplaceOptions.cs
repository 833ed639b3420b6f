using System.CommandLine;
using Ingest.App.Configuration;
using Ingest.App.Export;
using Ingest.Pdf;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary>Opens the workplace that a command line asks for, and turns what is wrong with it into sentences and exit codes.</summary>
/// <param name="settings">The arguments of the form <c>--group:key=value</c>.</param>
/// <param name="engine">Options that stand for settings too.</param>
/// <param name="language">The same.</param>
/// <param name="words">In the language that is found with all of them.</param>
internal sealed class WorkplaceOptions(IReadOnlyList<string> settings, EngineOptions engine, Option<string?> language, ReportWords words)
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
    public Func<ParseResult, CancellationToken, Task<int>> Action(Func<ParseResult, Workplace, CancellationToken, Task<int>> work) => async (arguments, cancellation) =>
    {
        TextWriter errors = arguments.InvocationConfiguration.Error;
        try
        {
            return await work(arguments, Workplace.Open(arguments.GetValue(Config), [.. settings, .. engine.AsSettings(arguments), .. AsSetting(arguments)], engine.LayoutPaths(arguments)), cancellation);
        }
        catch (SettingsException error)
        {
            foreach (Phrase problem in error.Problems)
                await errors.WriteLineAsync(problem.In(words.Language));
            return ExitCode.WrongUsage;
        }
        catch (StoreException error)
        {
            await errors.WriteLineAsync(Explain(error).In(words.Language));
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
    };

    private IEnumerable<string> AsSetting(ParseResult arguments) => arguments.GetValue(language) is { } chosen ? [$"--language={chosen}"] : [];

    /// <summary>What to do comes first; which file and why is in the store's own words.</summary>
    private static Phrase Explain(StoreException error)
    {
        string chinese = error.Failure switch
        {
            StoreFailure.Corrupt => "数据库文件已损坏，或不是本程序的数据库。请用备份恢复，或另指定文件。",
            StoreFailure.ReadOnly => "数据库无法写入。请检查文件及其文件夹的权限。",
            StoreFailure.NewerSchema => "数据库由更新版本的程序写成。请使用该版本，或另指定文件。",
            StoreFailure.DiskFull => "数据库所在磁盘已满。请腾出空间后继续，已有内容没有丢失。",
            StoreFailure.Busy => "数据库正被另一个进程占用。请待其完成后重试。",
            _ => "数据库无法打开。请检查其文件夹是否存在、能否访问。",
        };
        return new Phrase($"{chinese}（{error.Message}）", error.Message);
    }

    /// <summary>The same for a command that only asks the store.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Query(Func<ParseResult, Workplace, IDocumentStore, TextWriter, int> work) => Action((arguments, workplace, _) =>
    {
        using IDocumentStore store = workplace.OpenExistingStore();
        return Task.FromResult(work(arguments, workplace, store, arguments.InvocationConfiguration.Output));
    });
}
