using System.Globalization;
using Ingest.App.Readers;
using Ingest.TestReader;

// A reader process whose files say what it does to itself. "does-not-start" as argument: it ends at once; "says-nothing": it never gets ready.
if (args is ["does-not-start"])
{
    await Console.Error.WriteLineAsync("The reader was told not to start.");
    return 1;
}

if (args is ["says-nothing"])
    new ManualResetEventSlim().Wait();

string memory = Environment.GetEnvironmentVariable(Confinement.MemoryVariable)!;
await using Stream input = Console.OpenStandardInput();
await using Stream output = Console.OpenStandardOutput();
await new ReaderLoop(input, output, Open, Confinement.Apply(long.Parse(memory, CultureInfo.InvariantCulture))).RunAsync(CancellationToken.None);
return 0;

Func<Frame, Frame> Open(ReaderSetup setup, Action<Frame> say) => setup.PagesOnly
    ? new PageMisbehaviour(output).Answer
    : question => FileReading.Answer(question, new Misbehaviour(output, setup).Read, setup.Language);
