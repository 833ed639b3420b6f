using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Core.Layouts;
using Ingest.Core.Statements.Forms;

namespace Ingest.Core.Tests.Statements;

public class StatementFormTests
{
    [Fact]
    public void A_form_names_the_amounts_of_its_rows()
    {
        var form = (ExpenditureByFunction)StatementForm.Of(Reading.Single(new DrawnPage(1)
            .Text("部门支出总体情况表").Text("单位：万元").Table(FormHeads.T03 + "201|||一般公共服务支出|499.92|124.92|")));
        ExpenditureByFunctionLine line = Assert.Single(form.Rows);

        Assert.Equal(("201", "一般公共服务支出", 499.92m, 124.92m, null), (line.Code, line.Name, line.Total, line.Basic, line.Project));
        Assert.Equal(AmountUnit.TenThousand, form.Unit);
    }

    [Fact]
    public void Two_sided_forms_part_their_sides()
    {
        var form = RevenueAndExpenditureSummary.From(Reading.Single(new DrawnPage(1)
            .Text("部门收支总体情况表").Text("单位：万元").Table(FormHeads.T01 + "一、本年收入|3.00|201 一般公共服务支出|2.00\n||203 国防支出|1.00")));

        Assert.Equal(3.00m, Assert.Single(form.Income).Total);
        Assert.Equal([2.00m, 1.00m], form.Expenditure.Select(line => line.Total));
    }

    [Fact]
    public void A_form_refuses_another_statement()
    {
        Assert.Throws<ArgumentException>(() => RevenueSummary.From(Empty("T03")));
    }

    [Fact]
    public void Every_statement_of_every_layout_has_a_form_with_a_name_for_each_key()
    {
        foreach (StatementLayout layout in LayoutCatalog.Embedded.Layouts.Where(layout => !layout.Fallback).SelectMany(layout => layout.Statements))
        {
            var row = new StatementRow { Name = "", Page = 1, Box = default, Cells = [], Side = layout.Sides[0].Side };
            StatementForm form = StatementForm.Of(Empty(layout.Id) with { Rows = [row] });
            foreach (SideLayout side in layout.Sides)
                foreach (ColumnLayout column in side.Columns)
                    Assert.True(Named(form).Contains(column.Key, StringComparer.OrdinalIgnoreCase), $"{layout.Id} {column.Key}");
        }
    }

    /// <summary>Names of the amounts that the lines of a form have, a pair of budget and final ones as two.</summary>
    private static HashSet<string> Named(StatementForm form) =>
    [
        .. form.GetType().GetProperties()
            .Where(property => property.PropertyType.IsGenericType)
            .SelectMany(property => property.PropertyType.GetGenericArguments()[0].GetProperties())
            .SelectMany(property => property.PropertyType == typeof(BudgetAndFinal) ? [property.Name + "Budget", property.Name + "Final"] : (string[])[property.Name]),
    ];

    private static Statement Empty(string id) => new() { Id = id, Title = "", Pages = [1], Columns = [], Rows = [] };
}
