using System.Diagnostics;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>The program as one file, without .NET, in a place that has nothing: an empty environment, an empty home.</summary>
public sealed class SingleFileTests(ITestOutputHelper log) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-single-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [LongFact("INGEST_PUBLISH")]
    public void One_file_reads_the_fixtures_without_SDK_or_home()
    {
        string publish = Path.Combine(_folder, "program");
        Outcome published = Run("dotnet", null, "publish", Path.Combine(IngestProgram.Repository, "src/Ingest.App"), "-p:PublishProfile=single", "-o", publish, "-v", "q", "--nologo");
        Assert.True(published.ExitCode == 0, published.Output + published.Error);
        log.WriteLine(string.Join(", ", Directory.EnumerateFiles(publish).Select(file => $"{Path.GetFileName(file)} {new FileInfo(file).Length >> 20} MB")));
        string home = Directory.CreateDirectory(Path.Combine(_folder, "home")).FullName;

        foreach (string store in (string[])["litedb", "sqlite"])
        {
            Outcome run = Run(Path.Combine(publish, "ingest"), home, "run", IngestProgram.Fixture("faults"), $"--store={store}", $"--storeFile={Path.Combine(_folder, store)}", $"--folders:reports={Path.Combine(_folder, "reports-" + store)}");
            Assert.True(run.ExitCode == 0, run.Output + run.Error);
            log.WriteLine(run.Output);
        }

        long start = Stopwatch.GetTimestamp();
        Assert.Equal(3, Run(Path.Combine(publish, "ingest"), home, "report", IngestProgram.Fixture("faults/digit-typo-t05.pdf")).ExitCode);
        log.WriteLine($"report: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");
        Assert.Empty(Directory.EnumerateFileSystemEntries(home));
    }

    /// <param name="home">Null to keep this process's environment.</param>
    private Outcome Run(string program, string? home, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (home is not null)
        {
            start.Environment.Clear();
            start.Environment["HOME"] = home;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
