using System.CommandLine;
using System.Globalization;
using Ingest.App.Composition;
using Ingest.App.Readers;

namespace Ingest.App.Cli;

/// <summary>The hidden command of reader processes.</summary>
internal static class ReadFramesCommand
{
    public static Command Create()
    {
        var command = new DrainingCommand(ReaderCommandLine.Subcommand, "Reads files for a program that has started it; not for people.") { Hidden = true };
        command.SetAction(async (_, _) =>
        {
            await using Stream input = Console.OpenStandardInput();
            await using Stream output = Console.OpenStandardOutput();
            // Whatever prints would break the frames.
            Console.SetOut(Console.Error);
            string? unconfined = long.TryParse(Environment.GetEnvironmentVariable(Confinement.MemoryVariable), CultureInfo.InvariantCulture, out long memory)
                ? Confinement.Apply(memory)
                : "readers are confined by the program that starts them only";
            // Ctrl-C reaches the whole group; the program that started this one decides when it ends.
            await new ReaderLoop(input, output, Open, unconfined).RunAsync(CancellationToken.None);
            return ExitCode.Done;
        });
        return command;
    }

    private static Func<Frame, Frame> Open(ReaderSetup setup, Action<Frame> say) =>
        !setup.PagesOnly ? new FileReading(setup, new FrameProgress(say, TimeProvider.System)).Answer
        : new PageService(setup is { Reader: RecognitionChoice.Reader, Recognition: { } recognition } ? recognition.Open() : EngineParts.Reader(setup.Reader)).Answer;
}
