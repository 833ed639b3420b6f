using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.Benchmarks.Mutations;

/// <summary>mutations [--list] [NUMBER] [FOLDER…]: the documents of the folders that are read without doubt and have no error.</summary>
internal static class MutationDocuments
{
    /// <summary>Fewer tables than this tell nothing of each other.</summary>
    private const int LeastTables = 4;

    private const int Each = 200;

    public static void Run(string[] arguments)
    {
        bool lists = arguments.Contains("--list");
        string[] rest = [.. arguments.Where(argument => argument != "--list")];
        int each = rest.Length > 0 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : Each;
        string[] folders = [.. rest.Where(Directory.Exists)];
        string[] files = folders.Length == 0 ? [.. Documents.Files()]
            : [.. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];
        var pipeline = new DocumentPipeline(new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded);
        BudgetDocument[] read = [.. files.Select(file => pipeline.Process(Path.GetFileName(file), File.ReadAllBytes(file), ProcessingOptions.Default))];
        BudgetDocument[] truthful = [.. read.Where(IsTruthful)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{truthful.Length} of {read.Length} documents are read without doubt and have no error"));
        new MutationRun(truthful, each, Console.Out, lists).Run();
    }

    private static bool IsTruthful(BudgetDocument document) => document.Statements.Length >= LeastTables
        && document.Statements.All(statement => statement.Doubts.IsEmpty)
        && document.Findings.All(finding => finding.Severity != Severity.Error);
}
