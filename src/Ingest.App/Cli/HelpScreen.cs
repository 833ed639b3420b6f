using System.CommandLine;
using System.CommandLine.Invocation;
using Ingest.App.Composition;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>Shows the help of the command that stands on the command line, whatever else is missing there.</summary>
internal sealed class HelpScreen(ReportWords words) : SynchronousCommandLineAction
{
    private const int Narrowest = 40;

    /// <summary>Longer lines are hard to read; also the width where there is no terminal.</summary>
    private const int Widest = 110;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Show(parseResult.CommandResult.Command, words, parseResult.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    public static void Show(Command command, ReportWords words, TextWriter output) =>
        new HelpText(words, output, Console.IsOutputRedirected ? Widest : Math.Clamp(Console.WindowWidth, Narrowest, Widest)).Show(command);
}
