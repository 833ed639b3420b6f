using System.Diagnostics;

namespace Ingest.EndToEnd;

/// <summary>The program while it runs; a test can wait for what it says and end it in good or bad ways.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private readonly List<string> _lines = [];

    private readonly List<string> _output = [];

    private TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Keep(_lines, line.Data);
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public string Error => Text(_lines);

    public string Output => Text(_output);

    public static RunningProgram Start(params string[] arguments) =>
        new(Process.Start(IngestProgram.StartInfo(arguments)) ?? throw new InvalidOperationException("dotnet did not start."));

    /// <summary>Waits until a line of the error output contains the text.</summary>
    public Task SaysAsync(string text) => WaitForAsync(text, () => Error);

    /// <summary>Waits until a line of the standard output contains the text.</summary>
    public Task PrintsAsync(string text) => WaitForAsync(text, () => Output);

    /// <summary>SIGKILL: nothing of the program gets to run any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGKILL for the processes that this one has started: its readers.</summary>
    /// <returns>How many there were.</returns>
    public int KillChildren()
    {
        int killed = 0;
        // Each thread has children of its own.
        foreach (string child in Directory.GetDirectories($"/proc/{Id}/task").SelectMany(Children))
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(child, System.Globalization.CultureInfo.InvariantCulture));
                process.Kill();
                killed++;
            }
            catch (ArgumentException)
            {
                // It has ended meanwhile.
            }
        }

        return killed;
    }

    /// <summary>None where the thread has ended, or the system does not tell (proc(5)).</summary>
    private static string[] Children(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <param name="signal">SIGTERM, as service managers and shells end a program; INT, as Ctrl-C does; HUP, as a terminal that is closed does.</param>
    public async Task<int> TerminateAsync(string signal = "TERM")
    {
        using Process kill = Process.Start("kill", ["-" + signal, Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await EndsAsync();
    }

    public async Task<int> EndsAsync(TimeSpan? limit = null)
    {
        await _process.WaitForExitAsync().WaitAsync(limit ?? _limit);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task WaitForAsync(string text, Func<string> stream)
    {
        using var limit = new CancellationTokenSource(_limit);
        while (true)
        {
            Task said;
            lock (_lines)
                said = _said.Task;
            if (stream().Contains(text, StringComparison.Ordinal))
                return;
            Assert.False(HasEnded, $"ingest ended before it said '{text}': {Error}{Output}");
            await said.WaitAsync(limit.Token);
        }
    }

    private void Keep(List<string> lines, string? line)
    {
        TaskCompletionSource before;
        lock (_lines)
        {
            if (line is not null)
                lines.Add(line);
            before = _said;
            _said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }

    private string Text(List<string> lines)
    {
        lock (_lines)
            return string.Join('\n', lines);
    }
}
