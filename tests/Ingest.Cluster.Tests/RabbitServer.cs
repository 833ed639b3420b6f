using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Cluster.Tests;

/// <summary>A RabbitMQ broker of these tests' own, on loopback ports that were free, its data in a temporary folder.</summary>
internal sealed class RabbitServer : IDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private const string Said = "said.txt";

    private static readonly TimeSpan _start = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-rabbit-").FullName;

    private readonly int[] _ports = FreePorts(3);

    private Process? _process;

    private int Port => _ports[0];

    private readonly TestCertificates? _tls;

    /// <param name="tls">For connections over TLS alone, from clients whose certificates it knows; null for connections in the clear.</param>
    public RabbitServer(TestCertificates? tls = null)
    {
        _tls = tls;
        Start();
    }

    /// <summary>Null when there is a broker to be had.</summary>
    public static string? Missing => File.Exists(Program) ? null : "RabbitMQ is not installed (Debian: rabbitmq-server).";

    /// <summary>Of the broker itself, with all that it has started below it.</summary>
    public int ProcessId => _process!.Id;

    public string Address => _tls is null ? $"amqp://127.0.0.1:{Port}/" : $"amqps://localhost:{Port}/";

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
        File.WriteAllText(config, _tls is null ? $"listeners.tcp.1 = 127.0.0.1:{Port}\n" : $"""
            listeners.tcp = none
            listeners.ssl.1 = 127.0.0.1:{Port}
            ssl_options.cacertfile = {_tls.Authority}
            ssl_options.certfile = {_tls.Server}
            ssl_options.keyfile = {_tls.Server}
            ssl_options.verify = verify_peer
            ssl_options.fail_if_no_peer_cert = true

            """);
        // What it prints goes to a file: nobody reads a pipe.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {Program} >{Said} 2>&1"]) { WorkingDirectory = _folder };
        foreach ((string name, string value) in new[]
        {
            ("HOME", _folder), ("RABBITMQ_NODENAME", $"ingest-{Port}@localhost"),
            ("RABBITMQ_DIST_PORT", $"{_ports[1]}"), ("ERL_EPMD_PORT", $"{_ports[2]}"), ("ERL_EPMD_ADDRESS", "127.0.0.1"), ("RABBITMQ_MNESIA_BASE", Path.Combine(_folder, "data")),
            ("RABBITMQ_LOG_BASE", Path.Combine(_folder, "log")), ("RABBITMQ_PID_FILE", Path.Combine(_folder, "pid")), ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(_folder, "plugins")),
            ("RABBITMQ_CONF_ENV_FILE", "/dev/null"), ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none"), ("RABBITMQ_CONFIG_FILE", config),
        })
            start.Environment[name] = value;
        _process = Process.Start(start);
        long began = Stopwatch.GetTimestamp();
        while (!Answers())
        {
            if (Stopwatch.GetElapsedTime(began) > _start || _process!.HasExited)
                throw new InvalidOperationException($"RabbitMQ did not start: {File.ReadAllText(Path.Combine(_folder, Said))}");
            Task.Delay(250).GetAwaiter().GetResult();
        }
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
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
                if (IsNameServer(names.Id))
                    names.Kill();
    }

    /// <summary>False as well of one that has ended since it was listed.</summary>
    private bool IsNameServer(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ").Contains($"ERL_EPMD_PORT={_ports[2]}\0", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Held at once, so that no two are the same.</summary>
    private static int[] FreePorts(int count)
    {
        TcpListener[] free = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        int[] ports = [.. free.Select(listener =>
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        })];
        Array.ForEach(free, listener => listener.Dispose());
        return ports;
    }
}
