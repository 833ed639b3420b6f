using Ingest.Contract.Documents;

namespace Ingest.Core.Tests.Checks;

/// <summary>Consistent documents to put mistakes into.</summary>
internal static class Samples
{
    /// <summary>Comes first: the fixtures below are read from it.</summary>
    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    /// <summary>The seed budget: one unit, general-budget money only.</summary>
    public static BudgetDocument Seed { get; } = Fixture("seed");

    /// <summary>Several units, 政府性基金, 单位资金 and 上年结转.</summary>
    public static BudgetDocument Funds { get; } = Fixture("pair-2024");

    /// <summary>The older form: no numbers in T01, "三公" as columns.</summary>
    public static BudgetDocument School { get; } = Fixture("xinjiang-2019-school");

    /// <summary>Shanghai's form for a unit: T01 splits expenditure, T10 in 万元 beside tables in 元.</summary>
    public static BudgetDocument Shanghai { get; } = Draft.Of("""
        # T01 元 | i:total e:total e:basicPersonnel e:basicOperating e:project
        i:- 一、财政拨款收入 | 100.00
        e:- 一、一般公共服务支出 | 80.00 40.00 20.00 20.00
        i:- 1.一般公共预算资金 | 100.00
        e:- 二、住房保障支出 | 20.00 20.00 _ _
        i:- 2.政府性基金 | _
        i:- 3.国有资本经营预算 | _
        i:- 二、事业收入 | _
        i:- 三、事业单位经营收入 | _
        i:- 四、其他收入 | _
        i:- 收入总计 | 100.00
        e:- 支出总计 | 100.00 60.00 20.00 20.00
        # T02 元 | total fiscalSubtotal businessIncome operatingIncome otherIncome
        201 一般公共服务支出 | 80.00 80.00 _ _ _
        20103 政府办公厅（室）及相关机构事务 | 80.00 80.00 _ _ _
        2010301 行政运行 | 60.00 60.00 _ _ _
        2010302 一般行政管理事务 | 20.00 20.00 _ _ _
        221 住房保障支出 | 20.00 20.00 _ _ _
        22102 住房改革支出 | 20.00 20.00 _ _ _
        2210201 住房公积金 | 20.00 20.00 _ _ _
        - 合计 | 100.00 100.00 _ _ _
        # T03 元 | total basic project
        201 一般公共服务支出 | 80.00 60.00 20.00
        20103 政府办公厅（室）及相关机构事务 | 80.00 60.00 20.00
        2010301 行政运行 | 60.00 60.00 _
        2010302 一般行政管理事务 | 20.00 _ 20.00
        221 住房保障支出 | 20.00 20.00 _
        22102 住房改革支出 | 20.00 20.00 _
        2210201 住房公积金 | 20.00 20.00 _
        - 合计 | 100.00 80.00 20.00
        # T04 元 | i:total e:total e:generalBudget e:governmentFund e:stateCapital
        i:- 一、一般公共预算资金 | 100.00
        e:- 一、一般公共服务支出 | 80.00 80.00 _ _
        i:- 二、政府性基金 | _
        e:- 二、住房保障支出 | 20.00 20.00 _ _
        i:- 三、国有资本经营预算 | _
        i:- 收入总计 | 100.00
        e:- 支出总计 | 100.00 100.00 _ _
        # T05 元 | total basic project
        201 一般公共服务支出 | 80.00 60.00 20.00
        20103 政府办公厅（室）及相关机构事务 | 80.00 60.00 20.00
        2010301 行政运行 | 60.00 60.00 _
        2010302 一般行政管理事务 | 20.00 _ 20.00
        221 住房保障支出 | 20.00 20.00 _
        22102 住房改革支出 | 20.00 20.00 _
        2210201 住房公积金 | 20.00 20.00 _
        - 合计 | 100.00 80.00 20.00
        # T06 元 | total personnel operating
        301 工资福利支出 | 60.00 60.00 _
        30101 基本工资 | 40.00 40.00 _
        30113 住房公积金 | 20.00 20.00 _
        302 商品和服务支出 | 20.00 _ 20.00
        30201 办公费 | 8.00 _ 8.00
        30231 公务用车运行维护费 | 12.00 _ 12.00
        - 合计 | 80.00 60.00 20.00
        # T10 元 | total overseas reception vehicleSubtotal vehiclePurchase vehicleOperation agencyOperating
        - | 12.00 _ _ 12.00 _ 12.00 20.00
        """);

