namespace Ingest.Core.Narrative.Grammar;

/// <summary>What the words before a number say it is.</summary>
internal enum LeadKind
{
    /// <summary>No verb of change: an amount or a count.</summary>
    Plain,

    /// <summary>增加, 上升 …: by how much.</summary>
    Rise,

    /// <summary>减少, 下降 …: by how much.</summary>
    Fall,

    /// <summary>增加到, 降至 …: up to what.</summary>
    Reached,

    /// <summary>占 ….</summary>
    Share,

    /// <summary>完成年初预算的 ….</summary>
    Completion,

    /// <summary>比2023年的 …, 由2023年的 …, （上年为 …）: what the subject's own figure is compared with.</summary>
    Prior,

    /// <summary>Within brackets, and neither a part nor a figure to compare with: a remark.</summary>
    Remark,

    /// <summary>分别, 各: which number is whose cannot be told.</summary>
    Distributed,
}
