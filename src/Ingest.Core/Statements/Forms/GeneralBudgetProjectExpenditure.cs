using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表7 一般公共预算项目支出情况表: projects by unit, function and economic category.</summary>
public sealed record GeneralBudgetProjectExpenditure(
    Statement Source, ImmutableArray<GeneralBudgetProjectExpenditureLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T07.</exception>
    public static GeneralBudgetProjectExpenditure From(Statement statement) =>
        new(statement, Lines(statement, "T07", row => new GeneralBudgetProjectExpenditureLine(row)));
}

/// <summary>A total, a unit, a function or a project.</summary>
public sealed record GeneralBudgetProjectExpenditureLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>项目名称; null on lines that are no project.</summary>
    public string? ProjectName => Row.Project;

    /// <summary>项目支出合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>工资福利支出.</summary>
    public decimal? Wages => Row.Value("wages");

    /// <summary>商品服务支出.</summary>
    public decimal? GoodsServices => Row.Value("goodsServices");

    /// <summary>对个人和家庭的补助.</summary>
    public decimal? Individuals => Row.Value("individuals");

    /// <summary>债务利息及费用支出.</summary>
    public decimal? DebtInterest => Row.Value("debtInterest");

    /// <summary>资本性支出（基本建设）.</summary>
    public decimal? CapitalConstruction => Row.Value("capitalConstruction");

    /// <summary>资本性支出.</summary>
    public decimal? Capital => Row.Value("capital");

    /// <summary>对企业补助（基本建设）.</summary>
    public decimal? EnterpriseConstruction => Row.Value("enterpriseConstruction");

    /// <summary>对企业补助.</summary>
    public decimal? Enterprise => Row.Value("enterprise");

    /// <summary>对社会保障基金补助.</summary>
    public decimal? SocialSecurity => Row.Value("socialSecurity");

    /// <summary>其他支出.</summary>
    public decimal? Other => Row.Value("other");
}
