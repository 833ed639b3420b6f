using System.Net;
using System.Text;

namespace Ingest.EndToEnd;

/// <summary>A stub of a collector of OpenTelemetry: it keeps what is sent to it over HTTP.</summary>
internal sealed class OtlpCollector : LoopbackServer
{
    private readonly List<(string Path, byte[] Body)> _received = [];

    public OtlpCollector() => Start();

    /// <summary>Everything sent to a path, as far as it is text.</summary>
    public string Text(string path) => string.Concat(Sent(path).Select(Encoding.UTF8.GetString));

    /// <summary>Of all traces (OpenTelemetry protocol, trace.proto).</summary>
    public IReadOnlyList<SentSpan> Spans() =>
    [
        .. Sent("/v1/traces").SelectMany(request => Fields(request, 1)).SelectMany(resource => Fields(resource, 2)).SelectMany(scope => Fields(scope, 2))
            .Select(span => new SentSpan(
                Convert.ToHexStringLower(Fields(span, 1).Single()), Convert.ToHexStringLower(Fields(span, 2).Single()), Convert.ToHexStringLower(Fields(span, 4).SingleOrDefault([])), Encoding.UTF8.GetString(Fields(span, 5).Single()))),
    ];

    private byte[][] Sent(string path)
    {
        lock (_received)
            return [.. _received.Where(message => message.Path == path).Select(message => message.Body)];
    }

    /// <summary>The fields of a message that have a length, by their number (Protocol Buffers, "Encoding").</summary>
    private static List<byte[]> Fields(byte[] message, int wanted)
    {
        var found = new List<byte[]>();
        int at = 0;
        while (at < message.Length)
        {
            ulong tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    int length = (int)Number(message, ref at);
                    if ((int)(tag >> 3) == wanted)
                        found.Add(message[at..(at + length)]);
                    at += length;
                    break;
            }
        }

        return found;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        ulong number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = message[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
    }

    protected override async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        lock (_received)
            _received.Add((context.Request.Url!.AbsolutePath, body.ToArray()));
        context.Response.Close();
    }
}

/// <param name="Parent">Empty for the first of its trace.</param>
internal sealed record SentSpan(string Trace, string Id, string Parent, string Name);
