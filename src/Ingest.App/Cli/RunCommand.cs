using System.CommandLine;
using System.Diagnostics;
using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Reports.Formats;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Spectre.Console;

namespace Ingest.App.Cli;

/// <summary><c>ingest run</c>: files and folders through the pipeline, once.</summary>
internal static class RunCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        Argument<string[]> paths = InputOptions.Paths("PATH", words.Say("PDF 文件，或存放它们的文件夹。", "PDF files and folders of them."), words);
        Option<int> parallel = InputOptions.Parallel(words);
        var quiet = new Option<bool>("--quiet", "-q") { Description = words.Say("只列出有错误和未能处理的文件，不显示进度和汇总。", "Only files with errors and those that could not be worked on; no progress, no sums.") };
        var formats = new Option<string[]>("--format", "-f")
        {
            Description = words.Say("为每份文件写哪些报告：xlsx、html、docx、csv、json、text；可给多个。默认取设置 reports.formats。", "Which reports to write of each document: xlsx, html, docx, csv, json, text; several may be given. reports.formats of the settings by default."),
            HelpName = "FORMAT",
            AllowMultipleArgumentsPerToken = true,
        };
        formats.Validators.Add(result =>
        {
            foreach (string problem in result.Tokens.Select(token => Choice.Problem("--format", token.Value, ReportFormats.Known, words)).OfType<string>())
                result.AddError(problem);
        });
        var command = new DrainingCommand("run", words.Say(
            "就地读取、核对并入库 PDF 文件或文件夹，逐份出报告。可随时中断、重复运行：做过的不会重做。",
            "Read, check, store and report files and folders of PDFs where they are. Can be stopped and repeated: what is done is not done again.")) { paths, parallel, formats, quiet, composition.Cluster };
        command.SetAction(composition.Action((arguments, place, cancellation) =>
            RunAsync(WithFormats(place, arguments.GetValue(formats)), arguments.GetRequiredValue(paths), arguments.GetValue(parallel), arguments.GetValue(quiet), arguments.InvocationConfiguration, cancellation)));
        return command;
    }

    private static CompositionRoot WithFormats(CompositionRoot place, string[]? formats)
    {
        if (formats is { Length: > 0 })
            place.Settings.Reports.Formats = [.. formats.Distinct()];
        return place;
    }

    private static async Task<int> RunAsync(CompositionRoot place, string[] paths, int readers, bool quiet, InvocationConfiguration output, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        int parallel = place.Settings.InWork(readers);
        var batch = BatchFiles.Find(paths);
        if (batch.Missing.Count > 0)
            throw new SettingsException([.. batch.Missing.Select(path => new Phrase($"{path} 不存在，请检查拼写。", $"{path} does not exist. Check the spelling."))]);
        if (place.Settings.Run.Move)
            place.Folders.PrepareForWatching();
        else
            place.Folders.PrepareForReading();

        await using var tools = new BatchTools(place, place.OpenStore(), parallel, ReaderCommandLine.OfThisProgram());
        var run = new BatchRun(tools.Store, tools.Flow, tools.StepRetry, tools.Disk, place.Settings.Run.Move, place.Words);
        var screen = new BatchScreen(Screen.For(output.Output), place.Words, quiet);
        try
        {
            await screen.ShowAsync(batch.Files.Count, next => run.RunAsync(batch.Files, parallel, next, cancellation), tools.Readers.Progress);
        }
        finally
        {
            tools.Index.Write();
            screen.Summarise(Stopwatch.GetElapsedTime(start), place.StoreName, place.Settings.Reports.Formats.Length > 0 ? place.Folders.Reports : null);
        }

        foreach (ClosedFolder folder in batch.Closed)
            await output.Error.WriteLineAsync(place.Words.Say($"无法进入文件夹 {folder.Path}，其中的文件未处理：{folder.Problem.Chinese}", $"The folder {folder.Path} cannot be looked into; what is in it was left out: {folder.Problem.English}"));
        return screen.AnyRefused || batch.Closed.Count > 0 ? ExitCode.UnreadableFile : ExitCode.Done;
    }
}
