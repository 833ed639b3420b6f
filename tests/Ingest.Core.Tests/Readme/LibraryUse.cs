using Ingest.Contract.Documents;
using Ingest.Core.Checks;
using Ingest.Core.Layouts;
using Ingest.Core.Statements.Forms;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.Core.Tests.Readme;

/// <summary>The README's example of use as a library, as it stands there.</summary>
internal static class LibraryUse
{
    public static void Print(string path, TextWriter output)
    {
        var pipeline = new DocumentPipeline(new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded);
        BudgetDocument document = pipeline.Process(Path.GetFileName(path), File.ReadAllBytes(path), ProcessingOptions.Default);
        CheckedRelations relations = Reconciler.Relations(document, CancellationToken.None);

        if (document.Form<GeneralBudgetExpenditure>() is { } table)
            foreach (BasicAndProjectLine line in table.Rows.Where(line => line.Code?.Length == 7))
            {
                output.WriteLine($"{line.Code} {line.Name}: {line.Total} = {line.Basic} + {line.Project}");
                foreach (CheckedRelation relation in relations.Of(CellId.Of(table.Source, line.Row, "basic")))
                    if (relation.Outcome == Outcome.Inconsistent)
                        output.WriteLine($"  {relation.Rule}: {relation.Sentence.English}");
            }
    }
}
