using System.Net.Sockets;
using System.Security.Cryptography;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core;

namespace Ingest.TestReader;

/// <summary>
/// Does what the first line of the file asks for; reads any other file as a document without contents.
/// </summary>
/// <param name="output">Where frames go.</param>
internal sealed class Misbehaviour(Stream output, ReaderSetup setup)
{
    public ReadReply Read(ReadRequest request)
    {
        byte[] bytes = File.ReadAllBytes(request.Path);
        string line = System.Text.Encoding.UTF8.GetString(bytes).Split('\n')[0];
        End(output, line);
        switch (line)
        {
            case "exit-once":
                EndOnce(request.Path);
                break;
            case "slow-once" when !MetBefore(request.Path):
            case "slow":
                return Late(request, bytes);
            case "half":
                output.Write("IF\u0004\0\u00ff\0\0\0half"u8);
                output.Flush();
                Environment.Exit(0);
                break;
            case "tells":
                Frame.Of(new PageProgress(12, 40)).WriteAsync(output, CancellationToken.None).GetAwaiter().GetResult();
                SpinWait.SpinUntil(() => File.Exists(request.Path + ".heard"));
                break;
            case "throw":
                throw new InvalidOperationException("a bug of the reader");
            case "warm":
                return Reply(request, bytes, setup.WarmUp ? "warm" : "cold");
            case "refuse":
                return Refused(request, bytes);
            case "call-home":
                return Reply(request, bytes, CallHome());
            case "process":
                return Reply(request, bytes, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return Reply(request, bytes, null);
    }

    /// <summary>What needs no file: it ends the process, or keeps it for ever.</summary>
    public static void End(Stream output, string deed)
    {
        switch (deed)
        {
            case "overflow":
                Descend(0);
                break;
            case "exit":
                Environment.Exit(77);
                break;
            case "toil":
                while (true)
                    Thread.SpinWait(1000);
            case "hang":
                new ManualResetEventSlim().Wait();
                break;
            case "grow":
                Grow();
                break;
            case "babble":
                output.Write("no frame, but more than the header of one"u8);
                output.Flush();
                new ManualResetEventSlim().Wait();
                break;
        }
    }

    private static ReadReply Reply(ReadRequest request, byte[] bytes, string? producer)
    {
        var document = new BudgetDocument
        {
            Source = new SourceFile(request.FileName, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, 1, producer, false),
            Identity = new Identity(),
        };
        return ReadReply.Of(document, [], TimeSpan.FromMilliseconds(1));
    }

    /// <summary>What the system says to a socket that leads out of the machine.</summary>
    private static string CallHome()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            return "a socket";
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode.ToString();
        }
    }

    /// <summary>Not a loop after all: something is done with what comes back.</summary>
    private static int Descend(int depth) => Descend(depth + 1) + depth;

    /// <summary>Whoever meets the file first leaves a mark.</summary>
    private static bool MetBefore(string path)
    {
        if (File.Exists(path + ".met"))
            return true;
        File.WriteAllText(path + ".met", "");
        return false;
    }

    private static void EndOnce(string path)
    {
        if (!MetBefore(path))
            Environment.Exit(77);
    }

    private static ReadReply Late(ReadRequest request, byte[] bytes)
    {
        ReadReply reply = Reply(request, bytes, null);
        return reply with
        {
            Document = reply.Document! with { Diagnostics = [new Diagnostic("limit-file-time", Severity.Error, new Phrase("太慢", "too slow"))] },
        };
    }

    private static ReadReply Refused(ReadRequest request, byte[] bytes)
    {
        ReadReply reply = Reply(request, bytes, null);
        return reply with { Document = reply.Document! with { Diagnostics = [new Diagnostic("damaged", Severity.Error, new Phrase("读不出来", "beyond reading"))] } };
    }

    private static void Grow()
    {
        var kept = new List<byte[]>();
        while (true)
        {
            byte[] block = GC.AllocateUninitializedArray<byte>(1 << 20);
            block.AsSpan().Fill(1);
            kept.Add(block);
        }
    }
}
