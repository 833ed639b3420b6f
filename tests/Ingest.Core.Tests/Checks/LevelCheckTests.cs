using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Rules.Levels;

namespace Ingest.Core.Tests.Checks;

/// <summary>A unit's document beside that of its department, both made from Shanghai's form.</summary>
public class LevelCheckTests
{
    private static readonly BudgetDocument _department = As(DocumentLevel.Department, Samples.Shanghai);

    private static readonly BudgetDocument _unit = As(DocumentLevel.Unit, Samples.Shanghai);

    [Fact]
    public void A_department_of_one_unit_has_the_unit_s_figures() =>
        Assert.Empty(LevelCheck.Find(_unit, _department, ReconciliationOptions.Default));

    [Fact]
    public void What_is_more_than_the_department_has_is_one_error_for_a_table()
    {
        BudgetDocument department = _department.Print("T03", "2010301", "basic", 50.00m).Print("T03", "2010301", "total", 50.00m);

        Finding finding = Assert.Single(LevelCheck.Find(_unit, department, ReconciliationOptions.Default));

        // 行政运行: 60.00 in the unit's document, 50.00 in the department's, in 合计 and in 基本支出.
        Assert.Equal((Severity.Error, "L-01"), (finding.Severity, finding.Rule));
        Assert.All(finding.Cells, cell => Assert.Equal(("T03", "2010301", 60.00m), (cell.Statement, cell.Code, cell.Amount)));
        Assert.Equal(2, finding.Cells.Length);
        Assert.Contains("大于同年部门文件", finding.Message, StringComparison.Ordinal);
        Assert.Contains("50.00", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unit_of_the_last_digit_is_rounding() =>
        Assert.Empty(LevelCheck.Find(_unit, _department.Print("T03", "2010301", "total", 59.99m), ReconciliationOptions.Default));

    [Fact]
    public void What_the_department_has_more_of_is_that_of_its_other_units() =>
        Assert.Empty(LevelCheck.Find(_unit.Print("T03", "2010301", "total", 40.00m), _department, ReconciliationOptions.Default));

    [Theory]
    [InlineData("另一局", 2024, DocumentLevel.Department)]
    [InlineData("某局", 2023, DocumentLevel.Department)]
    [InlineData("某局", 2024, DocumentLevel.Unit)]
    public void Documents_that_do_not_go_together_are_not_compared(string name, int year, DocumentLevel level) =>
        Assert.NotNull(LevelCheck.Mismatch(_unit, _department with { Identity = _department.Identity with { Department = name, FiscalYear = year, Level = level } }));

    private static BudgetDocument As(DocumentLevel level, BudgetDocument document) =>
        document with { Identity = document.Identity with { Level = level, FiscalYear = 2024, Department = "某局" } };
}
