using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表11 上年结转结余情况明细表: what is carried over from last year, by project.</summary>
public sealed record CarryoverDetail(Statement Source, ImmutableArray<CarryoverDetailLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T11.</exception>
    public static CarryoverDetail From(Statement statement) => new(statement, Lines(statement, "T11", row => new CarryoverDetailLine(row)));
}

/// <summary>A row of <see cref="CarryoverDetail"/>.</summary>
public sealed record CarryoverDetailLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>总计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>财政拨款 / 合计.</summary>
    public decimal? FiscalTotal => Row.Value("fiscalTotal");

    /// <summary>财政拨款 / 基本支出 / 人员经费.</summary>
    public decimal? FiscalPersonnel => Row.Value("fiscalPersonnel");

    /// <summary>财政拨款 / 基本支出 / 公用经费.</summary>
    public decimal? FiscalOperating => Row.Value("fiscalOperating");

    /// <summary>财政拨款 / 项目支出.</summary>
    public decimal? FiscalProject => Row.Value("fiscalProject");

    /// <summary>非财政拨款 / 合计.</summary>
    public decimal? NonFiscalTotal => Row.Value("nonFiscalTotal");

    /// <summary>非财政拨款 / 基本支出 / 人员经费.</summary>
    public decimal? NonFiscalPersonnel => Row.Value("nonFiscalPersonnel");

    /// <summary>非财政拨款 / 基本支出 / 公用经费.</summary>
    public decimal? NonFiscalOperating => Row.Value("nonFiscalOperating");

    /// <summary>非财政拨款 / 项目支出.</summary>
    public decimal? NonFiscalProject => Row.Value("nonFiscalProject");
}
