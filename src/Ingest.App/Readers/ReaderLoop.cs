using System.Text;
using System.Threading.Channels;

namespace Ingest.App.Readers;

/// <summary>
/// The life of a reader process: a setup, then one answer per question, until the input ends. Input is
/// watched while a file is read, so that a reader never outlives the program that started it, even when
/// the file has put it into an endless loop.
/// </summary>
/// <param name="open">Makes what answers from the setup; what it hands to the second argument goes out before the answer.</param>
/// <param name="unconfined">What this process could not give up, said to the program that started it; null when it is confined.</param>
internal sealed class ReaderLoop(Stream input, Stream output, Func<ReaderSetup, Action<Frame>, Func<Frame, Frame>> open, string? unconfined = null)
{
    /// <summary>Exit code that means the heap limit was met.</summary>
    public const int OutOfMemory = 112;

    /// <summary>Nested structures of a PDF are bounded at depths that need far less.</summary>
    private const int StackBytes = 16 << 20;

    private readonly Channel<Frame> _frames = Channel.CreateUnbounded<Frame>();

    /// <summary>Returns when the input ends, with a file still being read or not; the process must then end.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // A background thread: it may hang for ever without keeping the process alive.
        var worker = new Thread(Work, StackBytes) { IsBackground = true, Name = "reader" };
        worker.Start();
        while (await Frame.ReadAsync(input, cancellation) is { } frame)
            await _frames.Writer.WriteAsync(frame, cancellation);
    }

    private void Work()
    {
        try
        {
            Frame first = Next();
            if (first.Kind != FrameKind.Setup)
                throw new InvalidDataException($"A frame of kind {first.Kind} came in place of a setup.");
            Func<Frame, Frame> answer = open(ReaderSetup.Parse(first.Payload), Send);
            Send(new Frame(FrameKind.Ready, Encoding.UTF8.GetBytes(unconfined ?? "")));
            while (true)
                Send(answer(Next()));
        }
        catch (OutOfMemoryException)
        {
            Environment.Exit(OutOfMemory);
        }
    }

    private Frame Next() => _frames.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();

    private void Send(Frame frame) => frame.WriteAsync(output, CancellationToken.None).GetAwaiter().GetResult();
}
