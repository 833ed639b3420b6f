using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Tests.Documents;

public class CellIdTests
{
    [Fact]
    public void Rows_that_are_alike_are_numbered_through_the_document_and_others_are_not()
    {
        BudgetDocument document = With(Table("T03", Row("甲", 1), Row("乙", 2), Row("甲", 3)), Table("T03", Row("甲", 4)), Table("T05", Row("甲", 5)));

        Assert.Equal([0, 0, 1, 2, 0], document.Statements.SelectMany(table => table.Rows).Select(row => row.Occurrence));
    }

    [Fact]
    public void Every_amount_of_a_document_has_an_identity_of_its_own()
    {
        BudgetDocument document = With(Table("T03", Row("甲", 1), Row("甲", 2)), Table("T03", Row("甲", 3)));
        CellId[] ids = [.. document.Statements.SelectMany(table => table.Rows.Select(row => CellId.Of(table, row, "total")))];

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Rows_that_are_left_out_number_those_that_stay_anew()
    {
        BudgetDocument document = With(Table("T03", Row("甲", 1), Row("甲", 2)));
        Statement table = document.Statements[0];

        document = document with { Statements = [table with { Rows = [table.Rows[1]] }] };

        Assert.Equal(0, document.Statements[0].Rows[0].Occurrence);
    }

    [Fact]
    public void Figures_of_one_heading_and_subject_are_numbered_in_reading_order()
    {
        BudgetDocument document = new BudgetDocument { Source = _source } with
        {
            Narrative =
            [
                new NarrativeSection("一、", 2, 1, [Sentence(Fact("支出", 1m), Fact("收入", 2m)), Sentence(Fact("支出", 3m))]),
                new NarrativeSection("二、", 2, 1, [Sentence(Fact("支出", 4m))]),
            ],
        };

        Assert.Equal([0, 0, 1, 0], document.Narrative.SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Facts).Select(fact => fact.Occurrence));
    }

    /// <summary>The JSON has places and no numbers.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_finding_that_was_written_and_read_back_means_the_same_of_two_rows_that_are_alike(int which)
    {
        BudgetDocument document = With(Table("T03", Row("甲", 1), Row("甲", 2)));
        Statement table = document.Statements[0];
        CellReference accused = CellReference.Of(table, table.Rows[which], table.Rows[which].Cells[0]);
        document = document with { Findings = [new Finding { Rule = "T03-row", Severity = Severity.Error, Message = "", Cells = [accused], Suspects = [new Suspect(accused, 1m, 1)] }] };

        Finding read = Assert.Single(DocumentJson.Read(DocumentJson.ToBytes(document)).Findings);

        Assert.Equal(CellId.Of(table, table.Rows[which], "total"), read.Cells[0].Id);
        Assert.Equal(which, read.Suspects[0].Cell.Occurrence);
    }

    [Fact]
    public void References_follow_rows_whose_names_became_alike()
    {
        BudgetDocument document = With(Table("T03", Row("电话13800000001", 1), Row("电话13800000002", 2)));
        Statement table = document.Statements[0];
        CellReference second = CellReference.Of(table, table.Rows[1], table.Rows[1].Cells[0]) with { Name = "电话" };

        BudgetDocument masked = (document with
        {
            Statements = [table with { Rows = [.. table.Rows.Select(row => row with { Name = "电话" })] }],
            Findings = [new Finding { Rule = "T03-row", Severity = Severity.Error, Message = "", Cells = [second] }],
        }).WithReferencesFound();

        Assert.Equal(1, masked.Findings[0].Cells[0].Occurrence);
    }

    [Fact]
    public void It_is_written_with_the_number_of_all_but_the_first()
    {
        Assert.Equal("T03 201 甲 · total", new CellId("T03", null, "201", "甲", null, "total").ToString());
        Assert.Equal("T03 201 甲 · total #2", new CellId("T03", null, "201", "甲", null, "total", 1).ToString());
    }

    private static readonly SourceFile _source = new("a.pdf", "aa", 1, 1, null, false);

    private static BudgetDocument With(params ImmutableArray<Statement> statements) => new() { Source = _source, Statements = statements };

    private static Statement Table(string id, params ImmutableArray<StatementRow> rows) =>
        new() { Id = id, Title = "", Pages = [1], Columns = [new("total", ["合计"])], Rows = rows };

    private static StatementRow Row(string name, int at) =>
        new() { Code = "201", Name = name, Page = 1, Box = new Box(0, at, 10, at + 1), Cells = [new("total", 5.00m, "5.00", 1, new Box(5, at, 10, at + 1))] };

    private static NarrativeSentence Sentence(params ImmutableArray<NarrativeFact> facts) => new("", 1, default, facts, []);

    private static NarrativeFact Fact(string subject, decimal value) => new() { Kind = FactKind.Amount, Subject = [subject], Value = value, Text = "", Page = 1, Box = default };
}
