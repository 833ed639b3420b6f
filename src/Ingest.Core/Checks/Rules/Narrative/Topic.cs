namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>What a section of the text is about: the same words mean different cells in different sections.</summary>
internal enum Topic
{
    Other,

    /// <summary>机构设置, 人员情况.</summary>
    Body,

    /// <summary>收支预算总体情况, 收入支出决算总体情况.</summary>
    Overall,

    /// <summary>收入预算 / 决算情况.</summary>
    Income,

    /// <summary>支出预算 / 决算情况.</summary>
    Expenditure,

    /// <summary>财政拨款收支总体情况.</summary>
    Fiscal,

    /// <summary>财政拨款支出预算情况, of all funds.</summary>
    FiscalExpenditure,

    /// <summary>一般公共预算拨款 / 财政拨款支出情况.</summary>
    General,

    /// <summary>一般公共预算基本支出情况.</summary>
    Basic,

    /// <summary>项目支出情况.</summary>
    Projects,

    /// <summary>政府性基金.</summary>
    GovernmentFund,

    /// <summary>国有资本经营预算.</summary>
    StateCapital,

    /// <summary>“三公”经费.</summary>
    OfficialExpenses,

    /// <summary>上年结转结余.</summary>
    Carryover,

    /// <summary>机关运行经费.</summary>
    AgencyOperating,

    /// <summary>政府采购.</summary>
    Procurement,

    /// <summary>国有资产.</summary>
    Assets,

    /// <summary>预算绩效.</summary>
    Performance,

    /// <summary>预算编制说明: income, expenditure and accounts in one section.</summary>
    Preparation,
}
