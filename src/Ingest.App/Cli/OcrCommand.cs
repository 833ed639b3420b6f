using System.CommandLine;
using System.Globalization;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Ocr;
using Ingest.Ocr.Models;

namespace Ingest.App.Cli;

/// <summary><c>ingest ocr check</c>: which recognition models there are, with sizes and hashes, and whether they can be loaded.</summary>
internal static class OcrCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var check = new Command("check", words.Say(
            "检查文字识别模型：列出模型、版本和哈希值，并试着载入。", "Check the recognition models: what there is, versions and hashes, and whether it loads."));
        check.SetAction(arguments =>
        {
            try
            {
                return Check(composition.Recognition(arguments), arguments.InvocationConfiguration.Output, words);
            }
            catch (SettingsException error)
            {
                foreach (Phrase problem in error.Problems)
                    arguments.InvocationConfiguration.Error.WriteLine(problem.In(words.Language));
                return ExitCode.WrongUsage;
            }
        });
        return new Command("ocr", words.Say("管理扫描件的文字识别。", "Recognition of scanned pages.")) { check };
    }

    private static int Check(RecognitionChoice? choice, TextWriter output, ReportWords words)
    {
        if (choice is null)
        {
            output.WriteLine(words.Say(
                "未设置文字识别模型：扫描页不识别。请用 --ocr 文件夹，或在 pipeline.json 中写 \"ocr\": { \"models\": \"文件夹\" }。模型来源见 README。",
                "No recognition models are set: scanned pages are not recognised. Use --ocr FOLDER, or \"ocr\": { \"models\": \"FOLDER\" } in pipeline.json. The README says where models come from."));
            return ExitCode.Failed;
        }

        var models = ModelFiles.In(choice.Models);
        foreach (ModelFile file in models.Files)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Role,-12} {(file.Path is null ? words.Say("缺少", "missing") : $"{file.Known ?? words.Say("（非已知发布版）", "(no known release)")}  {file.Bytes:N0} B  sha256 {file.Sha256}  {file.Path}")}"));
        if (models.Problem is { } problem)
        {
            output.WriteLine(problem.In(words.Language));
            return ExitCode.Failed;
        }

        try
        {
            using IDisposable reader = (IDisposable)choice.Open();
        }
#pragma warning disable CA1031 // Whatever the native library throws is what there is to tell.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            output.WriteLine(words.Say($"模型无法载入：{error.Message}", $"The models cannot be loaded: {error.Message}"));
            return ExitCode.Failed;
        }

        output.WriteLine(words.Say($"可以使用：{RecognisingReader.IdOf(models)}", $"Ready: {RecognisingReader.IdOf(models)}"));
        return ExitCode.Done;
    }
}
