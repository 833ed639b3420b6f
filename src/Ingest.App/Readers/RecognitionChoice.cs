using System.Runtime.CompilerServices;
using Ingest.App.Configuration;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Ocr;
using Ingest.Ocr.Models;
using Ingest.Pdf;

namespace Ingest.App.Readers;

/// <summary>With which models the text of pictures is recognised, and what a page may cost. The recogniser is loaded only where there is a choice.</summary>
/// <param name="Models">Full path of their folder.</param>
/// <param name="Threads">For one page.</param>
/// <param name="PageTime">For one page.</param>
internal sealed record RecognitionChoice(string Models, int Threads, TimeSpan PageTime)
{
    /// <summary>What reader processes call it.</summary>
    public const string Reader = "ocr";

    /// <summary>Null where the settings name no models: pictures stay unread.</summary>
    /// <param name="root">What a relative path starts at.</param>
    public static RecognitionChoice? Of(OcrSettings settings, string root) =>
        settings.Models.Length == 0 ? null : new RecognitionChoice(Path.GetFullPath(settings.Models, root), settings.Threads, settings.PageTime);

    /// <exception cref="SettingsException">The folder does not hold the models.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string ReaderId()
    {
        var models = ModelFiles.In(Models);
        return models.Problem is { } problem ? throw new SettingsException(new Phrase("ocr.models：", "ocr.models: ") + problem) : RecognisingReader.IdOf(models);
    }

    /// <summary>What may be wrong with a folder of models; null for one that is whole.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Phrase? Problem(string folder) => ModelFiles.In(folder).Problem;

    /// <summary>The recogniser itself, for a process of its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public IPdfReader Open() => new RecognisingReader(new BuiltInPdfReader(), ModelFiles.In(Models), Threads);
}
