using System.CommandLine;
using Ingest.App.Configuration;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary>Opens the workplace that a command line asks for, and turns what is wrong with it into sentences and exit codes.</summary>
/// <param name="settings">The arguments of the form <c>--group:key=value</c>.</param>
internal sealed class WorkplaceOptions(IReadOnlyList<string> settings)
{
    public Option<string?> Config { get; } = new("--config")
    {
        Description = "Settings to use in place of pipeline.json in the current folder. Single ones: --watch:poll=00:00:30, or INGEST__WATCH__POLL in the environment.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>The action of a command that works with store and folders.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Action(Func<ParseResult, Workplace, CancellationToken, Task<int>> work) => async (arguments, cancellation) =>
    {
        TextWriter errors = arguments.InvocationConfiguration.Error;
        try
        {
            return await work(arguments, Workplace.Open(arguments.GetValue(Config), settings), cancellation);
        }
        catch (SettingsException error)
        {
            foreach (string problem in error.Problems)
                await errors.WriteLineAsync(problem);
            return ExitCode.WrongUsage;
        }
        catch (StoreException error)
        {
            await errors.WriteLineAsync(error.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
    };

    /// <summary>The same for a command that only asks the store.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Query(Func<ParseResult, Workplace, IDocumentStore, TextWriter, int> work) => Action((arguments, workplace, _) =>
    {
        using IDocumentStore store = workplace.OpenExistingStore();
        return Task.FromResult(work(arguments, workplace, store, arguments.InvocationConfiguration.Output));
    });
}
