using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

/// <summary>What the forms of other provinces print differently is no mistake, and a mistake in them is still found.</summary>
public sealed class OtherFormTests
{
    [Theory]
    [InlineData("36.00", 0)]
    [InlineData("37.00", 1)]
    public void A_total_adds_a_subtotal_or_its_parts_never_both(string otherIncome, int inconsistent)
    {
        RuleTally tally = Tally("T02-row", $"""
            # T02 万元 | total currentSubtotal generalBudget unitFunds businessIncome otherIncome carryover
            - 合计 | 106.00 100.00 40.00 60.00 24.00 {otherIncome} 6.00
            """);

        Assert.Equal((3 - inconsistent, inconsistent), (tally.Consistent, tally.Inconsistent));
    }

    [Theory]
    [InlineData("8.00", 0)]
    [InlineData("9.00", 1)]
    public void Basic_expenditure_beside_its_parts_is_added_once(string operating, int inconsistent)
    {
        RuleTally tally = Tally("T05-row", $"""
            # T05 万元 | total basic basicPersonnel basicOperating project
            - 合计 | 50.00 30.00 22.00 {operating} 20.00
            """);

        Assert.Equal((2 - inconsistent, inconsistent), (tally.Consistent, tally.Inconsistent));
    }

    [Fact]
    public void Income_by_unit_does_not_say_what_money_a_code_is_financed_by()
    {
        RuleTally tally = Tally("X-10", """
            # T02 万元 | total generalBudget businessIncome
            - 合计 | 30.00 20.00 10.00
            - 某某县人民医院 | 30.00 20.00 10.00
            # T03 万元 | total basic project
            210 卫生健康支出 | 30.00 30.00 _
            # T05 万元 | total basic project
            210 卫生健康支出 | 20.00 20.00 _
            # T08 万元 !无 | total
            # T09 万元 !无 | total
            """);

        Assert.Equal(0, tally.Inconsistent);
        Assert.Contains("T02 未按功能科目列示", tally.Missing);
    }

    [Fact]
    public void Other_money_and_its_parts_finance_a_code_once()
    {
        Assert.Equal(0, Tally("X-10", """
            # T02 万元 | total generalBudget unitFunds businessIncome
            210 卫生健康支出 | 30.00 20.00 10.00 10.00
            # T03 万元 | total
            210 卫生健康支出 | 30.00
            # T05 万元 | total
            210 卫生健康支出 | 20.00
            # T08 万元 !无 | total
            # T09 万元 !无 | total
            """).Inconsistent);
    }

    [Theory]
    [InlineData("X-09", "T02")]
    [InlineData("X-14", "T07")]
    public void A_table_without_codes_does_not_say_that_nothing_is_spent_on_a_code(string rule, string table)
    {
        RuleTally tally = Tally(rule, """
            # T02 万元 | total generalBudget
            - 合计 | 30.00 30.00
            - 某某县人民医院 | 30.00 30.00
            # T03 万元 | total basic project
            210 卫生健康支出 | 30.00 10.00 20.00
            # T05 万元 | total basic project
            210 卫生健康支出 | 30.00 10.00 20.00
            # T07 万元 | total
            - 合计 | 20.00
            - 设备购置 | 20.00
            """);

        Assert.Equal((0, 0), (tally.Consistent, tally.Inconsistent));
        Assert.Equal($"{table} 未按功能科目列示", Assert.Single(tally.Missing));
    }

