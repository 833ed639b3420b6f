using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Documents;

public enum PerformanceKind
{
    /// <summary>部门整体绩效目标表.</summary>
    Department,

    /// <summary>项目支出绩效目标表.</summary>
    Project,
}

/// <summary>A performance-target table.</summary>
public sealed record PerformanceTable
{
    public required PerformanceKind Kind { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<int> Pages { get; init; }

    /// <summary>部门名称 / 预算单位 / 主管部门.</summary>
    public string? Department { get; init; }

    /// <summary>项目名称.</summary>
    public string? Project { get; init; }

    /// <summary>年度绩效目标 / 项目总体目标, spaces removed.</summary>
    public string? Goal { get; init; }

    /// <summary>联系人, 负责人, 电话 and their printed values: personal data, masked in logs and exports.</summary>
    public ImmutableArray<PerformanceField> Contacts { get; init; } = [];

    /// <summary>Other labelled fields of the head block, in print order.</summary>
    public ImmutableArray<PerformanceField> Fields { get; init; } = [];

    /// <summary>Amounts by label, in print order.</summary>
    public ImmutableArray<PerformanceFund> Funds { get; init; } = [];

    public ImmutableArray<PerformanceIndicator> Indicators { get; init; } = [];

    public int Page => Pages.IsEmpty ? 0 : Pages[0];
}

public sealed record PerformanceField(string Label, string Text, int Page, Box Box);

/// <summary>An amount of the head block.</summary>
/// <param name="Path">Labels from general to particular: ["财政资金", "本级安排"].</param>
public sealed record PerformanceFund(
    ImmutableArray<string> Path, decimal? Value, AmountUnit? Unit, string Text, int Page, Box Box)
{
    /// <summary>0 for the first of the project's funds of one path; set when it is put into a document. See <see cref="CellId"/>.</summary>
    public int Occurrence { get; internal init; }
}

/// <summary>One indicator row; merged 一级/二级 cells are carried down.</summary>
public sealed record PerformanceIndicator
{
    /// <summary><see cref="CellId.Column"/> of its target.</summary>
    public const string TargetColumn = "指标值";

    public required string Level1 { get; init; }

    public required string Level2 { get; init; }

    /// <summary>三级指标.</summary>
    public required string Name { get; init; }

    /// <summary>指标值 as printed.</summary>
    public required string Target { get; init; }

    /// <summary>≥, ≤, =, &gt;, &lt;; null for a target in words.</summary>
    public string? Operator { get; init; }

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    /// <summary>分值权重.</summary>
    public decimal? Weight { get; init; }

    /// <summary>指标值设定依据.</summary>
    public string? Basis { get; init; }

    /// <summary>0 for the first of the project's indicators of one name; set when it is put into a document. See <see cref="CellId"/>.</summary>
    public int Occurrence { get; internal init; }

    /// <summary>Texts of further columns by header, in print order.</summary>
    public ImmutableArray<PerformanceField> Others { get; init; } = [];

    public required int Page { get; init; }

    public required Box Box { get; init; }
}
