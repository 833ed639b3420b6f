using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Core;

namespace Ingest.App.Cli;

/// <summary><c>ingest extract</c>: PDFs to JSON documents.</summary>
internal static class ExtractCommand
{
    public static Command Create(EngineOptions engine, ReportWords words)
    {
        Argument<string[]> files = InputOptions.Files(words);
        var output = new Option<string?>("--output", "-o") { Description = words.Say("每个文件写出一个 DIR/<文件名>.json，带缩进；不用此项则每个文件在标准输出上占一行。", "Write DIR/<file name>.json per file, indented, instead of one line per file to standard output."), HelpName = "DIR" };
        Option<string?> password = InputOptions.Password(words);
        Option<int> parallel = InputOptions.Parallel(words);
        var command = new Command("extract", words.Say(
            "把预决算读成带有每个数字所在位置的数据并核对，每个文件输出一份 JSON。",
            "Read budgets into typed records with the place of every number, check them, and print one JSON document per file."))
        {
            files, output, password, parallel,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            DocumentPipeline pipeline = engine.Pipeline(arguments);
            var options = new ProcessingOptions(InputOptions.Reading(arguments, password), words.Language);
            await using Stream standardOutput = Console.OpenStandardOutput();
            return await new Extraction(pipeline, options, standardOutput, arguments.GetValue(output))
                .RunAsync(arguments.GetRequiredValue(files), arguments.GetValue(parallel), cancellation);
        });
        return command;
    }
}

/// <summary>Extracts files and writes the documents in the order of the files.</summary>
/// <param name="folder">Where to write one file per document, or null for lines on <paramref name="output"/>.</param>
internal sealed class Extraction(DocumentPipeline pipeline, ProcessingOptions options, Stream output, string? folder)
{
    private int _exit = ExitCode.Done;

    public async Task<int> RunAsync(string[] files, int workers, CancellationToken cancellation)
    {
        if (folder is not null)
            Directory.CreateDirectory(folder);
        await OrderedParallel.RunAsync(files, workers, ExtractAsync, Write, cancellation);
        return _exit;
    }

    private async Task<BudgetDocument> ExtractAsync(string path, CancellationToken cancellation)
    {
        InputFile input = await InputFile.ReadAsync(path, options.Reading.Limits.FileBytes, cancellation);
        return input.Process(pipeline, options, cancellation);
    }

    private void Write(string path, BudgetDocument document)
    {
        if (document.IsUnreadable)
            _exit = ExitCode.UnreadableFile;
        if (folder is null)
        {
            DocumentJson.Write(output, document, language: options.Language);
            output.WriteByte((byte)'\n');
        }
        else
        {
            WholeFile.Write(Path.Combine(folder, Path.GetFileName(path) + ".json"), file =>
            {
                DocumentJson.Write(file, document, indented: true, options.Language);
                file.WriteByte((byte)'\n');
            });
        }
    }
}