    /// <summary>Nothing is there twice, no row is the code's as a whole; units and the total still have to add up.</summary>
    [Theory]
    [InlineData("90.00", 0)]
    [InlineData("91.00", 1)]
    public void Accounts_may_be_listed_unit_by_unit(string pensions, int inconsistent)
    {
        string document = $"""
            # T02 万元 | total generalBudget
            2050101 行政运行 | 1100.00 1100.00
            2080505 养老保险缴费支出 | 130.00 130.00
            # T03 万元 | total basic project
            - 合计 | 1230.00 1110.00 120.00
            - 某某市教育局机关 | 340.00 340.00 _
            2050101 行政运行 | 300.00 300.00 _
            2080505 养老保险缴费支出 | 40.00 40.00 _
            - 某某市第一中学 | 890.00 770.00 120.00
            2050204 高中教育 | 800.00 680.00 120.00
            2080505 养老保险缴费支出 | 90.00 {pensions} _
            """;

        Assert.Equal(0, Tally("STR-05", document).Inconsistent);
        Assert.Equal("T03 按单位分别列示科目", Assert.Single(Tally("X-09", document).Missing));
        // Three sums in three columns, one of which is blank with its parts.
        RuleTally tree = Tally("T03-tree", document);
        Assert.Equal((8 - inconsistent, inconsistent), (tree.Consistent, tree.Inconsistent));
    }

    [Theory]
    [InlineData("- 教育支出", "20502 普通教育", 0)]
    [InlineData("205 教育支出", "- 普通教育", 0)]
    [InlineData("- 教育支出", "- 普通教育", 0)]
    [InlineData("205 教育支出", null, 1)]
    [InlineData(null, "20502 普通教育", 1)]
    public void A_row_that_stands_in_the_place_of_a_parent_without_its_code_is_there(string? parent, string? section, int inconsistent)
    {
        string[] lines =
        [
            "# T05 万元 | total", "- 合计 | 30.00",
            "201 一般公共服务支出 | 20.00", "20103 政府办公厅（室）及相关机构事务 | 20.00", "2010301 行政运行 | 20.00",
            .. new[] { parent, section }.OfType<string>().Select(row => row + " | 10.00"),
            "2050201 学前教育 | 10.00",
        ];

        Assert.Equal(inconsistent, Tally("STR-05", string.Join('\n', lines)).Inconsistent);
    }

    [Theory]
    [InlineData("10.00", 0)]
    [InlineData("12.00", 1)]
    public void A_row_without_its_code_is_the_account_that_its_name_is_elsewhere(string education, int inconsistent)
    {
        string document = $"""
            # T03 万元 | total basic project
            - 合计 | 30.00 30.00 _
            201 一般公共服务支出 | 20.00 20.00 _
            20103 政府办公厅（室）及相关机构事务 | 20.00 20.00 _
            2010301 行政运行 | 20.00 20.00 _
            205 教育支出 | 10.00 10.00 _
            20502 普通教育 | 10.00 10.00 _
            2050201 学前教育 | 10.00 10.00 _
            # T05 万元 | total basic project
            - 合计 | 30.00 30.00 _
            201 一般公共服务支出 | 20.00 20.00 _
            20103 政府办公厅（室）及相关机构事务 | 20.00 20.00 _
            2010301 行政运行 | 20.00 20.00 _
            - 教育支出 | {education} {education} _
            20502 普通教育 | 10.00 10.00 _
            2050201 学前教育 | 10.00 10.00 _
            # T08 万元 !无 | total
            # T09 万元 !无 | total
            """;

        Assert.Equal(inconsistent, Math.Min(1, Tally("X-10", document).Inconsistent));
        Assert.Equal(inconsistent, Math.Min(1, Tally("T05-tree", document).Inconsistent));
        Assert.Equal(0, Tally("STR-05", document).Inconsistent);
    }

    [Theory]
    [InlineData("20.00", 0)]
    [InlineData("21.00", 1)]
    public void Classes_may_stand_without_numbers(string education, int inconsistent)
    {
        RuleTally tally = Tally("X-06", $"""
            # T04 万元 | i:total e:total e:generalBudget
            i:- 一般公共预算 | 30.00
            e:- 教育支出 | {education} {education}
            e:- 住房保障支出 | 10.00 10.00
            # T05 万元 | total
            205 教育支出 | 20.00
            221 住房保障支出 | 10.00
            """);

        Assert.Equal(inconsistent, tally.Inconsistent);
    }

    [Fact]
    public void A_list_by_kind_of_expenditure_has_no_classes_to_compare()
    {
        RuleTally tally = Tally("X-04", List("6.00"));

        Assert.Equal(0, tally.Inconsistent);
        Assert.True(tally.NotAssessable > 0);
    }

