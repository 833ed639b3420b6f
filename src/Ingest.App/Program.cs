using System.CommandLine;
using Ingest.App.Cli;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Words;

ConsoleEncoding.AskForUnicode();
// Names and texts of strangers reach terminals and logs through these alone.
Console.SetOut(new GuardedWriter(Console.Out));
Console.SetError(new GuardedWriter(Console.Error));
(string[] settings, string[] rest) = SettingArguments.Split(args);
var words = new ReportWords(LanguageOption.Of(rest, settings));
ParseResult command = CommandTree.Create(settings, words).Parse(rest, CommandTree.Parsing);
if (command.Errors.Count > 0)
{
    foreach (string problem in UsageProblems.Of(command, words))
        await Console.Error.WriteLineAsync(problem);
    await Console.Error.WriteLineAsync(words.Say("加 --help 可查看用法。", "--help shows how it is used."));
    return ExitCode.WrongUsage;
}

using var termination = new Termination(CommandTree.TerminationTime(command), Environment.Exit);
try
{
    // Signals are ours alone: System.CommandLine knows no SIGHUP, and takes a second Ctrl-C for the first.
    return await command.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, termination.Asked);
}
catch (OperationCanceledException)
{
    return ExitCode.Cancelled;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    // A full disk, a folder that may not be written, a closed pipe: nothing that a stack trace would help with.
    await Console.Error.WriteLineAsync(SystemProblem.Of(error).In(words.Language));
    return ExitCode.OutputFailed;
}
