using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.App.Tests;

/// <summary>Documents of <c>fixtures/</c>, read as the program reads them.</summary>
internal static class FixtureDocument
{
    private static readonly BuiltInPdfReader _reader = new();

    public static BudgetDocument Read(string name, Language language = Language.Chinese) =>
        new DocumentPipeline(_reader, new TableFinder(), LayoutCatalog.Embedded)
            .Process(Path.GetFileName(name), Bytes(name), new ProcessingOptions(ReadingOptions.Default, language));

    /// <param name="number">1-based.</param>
    public static Page Page(string name, int number)
    {
        using IPdfDocument document = _reader.Open(Bytes(name), ReadingOptions.Default);
        return document.ReadPage(number);
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "fixtures", name));
}
