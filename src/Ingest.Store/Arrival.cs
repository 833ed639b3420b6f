namespace Ingest.Store;

/// <summary>
/// What became of a file that came in. Every arrival is in exactly one state, so that the counts per
/// state always add up to what came in.
/// </summary>
public enum ArrivalState
{
    /// <summary>已认领: known, not yet read; survives a crash and is taken up again.</summary>
    Claimed,

    /// <summary>已入库: its document and findings are stored.</summary>
    Stored,

    /// <summary>重复: the same bytes came in before; nothing was processed.</summary>
    Duplicate,

    /// <summary>隔离: could not be read; the reason is kept.</summary>
    Quarantined,

    /// <summary>撤回: taken away or changed before it was read; what came in its place is an arrival of its own.</summary>
    Withdrawn,
}

/// <summary>One file that came in.</summary>
/// <param name="Id">Given by the store, ascending, never reused.</param>
/// <param name="OriginalPath">Where it was dropped: relative to the inbox, or in full when it was read in place.</param>
/// <param name="Sha256">Of the bytes as received.</param>
/// <param name="Location">Where the file is or is being moved to, in full; null while it is still where it was dropped.</param>
/// <param name="Reason">Code of the reason when quarantined or withdrawn.</param>
/// <param name="Message">The reason in a sentence.</param>
public sealed record Arrival(
    long Id,
    string OriginalPath,
    string Sha256,
    long Bytes,
    DateTimeOffset SeenAt,
    ArrivalState State,
    string? Location,
    string? Reason,
    string? Message);

/// <summary>A change of an arrival's state or place. The journal is append-only.</summary>
public sealed record JournalEntry(long Sequence, DateTimeOffset At, long ArrivalId, ArrivalState State, string? Location, string? Detail);