    [Theory]
    [InlineData("6.00", 0)]
    [InlineData("7.00", 1)]
    public void A_numbered_list_adds_up_like_the_sides_of_the_summary(string goods, int inconsistent) =>
        Assert.Equal(inconsistent, Tally("T03-tree", List(goods)).Inconsistent);

    [Theory]
    [InlineData("- 某某县人民医院 | 30.00 20.00", 0)]
    [InlineData("- 某某县人民医院 | 30.00 21.00", 1)]
    [InlineData("- 某某县卫生健康局 | 30.00 20.00\n- 某某县卫生健康局本级 | 12.00 2.00\n- 某某县人民医院 | 18.00 18.00", 0)]
    public void Units_are_added_up_unless_a_department_stands_above_them(string units, int inconsistent)
    {
        RuleTally tally = Tally("T02-tree", "# T02 万元 | total generalBudget\n- 合计 | 30.00 20.00\n" + units);

        Assert.Equal(inconsistent, tally.Inconsistent);
    }

    [Fact]
    public void Shares_are_not_added_up()
    {
        Assert.Equal(0, Tally("T05-tree", """
            # T05 万元 | total change 增减%
            - 合计 | 30.00 5.00 20.00
            205 教育支出 | 20.00 4.00 25.00
            221 住房保障支出 | 10.00 1.00 11.11
            """).Inconsistent);
    }

    [Fact]
    public void A_table_whose_rows_could_not_be_read_is_not_taken_for_empty()
    {
        BudgetDocument draft = Draft.Of("""
            # T04 万元 | i:total e:total e:generalBudget
            i:- 一般公共预算 | 20.00
            e:- 一、教育支出 | 20.00 20.00
            # T05 万元 | total
            """);
        BudgetDocument leftOut = draft with
        {
            Statements = [draft.Statements[0], draft.Statements[1] with { Doubts = [new ExtractionDoubt("left-out-rows", Phrase.Same("…"), null, null, 1, default)] }],
        };

        Assert.Equal(1, Tally("X-06", draft).Inconsistent);
        Assert.Equal(0, Tally("X-06", leftOut).Inconsistent);
        Assert.True(Tally("X-06", leftOut).NotAssessable > 0);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(1, true)]
    public void A_row_that_seems_to_be_missing_is_in_doubt_where_one_was_misread(int? doubted, bool inDoubt)
    {
        BudgetDocument draft = Draft.Of("""
            # T01 万元 | i:total e:total
            e:- 一、教育支出 | 20.00
            e:- 二、农林水支出 | 5.00
            # T03 万元 | total
            205 教育支出 | 20.00
            213 农林水支出 | 5.00
            221 住房保障支出 | 10.00
            """);
        if (doubted is { } row)
            draft = draft with
            {
                Statements = [draft.Statements[0] with { Doubts = [new ExtractionDoubt("number-in-name", Phrase.Same("…"), null, row, 1, default)] }, draft.Statements[1]],
            };

        Finding finding = Reconcile(draft).Findings.First(finding => finding.Relations.Any(relation => relation.Rule == "X-04"));

        Assert.Equal(inDoubt, finding.ExtractionInDoubt);
    }

    [Fact]
    public void A_side_that_prints_no_amounts_misses_no_class()
    {
        // Cut off by the page, the amounts of the expenditure have no column.
        Assert.Equal(0, Tally("X-04", """
            # T01 万元 | i:total
            i:- 收入总计 | 20.00
            e:- 一、教育支出 |
            e:- 二、农林水支出 |
            # T03 万元 | total
            205 教育支出 | 20.00
            """).Inconsistent);
    }

    [Theory]
    [InlineData("i:total", "", 0)]
    [InlineData("i:total e:total", " 6.00", 1)]
    public void A_class_whose_side_prints_no_amounts_is_not_said_to_be_nothing(string columns, string farming, int inconsistent) =>
        Assert.Equal(inconsistent, Tally("X-05", $"""
            # T01 万元 | {columns}
            i:- 收入总计 | 33.00
            e:- 一、农林水支出 |{farming}
            # T02 万元 | total generalBudget
            - 合计 | 33.00 33.00
            # T04 万元 | i:total e:total e:generalBudget
            i:- 收入总计 | 33.00
            e:- 一、农林水支出 | 7.00 7.00
            """).Inconsistent);

