using System.CommandLine;

namespace Ingest.App.Cli;

/// <summary>All commands of the program.</summary>
internal static class CommandTree
{
    public static RootCommand Create() => new("Reads published department budgets (部门预算/决算 PDF), checks every figure against every other and reports.")
    {
        ExtractCommand.Create(),
        ReportCommand.Create(),
        InspectCommand.Create(),
    };
}
