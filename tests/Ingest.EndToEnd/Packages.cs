using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ingest.EndToEnd;

/// <summary>All packages, made of what was built, in a folder that serves as the only source; gone afterwards.</summary>
public sealed partial class Packages : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-packages-").FullName;

    public Packages()
    {
        Directory.CreateDirectory(Source);
        File.WriteAllText(Path.Combine(_folder, "NuGet.config"), $"""
            <configuration>
              <packageSources><clear /><add key="made here" value="{Source}" /></packageSources>
              <fallbackPackageFolders><add key="restored for the build" value="{Restored}" /></fallbackPackageFolders>
            </configuration>
            """);
        Dotnet(IngestProgram.Repository, "pack", "Ingest.sln", "-c", IngestProgram.Configuration, "--no-build", "-o", Source, "-v", "q", "--nologo");
        Version = Names.Match(Path.GetFileName(Directory.EnumerateFiles(Source, "Ingest.Budgets.*.nupkg").Single())).Groups["version"].Value;
    }

    public string Version { get; }

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Source, "*.nupkg").Order(StringComparer.Ordinal)];

    /// <summary>Where the packages of others lie that the build of the program restored.</summary>
    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Source => Path.Combine(_folder, "source");

    /// <summary>A folder of one's own in which only these packages are to be had.</summary>
    public string Empty(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>Runs the SDK in a folder; what it prints.</summary>
    public string Dotnet(string folder, params string[] arguments)
    {
        Outcome outcome = Start("dotnet", folder, arguments);
        Assert.True(outcome.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {outcome.Output} {outcome.Error}");
        return outcome.Output;
    }

    /// <summary>Runs a program; packages are unpacked here and not where those of the machine are.</summary>
    public Outcome Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "unpacked");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The test host's own build settings are none of this build's.
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(variable);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {_limit}.");
        }

        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex(@"^Ingest\.Budgets\.(?<version>\d.*)\.nupkg$", RegexOptions.NonBacktracking)]
    private static partial Regex Names { get; }
}