    public static BudgetDocument FinalAccounts { get; } = Draft.Of("""
        # F01 万元 | i:total e:total
        i:- 一、一般公共预算财政拨款收入 | 100.00
        e:- 一、一般公共服务支出 | 96.00
        i:- 二、政府性基金预算财政拨款收入 | 20.00
        e:- 八、社会保障和就业支出 | 10.00
        i:- 三、国有资本经营预算财政拨款收入 | 10.00
        e:- 十一、城乡社区支出 | 20.00
        i:- 四、上级补助收入 | _
        e:- 二十一、国有资本经营预算支出 | 10.00
        i:- 五、事业收入 | 5.00
        i:- 六、经营收入 | _
        i:- 七、附属单位上缴收入 | _
        i:- 八、其他收入 | 1.00
        i:- 本年收入合计 | 136.00
        e:- 本年支出合计 | 136.00
        i:- 使用非财政拨款结余 | _
        e:- 结余分配 | _
        i:- 年初结转和结余 | 4.00
        e:- 年末结转和结余 | 4.00
        i:- 总计 | 140.00
        e:- 总计 | 140.00
        # F02 万元 | total fiscalSubtotal superiorSubsidy businessIncome operatingIncome affiliateRemittance otherIncome
        - 合计 | 136.00 130.00 _ 5.00 _ _ 1.00
        201 一般公共服务支出 | 96.00 90.00 _ 5.00 _ _ 1.00
        20101 人大事务 | 96.00 90.00 _ 5.00 _ _ 1.00
        2010101 行政运行 | 96.00 90.00 _ 5.00 _ _ 1.00
        208 社会保障和就业支出 | 10.00 10.00 _ _ _ _ _
        20805 行政事业单位养老支出 | 10.00 10.00 _ _ _ _ _
        2080505 机关事业单位基本养老保险缴费支出 | 10.00 10.00 _ _ _ _ _
        212 城乡社区支出 | 20.00 20.00 _ _ _ _ _
        21208 国有土地使用权出让收入安排的支出 | 20.00 20.00 _ _ _ _ _
        2120801 征地和拆迁补偿支出 | 20.00 20.00 _ _ _ _ _
        223 国有资本经营预算支出 | 10.00 10.00 _ _ _ _ _
        22301 解决历史遗留问题及改革成本支出 | 10.00 10.00 _ _ _ _ _
        2230105 国有企业退休人员社会化管理补助支出 | 10.00 10.00 _ _ _ _ _
        # F03 万元 | total basic project superiorRemittance operatingExpenditure affiliateSubsidy
        - 合计 | 136.00 70.00 66.00 _ _ _
        201 一般公共服务支出 | 96.00 60.00 36.00 _ _ _
        20101 人大事务 | 96.00 60.00 36.00 _ _ _
        2010101 行政运行 | 96.00 60.00 36.00 _ _ _
        208 社会保障和就业支出 | 10.00 10.00 _ _ _ _
        20805 行政事业单位养老支出 | 10.00 10.00 _ _ _ _
        2080505 机关事业单位基本养老保险缴费支出 | 10.00 10.00 _ _ _ _
        212 城乡社区支出 | 20.00 _ 20.00 _ _ _
        21208 国有土地使用权出让收入安排的支出 | 20.00 _ 20.00 _ _ _
        2120801 征地和拆迁补偿支出 | 20.00 _ 20.00 _ _ _
        223 国有资本经营预算支出 | 10.00 _ 10.00 _ _ _
        22301 解决历史遗留问题及改革成本支出 | 10.00 _ 10.00 _ _ _
        2230105 国有企业退休人员社会化管理补助支出 | 10.00 _ 10.00 _ _ _
        # F04 万元 | i:total e:total e:generalBudget e:governmentFund e:stateCapital
        i:- 一、一般公共预算财政拨款 | 100.00
        e:- 一、一般公共服务支出 | 90.00 90.00 _ _
        i:- 二、政府性基金预算财政拨款 | 20.00
        e:- 八、社会保障和就业支出 | 10.00 10.00 _ _
        i:- 三、国有资本经营预算财政拨款 | 10.00
        e:- 十一、城乡社区支出 | 20.00 _ 20.00 _
        e:- 二十一、国有资本经营预算支出 | 10.00 _ _ 10.00
        i:- 本年收入合计 | 130.00
        e:- 本年支出合计 | 130.00 100.00 20.00 10.00
        i:- 年初财政拨款结转和结余 | 3.00
        e:- 年末财政拨款结转和结余 | 3.00 3.00 _ _
        i:- 一、一般公共预算财政拨款 | 3.00
        i:- 二、政府性基金预算财政拨款 | _
        i:- 三、国有资本经营预算财政拨款 | _
        i:- 总计 | 133.00
        e:- 总计 | 133.00 103.00 20.00 10.00
        # F05 万元 | total basic project
        201 一般公共服务支出 | 90.00 54.00 36.00
        20101 人大事务 | 90.00 54.00 36.00
        2010101 行政运行 | 90.00 54.00 36.00
        208 社会保障和就业支出 | 10.00 10.00 _
        20805 行政事业单位养老支出 | 10.00 10.00 _
        2080505 机关事业单位基本养老保险缴费支出 | 10.00 10.00 _
        - 合计 | 100.00 64.00 36.00
        # F06 万元 | p:total o:total
        p:301 工资福利支出 | 44.00
        o:302 商品和服务支出 | 20.00
        p:30101 基本工资 | 34.00
        o:30201 办公费 | 12.00
        p:30108 机关事业单位基本养老保险缴费 | 10.00
        o:30202 印刷费 | 8.00
        p:- 人员经费合计 | 44.00
        o:- 公用经费合计 | 20.00
        # F07 万元 | totalBudget totalFinal overseasBudget overseasFinal vehicleSubtotalBudget vehicleSubtotalFinal vehiclePurchaseBudget vehiclePurchaseFinal vehicleOperationBudget vehicleOperationFinal receptionBudget receptionFinal
        - | 5.00 3.00 _ _ 4.00 2.50 _ _ 4.00 2.50 1.00 0.50
        # F08 万元 | carryoverStart incomeThisYear total basic project carryoverEnd
        212 城乡社区支出 | 2.00 20.00 20.00 _ 20.00 2.00
        21208 国有土地使用权出让收入安排的支出 | 2.00 20.00 20.00 _ 20.00 2.00
        2120801 征地和拆迁补偿支出 | 2.00 20.00 20.00 _ 20.00 2.00
        - 合计 | 2.00 20.00 20.00 _ 20.00 2.00
        # F09 万元 | carryoverStart incomeThisYear total basic project carryoverEnd
        223 国有资本经营预算支出 | _ 10.00 10.00 _ 10.00 _
        22301 解决历史遗留问题及改革成本支出 | _ 10.00 10.00 _ 10.00 _
        2230105 国有企业退休人员社会化管理补助支出 | _ 10.00 10.00 _ 10.00 _
        - 合计 | _ 10.00 10.00 _ 10.00 _
        """, DocumentKind.FinalAccounts);

    /// <summary>A 国有资本经营预算 table that is not empty, which no fixture has.</summary>
    public static BudgetDocument StateCapital { get; } = Draft.Of("""
        # T09 万元 | total basicPersonnel basicOperating project
        - 总计 | 10.00 1.00 2.00 7.00
        223 国有资本经营预算支出 | 10.00 1.00 2.00 7.00
        22301 解决历史遗留问题及改革成本支出 | 10.00 1.00 2.00 7.00
        2230105 国有企业退休人员社会化管理补助支出 | 6.00 1.00 2.00 3.00
        2230199 其他解决历史遗留问题及改革成本支出 | 4.00 _ _ 4.00
        """);

    private static BudgetDocument Fixture(string name) => TruthDocument.Load(Path.Combine(Repository, "fixtures", name, "expected.json"));

    private static string FindRepository(string folder) => File.Exists(Path.Combine(folder, "Ingest.sln"))
        ? folder
        : FindRepository(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no Ingest.sln above the tests"));
}
