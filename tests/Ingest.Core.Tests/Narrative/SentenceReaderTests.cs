using Ingest.Contract.Documents;
using Ingest.Core.Narrative;

namespace Ingest.Core.Tests.Narrative;

public class SentenceReaderTests
{
    /// <summary>A sentence and, one by one, what it states.</summary>
    public static TheoryData<string, string[]> Sentences => new()
    {
        { "收支总预算 534.24 万元。", ["收支总预算 534.24万元"] },
        { "某某市数据局２０２４年支出预算１，２３４．５０万元。", ["支出预算 1234.50万元"] },
        { "2024年，某某市数据局收入预算37,151.47万元。", ["收入预算 37151.47万元"] },
        {
            "一般公共预算534.24万元，占100.00%，比上年预算增加12.00万元，增长2.30%，主要原因是2024年新增1辆公务用车、5万元以上设备。",
            ["一般公共预算 534.24万元", "一般公共预算 占100.00%", "一般公共预算 +12.00万元", "一般公共预算 +2.30%", "*一般公共预算 +1辆"]
        },
        { "基本支出1330.67万元，与上年预算持平。", ["基本支出 1330.67万元", "基本支出 ="] },
        {
            "与2023年度相比，收入支出总计减少56.95万元，下降1.87%。",
            ["收入支出总计 -56.95万元", "收入支出总计 -1.87%"]
        },
        {
            "支出预算10.00万元，其中：财政拨款支出预算8.00万元，比2024年预算减少1.50万元；事业支出2万元。",
            ["支出预算 10.00万元", "支出预算>财政拨款支出预算 8.00万元", "支出预算>财政拨款支出预算 -1.50万元", "支出预算>事业支出 2万元"]
        },
        {
            "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：2024年预算数为499.92万元，比上年预算增加9.92万元。",
            ["一般公共服务支出>政府办公厅（室）及相关机构事务>行政运行 499.92万元", "一般公共服务支出>政府办公厅（室）及相关机构事务>行政运行 +9.92万元"]
        },
        {
            "2. “住房保障支出（类)住房改革支出（款)购房补贴（项）”148.80万元，主要用于机关人员每月房贴支出。",
            ["住房保障支出>住房改革支出>购房补贴 148.80万元", "住房保障支出>住房改革支出>购房补贴 用于机关人员每月房贴支出"]
        },
        {
            "3.“一般公共服务支出-政府办公厅（室）及相关机构事务-事业运行”科目1,202.95万元，主要用于基本支出。",
            ["一般公共服务支出>政府办公厅（室）及相关机构事务>事业运行 1202.95万元", "一般公共服务支出>政府办公厅（室）及相关机构事务>事业运行 用于基本支出"]
        },
        { "4.“教育支出”科目12,789万元。", ["教育支出 12789万元"] },
        {
            "1、一般公共服务支出（类）财政事务（款）行政运行（项）。主要用于：人员经费等的基本支出。年初预算为 1560.05 万元，支出决算为1511.89万元，完成年初预算的96.91%。",
            [
                "一般公共服务支出>财政事务>行政运行 用于人员经费等的基本支出", "一般公共服务支出>财政事务>行政运行>年初预算 1560.05万元", "一般公共服务支出>财政事务>行政运行>支出决算 1511.89万元",
                "一般公共服务支出>财政事务>行政运行>支出决算 年初预算 占96.91%",
            ]
        },
        {
            "一般公共预算财政拨款支出2940.05万元，占本年支出合计的100.00%。",
            ["一般公共预算财政拨款支出 2940.05万元", "一般公共预算财政拨款支出 本年支出合计 占100.00%"]
        },
        {
            "2024年度“三公”经费支出12.50万元，其中：因公出国（境）费支出决算持平；公务接待费减少0.50万元，下降3.85%。",
            ["“三公”经费支出 12.50万元", "“三公”经费支出>因公出国（境）费>支出决算 =", "“三公”经费支出>公务接待费 -0.50万元", "“三公”经费支出>公务接待费 -3.85%"]
        },
        {
            "某某市数据局编制数53，实有人数6人，其中：在职6人，增加2人；退休0人，减少1人。",
            ["编制数 53", "实有人数 6人", "实有人数>在职 6人", "实有人数>在职 +2人", "实有人数>退休 0人", "实有人数>退休 -1人"]
        },
        {
            "2.车辆5辆，价值82.09万元；其中：一般公务用车5辆，价值82.09万元；其他车辆0辆，价值0.00万元。",
            ["车辆 5辆", "车辆>价值 82.09万元", "车辆>一般公务用车 5辆", "车辆>一般公务用车>价值 82.09万元", "车辆>其他车辆 0辆", "车辆>其他车辆>价值 0.00万元"]
        },
        {
            "截至2024年8月31日，某某市数据局共有车辆8辆，其中：执法执勤用车0辆、其他用车8辆；单价100万元（含）以上设备（不含车辆）2台（套）。",
            ["车辆 8辆", "车辆>执法执勤用车 0辆", "车辆>其他用车 8辆", "单价100万元（含）以上设备（不含车辆） 2台（套）"]
        },
        { "下设9个处室，分别是：办公室、财务处（审计处）。", ["下设>处室 9个", "下设>处室 ：办公室、财务处（审计处）"] },
        { "人员经费118.60万元，主要包括：基本工资、维修（护）费、奖金等支出。", ["人员经费 118.60万元", "人员经费 ：基本工资、维修（护）费、奖金"] },
        { "收入预算包括：一般公共预算拨款5.00万元、政府性基金预算拨款2.00万元。", ["收入预算>一般公共预算拨款 5.00万元", "收入预算>政府性基金预算拨款 2.00万元"] },
        { "政府性基金预算未安排。", ["政府性基金预算 无"] },
        {
            "某某市数据局2024年没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。",
            ["政府性基金预算拨款安排的支出 无", "政府性基金预算支出情况表 无"]
        },
        { "2025年度项目总预算1720.00万，其中专精特新认定1720.00万。", ["项目总预算 1720.00万元", "项目总预算>专精特新认定 1720.00万元"] },
        { "政府采购预算约38.20万元。", ["*政府采购预算 38.20万元"] },
        { "收入包括：一般公共预算拨款收入5,000万元；支出包括：教育支出4,000万元。", ["收入>一般公共预算拨款收入 5000万元", "支出>教育支出 4000万元"] },
        {
            "项目支出3086.43万元，占支出总额的56.82%，降低0.4个百分点。",
            ["项目支出 3086.43万元", "项目支出 支出总额 占56.82%", "项目支出 -0.4个百分点"]
        },
        {
            "收入总计434.72万元，其中：本年收入合计434.16万元。支出总计434.72万元，与上年相同。",
            ["收入总计 434.72万元", "收入总计>本年收入 434.16万元", "支出总计 434.72万元", "支出总计 ="]
        },
        {
            "培训费支出195.09万元，比2016年的169.88万元增加25.21万元，增长14.8%。",
            ["培训费支出 195.09万元", "培训费支出 比169.88万元", "培训费支出 +25.21万元", "培训费支出 +14.8%"]
        },
        {
            "部门支出预算安排与2016年度相比（2016年度部门支出预算安排为8,648.07万元），增加498.72万元，增长5.77%。",
            ["部门支出预算安排 比8648.07万元", "部门支出预算安排 +498.72万元", "部门支出预算安排 +5.77%"]
        },
        { "公务接待费116.5万元，本年数小于上年预算数40.05万元，零增长。", ["公务接待费 116.5万元", "公务接待费 -40.05万元", "公务接待费 ="] },
        { "支出决算为1150.00万元，决算数大于预算数的主要原因是人员增加。", ["支出决算 1150.00万元", "支出决算 +"] },
        { "单位预留机动经费2388.04万元，与上年相比增加2247.84万元，增长16倍。", ["单位预留机动经费 2388.04万元", "单位预留机动经费 +2247.84万元", "单位预留机动经费 +16倍"] },
        { "某某市数据局2018年度财政拨款收、支总预算100.00万元，与上年相比收、支总计各增加8.00万元。", ["财政拨款收、支总预算 100.00万元", "收、支总计 +8.00万元"] },
        { "收入预算总计50.00万元，安排数应与《收支预算总表》收入数一致。", ["收入预算总计 50.00万元"] },
        { "年末净资产为-3.50万元。", ["年末净资产 -3.50万元"] },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_states_its_facts(string sentence, string[] facts) =>
        Assert.Equal(facts, Facts.Read(sentence).All().Select(fact => fact.Short()));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void No_number_of_a_known_form_is_left_unread(string sentence, string[] facts)
    {
        Assert.NotEmpty(facts);
        Assert.Empty(Facts.Read(sentence).Unread());
    }

    [Theory]
    [InlineData("1.教育支出（类）教育管理事务（款）行政运行（项）。主要用于：局本部人员经费等基本支出。年初预算为10.00万元。", "局本部人员经费等基本支出")]
    [InlineData("1. “教育支出-教育管理事务-行政运行”科目10万元，主要用于行政单位的基本支出。", "行政单位的基本支出")]
    [InlineData("教育支出（类）教育管理事务（款）行政运行（项）10万元，用于购置2台设备，以及维护。", "购置2台设备，以及维护")]
    public void What_an_account_is_for_is_kept_with_its_path(string sentence, string purpose)
    {
        NarrativeFact fact = Assert.Single(Facts.Read(sentence).All(), fact => fact.Kind == FactKind.Purpose);
        Assert.Equal("教育支出>教育管理事务>行政运行", string.Join('>', fact.Subject));
        Assert.Equal(purpose, fact.Text);
    }

    [Theory]
    [InlineData("支出预算10万元，主要用于以下方面：教育支出（类）4万元。")]
    [InlineData("项目支出10万元，主要用于购置设备。")]
    public void Without_an_account_no_purpose_is_kept(string sentence) =>
        Assert.DoesNotContain(Facts.Read(sentence).All(), fact => fact.Kind == FactKind.Purpose);

    [Theory]
    [InlineData("分别安排基本支出3万元、5万元。", "3万元", "5万元")]
    [InlineData("资金支付率95%。", "95%")]
    [InlineData("培训人员3-5人次。", "3", "5人次")]
    [InlineData("由2023年的120万元增至目标水平。", "120万元")]
    [InlineData("项目代号 77 已结束。", "77")]
    public void A_number_no_form_explains_stays_unread(string sentence, params string[] numbers)
    {
        NarrativeText text = Facts.Read(sentence);
        Assert.Equal(numbers, text.Unread());
        Assert.DoesNotContain(text.All(), fact => fact.Value is not null);
    }

    [Theory]
    [InlineData("按照2023—2025年规划和2024年1月至2024年12月安排执行。")]
    [InlineData("依据《关于印发〈2022年方案〉的通知》（新党办发[2022]34号）和财预〔2016〕143号文件办理。")]
    [InlineData("联系电话0991-2345678，手机13999202837。")]
    [InlineData("单位价值50万元以上设备、单价100万元（含）以上设备不得超过20%。")]
    [InlineData("（一）落实“1+6+N”要求，推进5G和12345热线建设，见表3和附件2。")]
    [InlineData("2024-03-01印发，第3季度执行。")]
    public void Years_documents_telephones_thresholds_and_names_are_no_numbers(string sentence)
    {
        NarrativeText text = Facts.Read(sentence);
        Assert.Empty(text.Unread());
        Assert.DoesNotContain(text.All(), fact => fact.Value is not null);
    }

    [Fact]
    public void Parts_announced_at_the_end_of_a_paragraph_belong_to_its_whole()
    {
        NarrativeText text = Facts.Read(
            "三、关于某某市数据局2024年支出预算情况说明", "　　某某市数据局2024年支出预算10.00万元，其中：", "　　基本支出4.00万元，占40.00%。", "　　项目支出6.00万元。");
        Assert.Equal(
            ["支出预算 10.00万元", "支出预算>基本支出 4.00万元", "支出预算>基本支出 占40.00%", "支出预算>项目支出 6.00万元"],
            text.All().Select(fact => fact.Short()));
    }

    /// <summary>（二） is beside （一）, not among its parts; 项 belongs to the 款 and 类 above it.</summary>
    [Fact]
    public void Numbered_sentences_and_accounts_stand_below_those_above_them()
    {
        NarrativeText text = Facts.Read(
            "一、收支预算情况说明", "　　2018年度收支预算总计30.00万元。其中：", "　　（一）收入预算总计30.00万元。包括：", "　　1．财政拨款收入预算29.00万元。",
            "　　（二）支出预算总计30.00万元。包括：", "　　（一）公共安全支出（类）", "　　检察（款）：2018年预算支出合计20.00万元。其中：", "　　1．行政运行（项）支出15.00万元。");
        Assert.Equal(
            [
                "收支预算总计 30.00万元", "收支预算总计>收入预算总计 30.00万元", "收支预算总计>收入预算总计>财政拨款收入预算 29.00万元",
                "收支预算总计>支出预算总计 30.00万元", "公共安全支出>检察 20.00万元", "公共安全支出>检察>行政运行 15.00万元",
            ],
            text.All().Select(fact => fact.Short()));
    }

    [Fact]
    public void A_heading_that_ran_into_the_text_is_a_heading()
    {
        NarrativeText text = Facts.Read("　　十、一般公共预算机关运行经费支出预算情况说明2018年机关运行经费2.50万元。");
        Assert.Equal(("十、一般公共预算机关运行经费支出预算情况说明", "机关运行经费 2.50万元"), (text.Sections[0].Heading, Assert.Single(text.All()).Short()));
    }

    [Fact]
    public void A_project_named_on_its_own_line_bears_the_lines_below_it()
    {
        NarrativeText text = Facts.Read("　　项目名称：土地变更调查", "　　预算安排规模： 170.61 万元", "　　项目承担单位：某局");
        Assert.Equal(["土地变更调查>预算安排规模 170.61万元"], text.All().Select(fact => fact.Short()));
    }

    [Fact]
    public void Lack_of_a_prior_year_is_said_of_the_amount_before()
    {
        NarrativeText text = Facts.Read("　　项目支出375.00万元，比上年预算增加375.00万元。主要原因是：我单位为2023年5月新成立单位，无上年预算数。");
        Assert.Equal("项目支出>上年预算数 无", text.All().Last().Short());
    }

    [Fact]
    public void A_fact_knows_page_box_and_printed_text()
    {
        NarrativeText text = Facts.Read("　　基本支出 1,159.24 万元。");
        Ingest.Contract.Documents.NarrativeFact fact = Assert.Single(text.All());
        Assert.Equal("1,159.24", fact.Text);
        Assert.Equal(1, fact.Page);
        // Indent of two letters, four letters, half a letter for the two spaces counted on either side.
        Assert.InRange(fact.Box.Left, 60 + 6 * TextPages.Size, 60 + 7 * TextPages.Size);
    }
}
