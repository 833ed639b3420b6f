using System.Globalization;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;

namespace Ingest.Tables.Tests;

/// <summary>
/// Whole documents of several producers: every printed amount must stand alone in a cell, beside its
/// name, in the order of the page.
/// </summary>
public abstract class RealPageContract(ITableFinder finder)
{
    protected ITableFinder Finder => finder;

    public static TheoryData<string> Documents => [.. Fixtures.WithExpectedReading];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_amount_is_a_cell_in_the_row_of_its_name(string document) =>
        Assert.Empty(Missing(document, page => page));

    [Theory]
    [InlineData("odd/thin-fills.pdf", GridEvidence.Ruled)]
    [InlineData("odd/character-wise.pdf", GridEvidence.Ruled)]
    [InlineData("odd/baselines.pdf", GridEvidence.Ruled)]
    [InlineData("odd/watermark-and-seal.pdf", GridEvidence.Ruled)]
    [InlineData("odd/sideways.pdf", GridEvidence.Ruled)]
    [InlineData("odd/rotate-270.pdf", GridEvidence.Ruled)]
    public void One_table_is_read_alike_however_it_is_drawn(string file, GridEvidence evidence)
    {
        Grid grid = Assert.Single(finder.Find(Assert.Single(Fixtures.Pages(file))).Grids);

        Assert.Equal(evidence, grid.Evidence);
        Assert.Equal(
            [
                "科目[1x4] | 支出预算[1x3]",
                "功能分类科目编码[1x3] | 功能分类科目名称[2x1] | 合计[2x1] | 基本支出[2x1] | 项目支出[2x1]",
                "类 | 款 | 项",
                "※ | ※ | ※ | ※ | 1 | 2 | 3",
                "· | · | · | 总计 | 534.24 | 159.24 | 375.00",
                "201 | · | · | 一般公共服务支出 | 499.92 | 124.92 | 375.00",
                "201 | 03 | · | 政府办公厅（室）及相关机构事务 | 499.92 | 124.92 | 375.00",
                "201 | 03 | 01 | 行政运行 | 499.92 | 124.92 | 375.00",
                "208 | · | · | 社会保障和就业支出 | 12.92 | 12.92 | ·",
            ],
            Printed.Rows(grid).Take(9));
        Assert.Equal("221 | 02 | 01 | 住房公积金 | 9.69 | 9.69 | ·", Printed.Rows(grid)[^1]);
    }

    [Fact]
    public void Words_and_contents_of_a_document_are_no_tables()
    {
        List<Page> pages = Fixtures.Pages("seed-writer");

        // Cover, contents and duties; the sentences of the third part after the tables.
        Assert.All(pages.Take(4).Concat(pages.Skip(15).Take(3)), page => Assert.Empty(finder.Find(page).Grids));
    }

    /// <summary>Rows whose name and amounts are not in one row of a grid, below the row found before.</summary>
    private protected List<PrintedRow> Missing(string document, Func<Page, Page> change)
    {
        List<GridCell[]> printed = [.. Fixtures.Pages(document)
            .SelectMany(page => finder.Find(change(page)).Grids)
            .SelectMany(grid => grid.Cells.GroupBy(cell => cell.Row).Select(row => row.ToArray()))];
        Dictionary<(string, string?), int> next = [];
        List<PrintedRow> missing = [];
        foreach (PrintedRow row in Fixtures.Rows(document))
        {
            int found = printed.FindIndex(next.GetValueOrDefault((row.Statement, row.Side)), cells => Holds(cells, row));
            if (found < 0)
                missing.Add(row);
            else
                next[(row.Statement, row.Side)] = found + 1;
        }

        return missing;
    }

    private static bool Holds(GridCell[] cells, PrintedRow row)
    {
        int matched = 0;
        foreach (GridCell cell in cells)
        {
            if (matched < row.Amounts.Length
                && decimal.TryParse(cell.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount)
                && amount == row.Amounts[matched])
            {
                matched++;
            }
        }

        return matched == row.Amounts.Length && string.Concat(cells.Select(cell => cell.Text)).Contains(row.Name, StringComparison.Ordinal);
    }
}
