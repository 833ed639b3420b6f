namespace Ingest.Pdf.Filters;

/// <summary>How decoding a stream ended.</summary>
internal enum DecodeOutcome
{
    /// <summary>All of it was decoded.</summary>
    Whole,

    /// <summary>All of it was decoded, but its checksum says that it is not what was encoded.</summary>
    Doubtful,

    /// <summary>It is damaged or ends early; what could be decoded was.</summary>
    Damaged,
}
