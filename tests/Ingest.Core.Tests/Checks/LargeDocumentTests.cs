using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

/// <summary>What a document costs that is longer than any form and contradicts itself.</summary>
public class LargeDocumentTests
{
    private const int Rows = 3_000;

    private static readonly string[] _columns = ["total", "basic", "project"];

    [Fact]
    public void Thousands_of_contradicting_rows_cost_no_more_than_their_number_demands()
    {
        BudgetDocument document = Document(row => row % 89 * 1.5m);
        long before = GC.GetAllocatedBytesForCurrentThread();

        BudgetDocument checkedDocument = Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None);

        // 40 KB a row; what took the square of the rows took ten times as much.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Rows * 40L * 1024);
        Assert.NotEmpty(checkedDocument.Findings);
    }

    [Fact]
    public void What_was_not_searched_is_said()
    {
        Finding widest = Widest(Document(row => row % 89 * 1.5m));

        Assert.True(widest.ExtractionInDoubt);
        Assert.Empty(widest.Suspects);
        Assert.Contains("未逐一查找有误的单元格", widest.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_names_three_parts_and_counts_them_all()
    {
        Finding widest = Widest(Document(row => row % 89 * 1.5m));

        string sentence = widest.Relations.MaxBy(relation => relation.Sentence.Length)!.Sentence;
        Assert.Contains("科目2 ", sentence.Replace("”", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("科目3", sentence, StringComparison.Ordinal);
        Assert.EndsWith("…（共 3000 项）", sentence, StringComparison.Ordinal);
        Assert.True(widest.Cells.Length > Rows);
    }

    [Fact]
    public void One_mistake_among_a_few_hundred_rows_is_still_found()
    {
        BudgetDocument document = Document(_ => 0, rows: 300).Print("T03", "2000150", "basic", 20.00m);

        Finding finding = Assert.Single(Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings, found => found.Severity == Severity.Error);

        Assert.Equal(("2000150", "basic", 2.00m), (finding.Suspects[0].Cell.Code, finding.Suspects[0].Cell.Column, finding.Suspects[0].Suggested));
    }

    private static Finding Widest(BudgetDocument document) =>
        Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings.MaxBy(finding => finding.Relations.Length)!;

    /// <summary>T03 with rows of 3.00 = 2.00 + 1.00 below one total that adds them up.</summary>
    /// <param name="error">What is added to the first amount of a row.</param>
    private static BudgetDocument Document(Func<int, decimal> error, int rows = Rows)
    {
        var statement = new Statement
        {
            Id = "T03",
            Title = "部门支出总体情况表",
            Unit = AmountUnit.TenThousand,
            Pages = [1],
            Columns = [.. _columns.Select(key => new StatementColumn(key, [key]))],
            Rows = [Row(null, "总计", rows, 0), .. Enumerable.Range(0, rows).Select(row => Row($"{2_000_000 + row}", $"科目{row}", 1, error(row)))],
        };
        return new BudgetDocument
        {
            Source = new SourceFile("large.pdf", "", 0, 1, null, false),
            Identity = new Identity { FiscalYear = 2024, Kind = DocumentKind.Budget },
            Statements = [statement],
        };
    }

    private static StatementRow Row(string? code, string name, int times, decimal error) => new()
    {
        Code = code,
        Name = name,
        Page = 1,
        Box = default,
        Cells = [Cell("total", (3.00m * times) + error), Cell("basic", 2.00m * times), Cell("project", 1.00m * times)],
    };

    private static AmountCell Cell(string key, decimal value) =>
        new(key, value, value.ToString(CultureInfo.InvariantCulture), 1, default);
}