    [Theory]
    [InlineData("-0.03", "-0.03", 0)]
    [InlineData("0.47", "-0.03", 0)]
    [InlineData("-0.03", "12.00", 0)]
    [InlineData("0.03", "12.00", 1)]
    public void Money_paid_back_has_no_order_of_magnitude(string expenses, string vehicles, int inconsistent) =>
        Assert.Equal(inconsistent, Tally("X-25", $"""
            # T06 万元 | total operating
            - 合计 | 80.00 20.00
            30231 公务用车运行维护费 | {vehicles} {vehicles}
            # T10 万元 | total
            - 合计 | {expenses}
            """).Inconsistent);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Money_of_a_column_that_may_not_have_been_read_is_not_missed(bool cutOff)
    {
        BudgetDocument draft = Draft.Of("""
            # T02 万元 | total generalBudget
            210 卫生健康支出 | 30.00 20.00
            # T03 万元 | total
            210 卫生健康支出 | 30.00
            # T05 万元 | total
            210 卫生健康支出 | 20.00
            # T08 万元 !无 | total
            # T09 万元 !无 | total
            """);
        if (cutOff)
            draft = draft with
            {
                Statements = [draft.Statements[0] with { Doubts = [new ExtractionDoubt("cut-off", Phrase.Same("…"), null, null, 1, default)] }, .. draft.Statements[1..]],
            };

        Finding finding = Reconcile(draft).Findings.First(finding => finding.Relations.Any(relation => relation.Rule == "X-10"));

        Assert.Equal(cutOff, finding.ExtractionInDoubt);
    }

    private static string List(string goods) => $"""
        # T01 万元 | i:total e:total
        i:- 收入总计 | 30.00
        e:- 一、教育支出 | 30.00
        e:- 支出总计 | 30.00
        # T03 万元 | total
        - 一、基本支出 | 26.00
        - 工资福利支出 | 20.00
        - 商品和服务支出 | {goods}
        - 二、项目支出 | 4.00
        - 本年支出合计 | 30.00
        - 三、结转下年 | _
        - 支出总计 | 30.00
        """;

    [Theory]
    [InlineData("6.00", 0)]
    [InlineData("7.00", 1)]
    public void Lists_beside_each_other_that_print_their_totals_each_are_added_up_each(string basic, int inconsistent)
    {
        // 功能分类 with 预备费, a function here, and 支出用途: both close with 当年支出小计, 结转下年资金 and 支出合计.
        BudgetDocument draft = Draft.Of($"""
            # T01 万元 | e:total
            e:- 一、外交支出 | 4.00
            e:- 二、国防支出 | 5.00
            e:- 三、预备费 | _
            e:- 当年支出小计 | 9.00
            e:- 结转下年资金 | 1.00
            e:- 支出合计 | 10.00
            e:- 一、基本支出 | {basic}
            e:- 二、项目支出 | 3.00
            e:- 当年支出小计 | 9.00
            e:- 结转下年资金 | 1.00
            e:- 支出合计 | 10.00
            """);
        Statement statement = draft.Statements[0];
        RuleTally tally = Tally("T01-08", draft with
        {
            Statements = [statement with { Rows = [.. statement.Rows.Select((row, i) => row with { List = i < 6 ? "功能分类" : "支出用途" })] }],
        });

        Assert.Equal((4 - inconsistent, inconsistent), (tally.Consistent, tally.Inconsistent));
    }

    private static RuleTally Tally(string rule, string draft) => Tally(rule, Draft.Of(draft));

    private static RuleTally Tally(string rule, BudgetDocument draft) => Reconcile(draft).Coverage!.Rules.Single(tally => tally.Rule == rule);

    private static BudgetDocument Reconcile(BudgetDocument draft) => Reconciler.Reconcile(draft, ReconciliationOptions.Default, CancellationToken.None);
}
