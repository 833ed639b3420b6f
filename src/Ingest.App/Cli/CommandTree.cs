using System.CommandLine;

namespace Ingest.App.Cli;

/// <summary>All commands of the program.</summary>
internal static class CommandTree
{
    /// <param name="settings">Arguments that override settings.</param>
    public static RootCommand Create(IReadOnlyList<string> settings)
    {
        var engine = new EngineOptions();
        var workplace = new WorkplaceOptions(settings, engine);
        var root = new RootCommand("Reads published department budgets (部门预算/决算 PDF), checks every figure against every other and reports.")
        {
            ExtractCommand.Create(engine),
            ReportCommand.Create(engine),
            InspectCommand.Create(engine),
            CompareCommand.Create(engine),
            WatchCommand.Create(workplace),
            RunCommand.Create(workplace),
            ReprocessCommand.Create(workplace),
            ListCommand.Create(workplace),
            ShowCommand.Create(workplace),
            VerdictCommand.Create(workplace),
            ExportCommand.Create(workplace),
            StatusCommand.Create(workplace),
            CheckCommand.Create(workplace),
            ReadFramesCommand.Create(),
        };
        root.Options.Add(workplace.Config);
        engine.AddTo(root);
        root.SetAction(WatchCommand.Action(workplace));
        return root;
    }

    /// <summary>How long after Ctrl-C or SIGTERM the process may still take.</summary>
    public static TimeSpan TerminationTime(ParseResult arguments) =>
        arguments.CommandResult.Command is PatientCommand or RootCommand ? TimeSpan.FromHours(2) : TimeSpan.FromSeconds(2);
}
