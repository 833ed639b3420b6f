using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Store.Review;

namespace Ingest.Store.Tests;

public sealed class FigureSetTests
{
    /// <summary>A table in 万元 with 6.06, −0.01 and a blank, one in 元 with 60600.50.</summary>
    private static readonly BudgetDocument _document = new()
    {
        Source = new SourceFile("a.pdf", "aa", 1, 1, null, false),
        Identity = new Identity(),
        Statements = [Table("T05", AmountUnit.TenThousand, ("2101101", 6.06m), ("21011", -0.01m), ("201", null)), Table("T10", AmountUnit.Yuan, ("30311", 60600.50m))],
    };

    private static readonly FigureSet _figures = FigureSet.Of(_document);

    [Theory]
    [InlineData("6.06", true)]
    [InlineData("6.06万元", true)]
    [InlineData("60,600 元", true)]
    [InlineData("60600.50", true)]
    [InlineData("-0.01", true)]
    [InlineData("100元", true)]
    [InlineData("6.06元", false)]
    [InlineData("6.07", false)]
    [InlineData("210", true)]
    [InlineData("2101101", true)]
    [InlineData("101101", false)]
    [InlineData("2101101万元", false)]
    public void A_document_is_found_by_an_amount_in_its_unit_or_in_yuan_and_by_the_beginning_of_a_code(string asked, bool found) =>
        Assert.Equal(found, FigureQuery.Parse(asked)!.Matches(_figures));

    [Theory]
    [InlineData("财政局")]
    [InlineData("6.06.07")]
    [InlineData("")]
    [InlineData("12 34")]
    [InlineData("9999999999999999999999")]
    public void What_is_neither_amount_nor_code_is_no_question_about_figures(string asked) => Assert.Null(FigureQuery.Parse(asked));

    [Fact]
    public void Every_amount_of_many_is_found_and_no_other()
    {
        var random = new Random(1);
        decimal[] amounts = [.. Enumerable.Range(0, 500).Select(_ => random.Next(1, 100_000_000) / 100m * 2)];
        FigureSet figures = FigureSet.Of(_document with { Statements = [Table("T05", AmountUnit.Yuan, [.. amounts.Select((amount, i) => ($"2{i:000}", (decimal?)amount))])] });

        Assert.All(amounts, amount => Assert.True(figures.HasAnyAmount([(long)(amount * 100)])));
        // All sizes are even numbers of fen.
        Assert.All(amounts, amount => Assert.False(figures.HasAnyAmount([(long)(amount * 100) + 1])));
    }

    private static Statement Table(string id, AmountUnit unit, params (string Code, decimal? Amount)[] rows) => new()
    {
        Id = id, Title = id, Unit = unit, Pages = [1], Columns = [new StatementColumn("total", ["合计"])],
        Rows = [.. rows.Select(row => new StatementRow { Code = row.Code, Name = row.Code, Page = 1, Box = default, Cells = [new AmountCell("total", row.Amount, "", 1, default)] })],
    };
}
