using Ingest.App.Reports.Xlsx;

namespace Ingest.App.Tests.Reports;

public class SumFormulaTests
{
    private static Addend At(int row, int column, decimal factor) => new(new CellAddress(row, column), factor);

    [Fact]
    public void Cells_apart_are_added_one_by_one() =>
        Assert.Equal("D5+D9-F9", SumFormula.Of([At(5, 4, 1), At(9, 4, 1), At(9, 6, -1)]));

    [Fact]
    public void Cells_that_follow_each_other_down_a_column_are_a_range() =>
        Assert.Equal("D4+SUM(D6:D9)+D11", SumFormula.Of([At(4, 4, 1), At(6, 4, 1), At(7, 4, 1), At(8, 4, 1), At(9, 4, 1), At(11, 4, 1)]));

    [Fact]
    public void A_range_can_be_taken_off() =>
        Assert.Equal("AA1-SUM(B1:B4)", SumFormula.Of([At(1, 27, 1), At(1, 2, -1), At(2, 2, -1), At(3, 2, -1), At(4, 2, -1)]));

    [Fact]
    public void Signs_and_columns_part_ranges() =>
        Assert.Equal("A1+A2+A3-A4+B5", SumFormula.Of([At(1, 1, 1), At(2, 1, 1), At(3, 1, 1), At(4, 1, -1), At(5, 2, 1)]));

    [Fact]
    public void What_Excel_would_have_to_repair_is_no_formula()
    {
        Assert.NotNull(SumFormula.Of([.. Enumerable.Range(1, 1000).Select(i => new Addend(new CellAddress(2 * i, 1), 1))]));
        Assert.Null(SumFormula.Of([.. Enumerable.Range(1, 2000).Select(i => new Addend(new CellAddress(2 * i, 1), 1))]));
    }
}
