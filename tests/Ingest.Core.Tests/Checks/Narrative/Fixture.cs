using Ingest.Contract.Documents;
using Ingest.Core.Checks;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>Documents of fixtures/, read and reconciled by the whole pipeline.</summary>
internal static class Fixture
{
    public static BudgetDocument Read(string path)
    {
        var pipeline = new DocumentPipeline(new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded);
        return pipeline.Process(Path.GetFileName(path), File.ReadAllBytes(Path.Combine(Folder(), path)), ProcessingOptions.Default);
    }

    public static BudgetDocument Reconcile(this BudgetDocument document) =>
        Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None);

    /// <summary>The document with another number in one of its sentences.</summary>
    public static BudgetDocument With(this BudgetDocument document, NarrativeFact fact, decimal value) => document with
    {
        Narrative = [.. document.Narrative.Select(section => section with
        {
            Sentences = [.. section.Sentences.Select(sentence => sentence with
            {
                Facts = [.. sentence.Facts.Select(other => ReferenceEquals(other, fact) ? other with { Value = value } : other)],
            })],
        })],
    };

    public static IEnumerable<NarrativeFact> Facts(this BudgetDocument document) =>
        document.Narrative.SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Facts);

    private static string Folder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "fixtures", "seed")))
                return Path.Combine(at.FullName, "fixtures");
        throw new DirectoryNotFoundException("fixtures/seed");
    }
}
