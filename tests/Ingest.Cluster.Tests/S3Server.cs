using System.Net;
using System.Text;
using System.Xml.Linq;
using Ingest.EndToEnd;

namespace Ingest.Cluster.Tests;

/// <summary>As much of a server of S3 (path style, one bucket) as documents need: PUT, GET, DELETE and ListObjectsV2 in pages of two. It keeps what it is given in memory.</summary>
internal sealed class S3Server : LoopbackServer
{
    public const string Bucket = "ingest", Key = "AKIATEST", Secret = "not-a-secret";

    private const int PageSize = 2;

    private readonly SortedDictionary<string, (byte[] Bytes, DateTimeOffset At)> _objects = new(StringComparer.Ordinal);

    public S3Server() => Start();

    public string[] Keys
    {
        get
        {
            lock (_objects)
                return [.. _objects.Keys];
        }
    }

    /// <summary>How many objects have ever been written.</summary>
    public int Written { get; private set; }

    protected override async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        (int status, byte[] answer) = Answer(context.Request, body.ToArray());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        if (status != 204)
            await context.Response.OutputStream.WriteAsync(answer);
        context.Response.Close();
    }

    private (int Status, byte[] Answer) Answer(HttpListenerRequest request, byte[] body)
    {
        if (request.Headers["Authorization"]?.Contains($"Credential={Key}/", StringComparison.Ordinal) != true)
            return Problem(403, "InvalidAccessKeyId");
        string[] place = request.Url!.AbsolutePath.TrimStart('/').Split('/', 2);
        if (place[0] != Bucket)
            return Problem(404, "NoSuchBucket");
        string key = place.Length > 1 ? Uri.UnescapeDataString(place[1]) : "";
        lock (_objects)
            switch (request.HttpMethod)
            {
                case "GET" when key.Length == 0:
                    return (200, List(request.QueryString["prefix"] ?? "", request.QueryString["continuation-token"]));
                case "GET":
                    return _objects.TryGetValue(key, out (byte[] Bytes, DateTimeOffset At) found) ? (200, found.Bytes) : Problem(404, "NoSuchKey");
                case "PUT":
                    _objects[key] = (body, TimeProvider.System.GetUtcNow());
                    Written++;
                    return (200, []);
                case "DELETE":
                    _objects.Remove(key);
                    return (204, []);
                default:
                    return Problem(405, "MethodNotAllowed");
            }
    }

    private byte[] List(string prefix, string? after)
    {
        XNamespace s3 = "http://s3.amazonaws.com/doc/2006-03-01/";
        KeyValuePair<string, (byte[] Bytes, DateTimeOffset At)>[] left = [.. _objects.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(one.Key, after ?? "") > 0)];
        bool more = left.Length > PageSize;
        return Encoding.UTF8.GetBytes(new XElement(s3 + "ListBucketResult",
            new XElement(s3 + "Name", Bucket), new XElement(s3 + "IsTruncated", more), more ? new XElement(s3 + "NextContinuationToken", left[PageSize - 1].Key) : null,
            left.Take(PageSize).Select(one => new XElement(s3 + "Contents",
                new XElement(s3 + "Key", one.Key), new XElement(s3 + "Size", one.Value.Bytes.Length), new XElement(s3 + "LastModified", one.Value.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture))))).ToString());
    }

    private static (int Status, byte[] Answer) Problem(int status, string code) =>
        (status, Encoding.UTF8.GetBytes(new XElement("Error", new XElement("Code", code), new XElement("Message", code)).ToString()));
}
