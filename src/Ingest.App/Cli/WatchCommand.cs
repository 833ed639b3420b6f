using System.CommandLine;
using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Watch;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Spectre.Console;

namespace Ingest.App.Cli;

/// <summary><c>ingest watch</c>, the default: takes PDFs out of the inbox for ever.</summary>
internal static class WatchCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var command = new DrainingCommand("watch", words.Say(
            "监视收件箱：放入的每份 PDF 都会读取、核对、入库、出报告并归档（不写命令时即为此命令）。",
            "Watch the inbox: read, check, store, report and archive every PDF dropped there (the default command)."));
        var health = new Option<bool>("--health")
        {
            Description = words.Say(
                "不监视，只看监视进程是否正常：退出码 0 正常，5 没有进程在监视、久无动静或有文件等待过久。",
                "Do not watch; ask whether a watcher is well: exit code 0 if so, 5 if none is there, it shows no sign of life, or a file waits too long."),
        };
        command.Add(health);
        Func<ParseResult, CancellationToken, Task<int>> watch = Action(composition), ask = composition.Action((arguments, place, _) =>
        {
            (bool isWell, Phrase said) = WatchHealth.Of(place.Folders, place.Settings.Watch, TimeProvider.System);
            arguments.InvocationConfiguration.Output.WriteLine(said.In(place.Words.Language));
            return Task.FromResult(isWell ? ExitCode.Done : ExitCode.Failed);
        });
        command.SetAction((arguments, cancellation) => (arguments.GetValue(health) ? ask : watch)(arguments, cancellation));
        return command;
    }

    public static Func<ParseResult, CancellationToken, Task<int>> Action(CompositionOptions composition) => composition.Action((arguments, place, cancellation) =>
    {
        InvocationConfiguration output = arguments.InvocationConfiguration;
        ReportWords words = place.Words;
        IAnsiConsole console = Screen.For(output.Output);
        var screen = new BatchScreen(console, words);
        Lock turn = new();
        // Somebody who looks on is told in words what the log tells programs.
        bool looksOn = ReferenceEquals(output.Output, Console.Out) && !Console.IsOutputRedirected;
        if (looksOn)
            console.WriteLine(words.Say($"{words.Time(TimeProvider.System.GetUtcNow())} 正在监视 {place.Folders.Inbox}，放入的 PDF 会立即读取；按 Ctrl-C 停止。", $"{words.Time(TimeProvider.System.GetUtcNow())} Watching {place.Folders.Inbox}; PDFs dropped there are read at once. Ctrl-C stops."));
        return WatchHost.RunAsync(place, ReaderCommandLine.OfThisProgram(), output.Error, looksOn ? Tell : null, calm: looksOn && place.Settings.Log.Format == "text", cancellation);

        void Tell(string path, FlowResult result, TimeSpan elapsed)
        {
            lock (turn)
            {
                console.Write(words.Time(TimeProvider.System.GetUtcNow()) + " ");
                screen.Report(BatchOutcome.Of(path, result, elapsed));
            }
        }
    });
}
