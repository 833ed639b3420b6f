using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Review.Years;

namespace Ingest.Review.Tests.Years;

public class BodyYearsTests
{
    [Fact]
    public void An_account_is_one_across_years_units_and_new_codes_and_large_changes_come_first()
    {
        BodyYears years = BodyYears.Of(
            [
                Document(2024, AmountUnit.TenThousand, ("2010301", "行政运行", 120.50m), ("2080505", "养老保险", 30m)),
                Document(2023, AmountUnit.Yuan, ("2010301", "行政运行", 1_000_000m), ("2080599", "养老保险", 290_000m)),
            ], "T05");

        Assert.Equal([2023, 2024], years.Documents.Select(document => document.Identity.FiscalYear));
        Assert.Equal(["行政运行", "养老保险"], years.Accounts.Select(account => account.Name));
        AccountYears first = years.Accounts[0], second = years.Accounts[1];
        Assert.Equal([100m, 120.50m], first.Amounts);
        Assert.Equal((20.50m, 20.5m), (first.Change, first.Percent));
        Assert.Equal([29m, 30m], second.Amounts);
        Assert.Equal(["2080599"], second.Names);
    }

    /// <summary>财预〔2017〕98号: the housing fund moved from 30311 to 30113 in 2018, and 30311 became 代缴社会保险费.</summary>
    [Fact]
    public void A_code_that_was_given_to_another_account_joins_the_two_as_little_as_a_new_code_parts_one()
    {
        BodyYears years = BodyYears.Of(
            [
                Document(2017, AmountUnit.TenThousand, ("30311", "住房公积金", 100m), ("210", "医疗卫生与计划生育支出", 5m)),
                Document(2019, AmountUnit.TenThousand, ("30113", "住房公积金", 110m), ("30311", "代缴社会保险费", 3m), ("210", "卫生健康支出", 6m)),
            ], "T05");

        Assert.Equal([("30113", "住房公积金", 100m, 110m), ("210", "卫生健康支出", 5m, 6m), ("30311", "代缴社会保险费", null, 3m)],
            years.Accounts.Select(account => (account.Code!, account.Name, account.Amounts[0], account.Amounts[1])).OrderByDescending(account => account.Item4));
        Assert.Equal(["30311"], years.Accounts.Single(account => account.Name == "住房公积金").Names);
    }

    [Fact]
    public void A_blank_is_no_zero_and_growth_from_nothing_has_no_rate()
    {
        AccountYears account = Assert.Single(BodyYears.Of(
            [Document(2023, AmountUnit.TenThousand, ("201", "一般公共服务", 0m)), Document(2024, AmountUnit.TenThousand, ("201", "一般公共服务", 8m)), Document(2025, AmountUnit.TenThousand, ("201", "一般公共服务", null))], "T05").Accounts);

        Assert.Equal([0m, 8m, null], account.Amounts);
        Assert.Equal((8m, null), (account.Change, account.Percent));
    }

    [Fact]
    public void A_document_published_again_differs_cell_by_cell()
    {
        IReadOnlyList<ChangedFigure> changed = Republication.Between(
            Document(2024, AmountUnit.TenThousand, ("201", "一般公共服务", 5m), ("208", "社会保障", 2m)),
            Document(2024, AmountUnit.TenThousand, ("201", "一般公共服务", 6m), ("210", "卫生健康", 1m)));

        Assert.Equal([("201", 5m, 6m), ("210", null, 1m), ("208", 2m, null)], changed.Select(figure => (figure.Cell.Code, figure.Before, figure.After)));
    }

    private static BudgetDocument Document(int year, AmountUnit unit, params (string Code, string Name, decimal? Amount)[] rows) => new()
    {
        Source = new SourceFile("a.pdf", new string('a', 64), 1, 1, null, false),
        Identity = new Identity { Department = "某某局", FiscalYear = year, Kind = DocumentKind.Budget },
        Statements =
        [
            new Statement
            {
                Id = "T05", Title = "一般公共预算支出情况表", Unit = unit, Pages = [1], Columns = [new StatementColumn("total", ["合计"])],
                Rows = [.. rows.Select(row => new StatementRow { Code = row.Code, Name = row.Name, Page = 1, Box = default, Cells = [new AmountCell("total", row.Amount, row.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", 1, default)] })],
            },
        ],
    };
}
