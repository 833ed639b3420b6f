using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Cluster.Tests;

/// <summary>A RabbitMQ broker of these tests' own, on loopback ports that were free, its data in a temporary folder.</summary>
internal sealed class RabbitServer : IDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan _start = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-rabbit-").FullName;

    private readonly int _port = FreePort(), _distribution = FreePort(), _names = FreePort();

    private Process? _process;

    private readonly TestCertificates? _tls;

    /// <param name="tls">For connections over TLS alone, from clients whose certificates it knows; null for connections in the clear.</param>
    public RabbitServer(TestCertificates? tls = null)
    {
        _tls = tls;
        Start();
    }

    /// <summary>Null when there is a broker to be had.</summary>
    public static string? Missing => File.Exists(Program) ? null : "RabbitMQ is not installed (Debian: rabbitmq-server).";

    public string Address => _tls is null ? $"amqp://127.0.0.1:{_port}/" : $"amqps://localhost:{_port}/";

    /// <summary>Ended as if by a power cut, and started again over the same data.</summary>
    public void Restart()
    {
        End();
        Start();
    }

    public void Dispose()
    {
        End();
        Directory.Delete(_folder, recursive: true);
    }

    private void Start()
    {
        string config = Path.Combine(_folder, "rabbitmq.conf");
        File.WriteAllText(config, _tls is null ? $"listeners.tcp.1 = 127.0.0.1:{_port}\n" : $"""
            listeners.tcp = none
            listeners.ssl.1 = 127.0.0.1:{_port}
            ssl_options.cacertfile = {_tls.Authority}
            ssl_options.certfile = {_tls.Server}
            ssl_options.keyfile = {_tls.Server}
            ssl_options.verify = verify_peer
            ssl_options.fail_if_no_peer_cert = true

            """);
        // What it prints goes nowhere: nobody reads the pipe.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {Program} >/dev/null 2>&1"]) { WorkingDirectory = _folder };
        foreach ((string name, string value) in new[]
        {
            ("HOME", _folder), ("RABBITMQ_NODENAME", $"ingest-{_port}@localhost"), 
            ("RABBITMQ_DIST_PORT", $"{_distribution}"), ("ERL_EPMD_PORT", $"{_names}"), ("ERL_EPMD_ADDRESS", "127.0.0.1"), ("RABBITMQ_MNESIA_BASE", Path.Combine(_folder, "data")),
            ("RABBITMQ_LOG_BASE", Path.Combine(_folder, "log")), ("RABBITMQ_PID_FILE", Path.Combine(_folder, "pid")), ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(_folder, "plugins")),
            ("RABBITMQ_CONF_ENV_FILE", "/dev/null"), ("RABBITMQ_CONFIG_FILE", config),
        })
            start.Environment[name] = value;
        _process = Process.Start(start);
        long began = Stopwatch.GetTimestamp();
        while (!Answers())
        {
            if (Stopwatch.GetElapsedTime(began) > _start || _process!.HasExited)
                throw new InvalidOperationException("RabbitMQ did not start.");
            Task.Delay(250).GetAwaiter().GetResult();
        }
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, _port);
            if (_tls is not null)
                return true;
            client.GetStream().Write("AMQP\0\0\u0009\u0001"u8);
            return client.GetStream().ReadByte() >= 0;
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }

    private void End()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
        // The name server of Erlang goes on by itself.
        foreach (Process names in Process.GetProcessesByName("epmd"))
            using (names)
                if (File.ReadAllText($"/proc/{names.Id}/environ").Contains($"ERL_EPMD_PORT={_names}\0", StringComparison.Ordinal))
                    names.Kill();
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
