using System.CommandLine;
using Ingest.App.Readers;
using Ingest.App.Watch;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary><c>ingest watch</c>, the default: takes PDFs out of the inbox for ever.</summary>
internal static class WatchCommand
{
    public static Command Create(WorkplaceOptions workplace)
    {
        ReportWords words = workplace.Words;
        var command = new PatientCommand("watch", words.Say(
            "监视收件箱：放入的每份 PDF 都会读取、核对、入库、出报告并归档（不写命令时即为此命令）。",
            "Watch the inbox: read, check, store, report and archive every PDF dropped there (the default command)."));
        command.SetAction(Action(workplace));
        return command;
    }

    public static Func<ParseResult, CancellationToken, Task<int>> Action(WorkplaceOptions workplace) => workplace.Action((arguments, place, cancellation) =>
        WatchHost.RunAsync(place, ReaderCommandLine.OfThisProgram(), arguments.InvocationConfiguration.Error, cancellation));
}
