using System.Diagnostics;
using System.Text.Json;
using Xunit.Abstractions;

namespace Ingest.EndToEnd.Hostile;

/// <summary>What strangers' files may cost the program: one process reads them all, one after another.</summary>
public class HostileTests(ITestOutputHelper output)
{
    private const long MostMemory = 512L << 20;

    /// <summary>For one file; the first line also waits for the program to start.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("inspect", "--json")]
    [InlineData("extract", "--parallel", "1")]
    public async Task Every_hostile_file_is_answered_in_time_and_memory(params string[] command)
    {
        using var folder = new HostileFolder();
        using Process process = Process.Start(IngestProgram.StartInfo([.. command, .. folder.Files]))!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        for (int file = 0; file < folder.Files.Count; file++)
        {
            string name = Path.GetFileName(folder.Files[file]);
            long asked = Stopwatch.GetTimestamp();
            string line = await LineAsync(process, name) ?? throw await EndedAsync(process, name, errors);
            Assert.Contains(name, line, StringComparison.Ordinal);
            JsonDocument.Parse(line).Dispose();
            peak = Math.Max(peak, PeakOf(process));
            Assert.True(peak < MostMemory, $"{name}: the process takes {peak >> 20} MB.");
            if (Stopwatch.GetElapsedTime(asked) is { TotalSeconds: > 1 } took)
                output.WriteLine($"{name}: {took.TotalSeconds:0.0} s");
        }

        await process.WaitForExitAsync();
        output.WriteLine($"{folder.Files.Count} files, {peak >> 20} MB at most");
        Assert.Equal(1, process.ExitCode);
        Assert.Equal("", await errors);
        Assert.True(peak > 0);
    }

    private static async Task<string?> LineAsync(Process process, string name)
    {
        using var late = new CancellationTokenSource(_patience);
        try
        {
            return await process.StandardOutput.ReadLineAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} was not answered within {_patience}.");
        }
    }

    private static async Task<InvalidOperationException> EndedAsync(Process process, string name, Task<string> errors)
    {
        await process.WaitForExitAsync();
        return new InvalidOperationException($"The program ended with {process.ExitCode} before it had answered {name}: {await errors}");
    }

    /// <summary>Nothing of a process that has ended: its last lines may be read after it.</summary>
    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException) when (process.HasExited)
        {
            return 0;
        }
    }
}
