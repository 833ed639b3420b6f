using System.CommandLine;
using Ingest.App.Cli;

ParseResult command = CommandTree.Create().Parse(args);
try
{
    int exit = await command.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
