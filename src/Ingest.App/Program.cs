using System.CommandLine;
using Ingest.App.Cli;
using Ingest.App.Configuration;

(string[] settings, string[] rest) = SettingArguments.Split(args);
ParseResult command = CommandTree.Create(settings).Parse(rest);
try
{
    int exit = await command.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = CommandTree.TerminationTime(command),
    });
    return command.Errors.Count > 0 ? ExitCode.WrongUsage : exit;
}
catch (OperationCanceledException)
{
    return ExitCode.Cancelled;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    // A full disk, a folder that may not be written, a closed pipe: nothing that a stack trace would help with.
    await Console.Error.WriteLineAsync($"ingest: {error.Message}");
    return ExitCode.OutputFailed;
}
