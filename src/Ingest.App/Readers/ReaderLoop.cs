using System.Text;
using System.Threading.Channels;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>
/// The life of a reader process: a setup, then one reply per request, until the input ends. Input is
/// watched while a file is read, so that a reader never outlives the program that started it, even when
/// the file has put it into an endless loop.
/// </summary>
/// <param name="open">Makes what reads files from the setup.</param>
/// <param name="unconfined">What this process could not give up, said to the program that started it; null when it is confined.</param>
internal sealed class ReaderLoop(Stream input, Stream output, Func<ReaderSetup, Func<ReadRequest, ReadReply>> open, string? unconfined = null)
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
            ReaderSetup setup = ReaderSetup.Parse(Next(FrameKind.Setup));
            Func<ReadRequest, ReadReply> read = open(setup);
            Send(new Frame(FrameKind.Ready, Encoding.UTF8.GetBytes(unconfined ?? "")));
            while (true)
                Send(new Frame(FrameKind.Reply, Answer(read, ReadRequest.Parse(Next(FrameKind.Request)), setup.Language)));
        }
        catch (OutOfMemoryException)
        {
            Environment.Exit(OutOfMemory);
        }
    }

    private static byte[] Answer(Func<ReadRequest, ReadReply> read, ReadRequest request, Language language)
    {
        try
        {
            return read(request).ToBytes(language);
        }
#pragma warning disable CA1031 // The edge of the process: whatever a file provokes is that file's result.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(error);
            return ReadReply.Failed(ReadFailures.Internal, ReadFailures.Fault(error).In(language)).ToBytes();
        }
    }

    private ReadOnlyMemory<byte> Next(FrameKind kind)
    {
        Frame frame = _frames.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
        return frame.Kind == kind ? frame.Payload : throw new InvalidDataException($"A frame of kind {frame.Kind} came in place of {kind}.");
    }

    private void Send(Frame frame) => frame.WriteAsync(output, CancellationToken.None).GetAwaiter().GetResult();
}
