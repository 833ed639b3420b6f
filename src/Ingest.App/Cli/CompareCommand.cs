using System.CommandLine;
using Ingest.App.Compare;
using Ingest.App.Composition;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Core;

namespace Ingest.App.Cli;

/// <summary><c>ingest compare</c>: what the two readers see differently in the same file.</summary>
internal static class CompareCommand
{
    public static Command Create(EngineOptions engine, ReportWords words)
    {
        Argument<string[]> files = InputOptions.Files(words);
        Option<string?> password = InputOptions.Password(words);
        Option<int> parallel = InputOptions.Parallel(words);
        Option<bool> json = JsonLines.Option(words);
        var command = new Command("compare", words.Say(
            "用两个阅读器各读一遍，显示文字、线条、报表和金额有何不同。退出码 3：金额不同。",
            "Read files with both readers and show which letters, lines, statements and facts differ. Exit code 3: the figures differ.")) { files, json, parallel, password };
        command.SetAction(async (arguments, cancellation) =>
        {
            var options = new ProcessingOptions(InputOptions.Reading(arguments, password), words.Language);
            var comparison = new ReaderComparison(engine.Readers(arguments).Alone(EngineParts.BuiltIn), engine.Readers(arguments).Alone(EngineParts.PdfPig), engine.Tables(arguments), engine.Layouts(arguments), options);
            return await new Comparing(comparison, options, arguments.GetValue(json), arguments.InvocationConfiguration.Output)
                .RunAsync(arguments.GetRequiredValue(files), arguments.GetValue(parallel), cancellation);
        });
        return command;
    }
}

/// <summary>Compares files and shows what differs in the order of the files.</summary>
internal sealed class Comparing(ReaderComparison comparison, ProcessingOptions options, bool json, TextWriter output)
{
    private readonly ComparisonText _text = new(new ReportWords(options.Language), output);

    private int _exit = ExitCode.Done;

    public async Task<int> RunAsync(string[] files, int workers, CancellationToken cancellation)
    {
        await OrderedParallel.RunAsync(files, workers, CompareAsync, (_, result) => Show(result), cancellation);
        return _exit;
    }

    private async Task<FileComparison> CompareAsync(string file, CancellationToken cancellation)
    {
        InputFile input = await InputFile.ReadAsync(file, options.Reading.Limits.FileBytes, cancellation);
        return input.Problem is { } problem ? comparison.Failed(file, problem.Message.In(options.Language)) : comparison.Compare(file, input.Bytes, cancellation);
    }

    private void Show(FileComparison result)
    {
        if (result.Problem is not null)
            _exit = ExitCode.UnreadableFile;
        else if (_exit == ExitCode.Done && !result.SameFigures)
            _exit = ExitCode.Findings;
        if (json)
            JsonLines.Write(output, result);
        else
            _text.Show(result);
    }
}
