using Ingest.Contract.Documents;
using Ingest.Core.Statements;

namespace Ingest.Core.Tests.Statements;

/// <summary>Titles below which no table is printed, or none was found.</summary>
public sealed class BareTitleTests
{
    private const string Note = "某某县第一中学2024年没有使用政府性基金预算拨款安排的支出。";

    [Fact]
    public void A_sentence_in_place_of_an_empty_table_is_an_empty_statement()
    {
        StatementReading reading = Reading.Of(
            new DrawnPage(1).Text("表8").Text("政府性基金预算支出表").Text(Note),
            new DrawnPage(2).Text("表3").Text("部门支出总表").Text("单位：万元").Table(FormHeads.T03 + "201|||一般公共服务支出|1.00|1.00|"));

        Assert.Equal(["T08", "T03"], reading.Statements.Select(statement => statement.Id));
        Statement empty = reading.Statements[0];
        Assert.Equal(("表8", "政府性基金预算支出表", Note), (empty.Label, empty.Title, empty.EmptyNote));
        Assert.True(empty.Empty);
        Assert.Equal([1], empty.Pages.AsEnumerable());
        Assert.Equal(1, Assert.Single(reading.Bindings).Statement);
    }

    [Theory]
    [InlineData("单位：万元")]
    [InlineData("201 一般公共服务支出 12.00 12.00")]
    public void A_table_that_was_not_found_is_reported(string below)
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("部门支出总表").Text(below));

        Assert.Empty(reading.Statements);
        Assert.Equal("title-without-table", Assert.Single(reading.Diagnostics, diagnostic => diagnostic.Page == 1).Code);
    }

    [Fact]
    public void Contents_and_sentences_name_tables_and_are_none()
    {
        StatementReading reading = Reading.Of(new DrawnPage(1)
            .Text("目录").Text("部门支出总表").Text("政府性基金预算支出表").Text("国有资本经营预算支出表……………… 9")
            .Text("八、政府性基金预算支出情况说明").Text(Note)
            .Text("说明：政府性基金预算支出表").Text(Note));

        Assert.Empty(reading.Statements);
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Code == "title-without-table");
    }

    [Fact]
    public void A_statement_that_was_read_is_not_taken_again_from_the_explanation()
    {
        StatementReading reading = Reading.Of(
            new DrawnPage(1).Text("政府性基金预算支出表").Text("单位：万元").Table(FormHeads.T08 + "212|||城乡社区支出|1.00|||1.00"),
            new DrawnPage(2).Text("政府性基金预算支出表").Text(Note));

        Assert.False(Assert.Single(reading.Statements).Empty);
    }
}
