using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Ingest.EndToEnd;

/// <summary>Runs the program as built, in a process of its own.</summary>
internal static class IngestProgram
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    public static string Repository { get; } = Path.GetFullPath(Metadata("Repository"));

    /// <summary>That it was built in: Debug or Release.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    public static string Fixture(string relative) => Path.Combine(Repository, "fixtures", relative);

    public static Outcome Run(params string[] arguments) => RunIn(null, arguments);

    /// <param name="folder">Where it is started; null for where this process is.</param>
    public static Outcome RunIn(string? folder, params string[] arguments)
    {
        ProcessStartInfo start = StartInfo(arguments);
        start.WorkingDirectory = folder ?? "";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"ingest {string.Join(' ', arguments)} did not end within {_limit}.");
        }

        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>How to start the program with its output captured.</summary>
    public static ProcessStartInfo StartInfo(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.GetFullPath(Metadata("IngestProgram")));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string Metadata(string key) =>
        typeof(IngestProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}

public sealed record Outcome(int ExitCode, string Output, string Error);
