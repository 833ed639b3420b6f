using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ingest.EndToEnd;

/// <summary>What a collector of OpenTelemetry receives, by a stub of one that keeps what is sent to it.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly HttpListener _collector = new();

    private readonly List<(string Path, string Body)> _received = [];

    private readonly string _address;

    public TelemetryTests()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _collector.Prefixes.Add(_address);
        _collector.Start();
        _ = ReceiveAsync();
    }

    public void Dispose() => _collector.Close();

    [Fact]
    public void A_run_sends_a_trace_of_each_file_and_counts_what_became_of_it_and_no_names()
    {
        using var place = new Installation();
        string pdf = place.Beside("张三 139-0000-1111.pdf");
        File.Copy(IngestProgram.Fixture("faults/digit-typo-t05.pdf"), pdf);

        Assert.Equal(0, place.Run("run", pdf, $"--telemetry:endpoint={_address}").ExitCode);

        string traces = Sent("/v1/traces");
        Assert.All(["ingest.file", "ingest.read", "ingest.store", Installation.Sha256(File.ReadAllBytes(pdf)), "Stored"], part => Assert.Contains(part, traces, StringComparison.Ordinal));
        string metrics = Sent("/v1/metrics");
        Assert.All(["ingest.files", "ingest.read.duration", "ingest.queue"], part => Assert.Contains(part, metrics, StringComparison.Ordinal));
        Assert.All(["张三", "0000-1111", ".pdf"], personal => Assert.DoesNotContain(personal, traces + metrics, StringComparison.Ordinal));
    }

    [Fact]
    public void A_collector_that_is_not_there_changes_nothing()
    {
        using var place = new Installation();
        _collector.Stop();

        Outcome run = place.Run("run", IngestProgram.Fixture("faults/digit-typo-t05.pdf"), $"--telemetry:endpoint={_address}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Single(place.Stored());
    }

    [Fact]
    public void An_address_that_is_none_is_refused()
    {
        using var place = new Installation();

        Outcome run = place.Run("run", IngestProgram.Fixture("faults"), "--telemetry:endpoint=nowhere");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("telemetry:endpoint", run.Error, StringComparison.Ordinal);
        Assert.Contains("但应为网址，如 http://localhost:4318", run.Error, StringComparison.Ordinal);
    }

    private string Sent(string path)
    {
        lock (_received)
            return string.Concat(_received.Where(message => message.Path == path).Select(message => message.Body));
    }

    private async Task ReceiveAsync()
    {
        while (_collector.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _collector.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            lock (_received)
                _received.Add((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
            context.Response.Close();
        }
    }
}
