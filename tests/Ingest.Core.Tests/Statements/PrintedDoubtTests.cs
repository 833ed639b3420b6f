using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Core.Statements;

namespace Ingest.Core.Tests.Statements;

/// <summary>What makes the print of a cell unsure reaches the statement's row and column; what is only odd does not.</summary>
public class PrintedDoubtTests
{
    private const string Rows =
        """
        |||总计|29.50|11.75|17.75
        201|||一般公共服务支出|20.50|10.25|10.25
        208|||社会保障和就业支出|9.00|1.50|7.50
        """;

    [Theory]
    [InlineData(CellDoubts.StruckThrough)]
    [InlineData(CellDoubts.Overprinted)]
    [InlineData(CellDoubts.Sign)]
    [InlineData(CellDoubts.DigitPlaces)]
    [InlineData(CellDoubts.MixedSizes)]
    public void A_doubt_about_an_amount_is_one_of_its_row_and_column(CellDoubts doubt)
    {
        ExtractionDoubt found = Assert.Single(Reading.Single(Page().Doubting(4, 5, doubt)).Doubts);

        Assert.Equal((1, "basic"), (found.Row, found.Column));
        Assert.NotEqual(found.Message.Chinese, found.Message.English);
    }

    [Fact]
    public void What_cannot_be_seen_in_a_cell_may_be_missing_in_its_whole_column()
    {
        Statement statement = Reading.Single(Page().Doubting(5, 4, CellDoubts.Hidden));

        Assert.Equal([(2, "total"), (null, "total")], statement.Doubts.Select(doubt => (doubt.Row, doubt.Column!)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_doubt_about_a_code_or_a_name_is_one_of_the_whole_row(int column)
    {
        ExtractionDoubt found = Assert.Single(Reading.Single(Page().Doubting(4, column, CellDoubts.StruckThrough)).Doubts);

        Assert.Equal((1, (string?)null), (found.Row, found.Column));
    }

    [Theory]
    [InlineData("2O1")]
    [InlineData("OO")]
    [InlineData("20l")]
    [InlineData("2〇1")]
    public void A_code_with_letters_in_it_is_unsure_and_not_cut_short(string code)
    {
        Statement statement = Reading.Single(new DrawnPage(1).Text("部门支出总表").Text("单位：万元").Table(
            FormHeads.T03 + $"|||总计|20.50|10.25|10.25\n{code}|||一般公共服务支出|20.50|10.25|10.25"));

        Assert.Contains(statement.Doubts, doubt => doubt is { Code: "unread-code", Row: 1, Column: null });
        Assert.Equal("一般公共服务支出", statement.Rows[1].Name);
    }

    [Theory]
    [InlineData("／")]
    [InlineData("无")]
    [InlineData("……")]
    public void Signs_for_nothing_are_blanks_with_one_remark(string sign)
    {
        StatementReading reading = Reading.Of(new DrawnPage(1).Text("部门支出总表").Text("单位：万元").Table(
            FormHeads.T03 + $"201|||一般公共服务支出|20.50|20.50|{sign}\n208|||社会保障和就业支出|9.00|9.00|{sign}\n210|||卫生健康支出|1.00|1.00|{sign}"));

        Assert.All(Assert.Single(reading.Statements).Rows, row => Assert.Null(row.Cells[2].Value));
        Assert.Empty(reading.Statements[0].Doubts);
        Assert.Single(reading.Diagnostics, diagnostic => diagnostic.Code == "blank-signs");
    }

    [Theory]
    // In a cell of 100 points; the text of a line is 5 for each character.
    [InlineData("1,234,534.2", "4", "1234534.24")]
    [InlineData("1,234,534", ".24", "1234534.24")]
    [InlineData("1,234,534.", "24", "1234534.24")]
    [InlineData("1,234,53", "4.24", "1234534.24")]
    [InlineData("11.71", "5.65", null)]
    [InlineData("534.2", "4", null)]
    [InlineData("1234534", "24", null)]
    public void A_number_broken_within_its_cell_is_read_where_it_can_be_nothing_else(string first, string rest, string? expected)
    {
        TextLine[] lines = [new TextLine(first, new Box(0, 10, 5 * first.Length, 18), 10, 8), new TextLine(rest, new Box(0, 0, 5 * rest.Length, 8), 0, 8)];

        decimal? value = AmountLines.Read([.. lines], new Box(0, 0, 100, 20)).Value;

        Assert.Equal(expected is not null ? decimal.Parse(expected, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture) : null, value);
    }

    private static DrawnPage Page() => new DrawnPage(1).Text("部门支出总表").Text("单位：万元").Table(FormHeads.T03 + Rows);
}
