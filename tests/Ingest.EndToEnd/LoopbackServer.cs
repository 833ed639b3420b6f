using System.Net;
using System.Net.Sockets;

namespace Ingest.EndToEnd;

/// <summary>A server of HTTP at a free port of this machine, for as long as a test needs it; what derives from it says what it answers.</summary>
internal abstract class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();

    protected LoopbackServer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
    }

    /// <summary>With a slash at its end.</summary>
    public string Address { get; }

    /// <summary>Nobody is there any more.</summary>
    public void Stop() => _listener.Stop();

    public virtual void Dispose() => _listener.Close();

    /// <summary>Answers from now on; called last by whoever derives, when it is ready to.</summary>
    protected void Start()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Requests may come at the same time.</summary>
    protected abstract Task AnswerAsync(HttpListenerContext context);

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = AnswerAsync(context);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
