using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

public abstract class CellTextContract(ITableFinder finder)
{
    [Fact]
    public void Spread_Chinese_text_is_joined() =>
        Assert.Equal("总计", Text(sheet => sheet.Text(110, 680, "总　　计")));

    [Fact]
    public void Spaces_between_Chinese_letters_are_dropped() =>
        Assert.Equal("合计", Text(sheet => sheet.Text(110, 680, "合  计")));

    [Fact]
    public void Two_numbers_with_a_gap_stay_two() =>
        Assert.Equal("11.71 5.65", Text(sheet => sheet.Text(110, 680, "11.71").Text(150, 680, "5.65")));

    [Fact]
    public void Two_numbers_with_a_typed_space_stay_two() =>
        Assert.Equal("11.71 5.65", Text(sheet => sheet.Text(110, 680, "11.71 5.65")));

    [Fact]
    public void Spaced_out_digits_are_one_number() =>
        Assert.Equal("1,234.56", Text(sheet => sheet.Text(110, 680, "1,234.56", spacing: 3)));

    [Fact]
    public void Latin_words_keep_their_spaces() =>
        Assert.Equal("PDF 1.7 file", Text(sheet => sheet.Text(110, 680, "PDF 1.7").Text(150, 680, "file")));

    [Fact]
    public void A_wrapped_name_is_joined() =>
        Assert.Equal("机关事业单位基本养老保险缴费支出", Text(sheet => sheet.Text(102, 690, "机关事业单位基本养").Text(102, 677, "老保险缴费支出")));

    [Fact]
    public void A_wrapped_code_is_joined() =>
        Assert.Equal("2080505", Text(sheet => sheet.Text(102, 690, "20805").Text(102, 677, "05")));

    [Fact]
    public void Amounts_below_one_another_are_not_joined() =>
        Assert.Equal("11.71 5.65", Text(sheet => sheet.Text(102, 690, "11.71").Text(102, 677, "5.65")));

    [Fact]
    public void A_raised_figure_stays_on_its_line() =>
        Assert.Equal("面积m2", Text(sheet => sheet.Text(102, 680, "面积m").Text(127, 684, "2", size: 6)));

    [Fact]
    public void Letters_are_read_in_the_order_they_are_seen_in() =>
        Assert.Equal("政府性基金1.00", Text(sheet => sheet.Text(152, 680, "1.00").Text(132, 680, "基金").Text(102, 680, "政府性")));

    [Fact]
    public void A_column_of_upright_letters_reads_downwards() =>
        Assert.Equal("合计", Text(sheet => sheet.Text(120, 690, "合").Text(120, 670, "计")));

    private string Text(Action<Sheet> write)
    {
        Sheet sheet = new Sheet().Grid([100, 200, 300], [705, 660]);
        write(sheet);
        return Assert.Single(sheet.Find(finder).Grids).Cells[0].Text;
    }
}
