using Ingest.Contract.Documents;

namespace Ingest.Store;

/// <summary>What a reviewer decided.</summary>
public enum VerdictStatus
{
    /// <summary>待复核: nothing was said, or what was said is taken back.</summary>
    Open,

    /// <summary>属实: the document is wrong.</summary>
    Confirmed,

    /// <summary>排除: not a fault.</summary>
    Dismissed,

    /// <summary>待查: somebody has looked and asks for more; not decided.</summary>
    Pending,
}

/// <param name="Who">Name of the reviewer as given.</param>
public sealed record Verdict(VerdictStatus Status, string? Note, string Who, DateTimeOffset At)
{
    /// <summary>False while somebody has to look further.</summary>
    public bool IsDecided => Status is VerdictStatus.Confirmed or VerdictStatus.Dismissed;
}

/// <summary>A finding of a stored document with the last verdict on it.</summary>
/// <param name="Fingerprint">Stable over reprocessing of the same document; unique within it.</param>
public sealed record StoredFinding(string Sha256, string? Department, int? FiscalYear, string Fingerprint, Finding Finding, Verdict? Verdict);
