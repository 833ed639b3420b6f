using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

public sealed class ContentsRuleTests
{
    private static readonly ContentsEntry[] _entries =
    [
        new("第二部分2024年部门预算公开表", 2, default, []),
        .. Samples.Seed.Statements.Select((table, i) => new ContentsEntry($"{i + 1}.{table.Title}", 2, default, [5 + i])),
    ];

    [Fact]
    public void A_group_whose_tables_are_there_need_not_be_printed()
    {
        Assert.Empty(Findings(_entries));
    }

    [Fact]
    public void A_table_that_is_listed_and_not_printed_is_odd()
    {
        Finding finding = Assert.Single(Findings([.. _entries, new("12.政府采购预算表", 2, default, [])]));

        Assert.Equal((Severity.Warning, false), (finding.Severity, finding.ExtractionInDoubt));
        Assert.Equal("目录列有“12.政府采购预算表”，正文中没有找到这张表（STR-02）", finding.Message);
        Assert.Equal(("contents", 2), (finding.Cells[0].Statement, finding.Cells[0].Page));
    }

    [Fact]
    public void It_is_no_accusation_where_a_table_of_the_document_could_not_be_read()
    {
        BudgetDocument document = Listed([.. _entries, new("12.政府采购预算表", 2, default, [])]) with
        {
            Unbound = [new UnboundTable(null, 17, default, [["项目", "金额"]])],
        };

        Finding finding = Assert.Single(Findings(document));

        Assert.Equal((Severity.Warning, true), (finding.Severity, finding.ExtractionInDoubt));
    }

    [Fact]
    public void Nor_where_a_table_was_read_without_its_title()
    {
        BudgetDocument document = Listed([.. _entries[..3], _entries[3] with { PrintedOn = [] }, .. _entries[4..]]).Change("T03", table => table with { Title = "" });

        Assert.All(Findings(document), finding => Assert.Equal(Severity.Warning, finding.Severity));
        Assert.Contains(Findings(document), finding => finding.Message.Contains("部门支出总体情况表", StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_that_are_not_printed_are_one_warning()
    {
        ContentsEntry[] headings = [new("一、主要职能", 2, default, []), new("二、机构设置", 2, default, []), new("三、人员情况", 2, default, [])];

        Finding finding = Assert.Single(Findings([.. headings, .. _entries]));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(3, finding.Cells.Length);
    }

    [Fact]
    public void A_list_without_tables_misses_none()
    {
        Assert.Empty(Findings([new("第三部分2024年部门预算情况说明", 2, default, [20])]));
    }

    [Fact]
    public void A_document_without_contents_gives_the_rule_no_object()
    {
        RuleTally tally = Reconcile(Samples.Seed).Coverage!.Rules.Single(tally => tally.Rule == "STR-02");

        Assert.Equal((0, 1, 0), (tally.NotAssessable, tally.NotApplicable, tally.Inconsistent));
    }

    private static Finding[] Findings(ContentsEntry[] contents) => Findings(Listed(contents));

    private static Finding[] Findings(BudgetDocument document) =>
        [.. Reconcile(document).Findings.Where(finding => finding.Rule == "STR-02")];

    private static BudgetDocument Listed(ContentsEntry[] contents) => Samples.Seed with { Contents = [.. contents] };

    private static BudgetDocument Reconcile(BudgetDocument document) =>
        Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None);
}
