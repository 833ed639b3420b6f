namespace Ingest.Core.Performance;

/// <summary>Part of an indicator row.</summary>
internal enum IndicatorPart
{
    /// <summary>一级指标.</summary>
    Level1,

    /// <summary>二级指标.</summary>
    Level2,

    /// <summary>三级指标.</summary>
    Name,

    /// <summary>指标值.</summary>
    Target,

    /// <summary>指标值设定依据.</summary>
    Basis,

    /// <summary>分值权重.</summary>
    Weight,

    /// <summary>Any further column.</summary>
    Other,
}
