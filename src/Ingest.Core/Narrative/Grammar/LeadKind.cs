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

    /// <summary>由2023年的 …增加到 …: a figure of another year.</summary>
    Former,

    /// <summary>分别, 各: which number is whose cannot be told.</summary>
    Distributed,
}
