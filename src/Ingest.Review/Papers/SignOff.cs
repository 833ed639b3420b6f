using System.Collections.Immutable;

namespace Ingest.Review.Papers;

/// <summary>In what part somebody signs.</summary>
public enum SignOffRole
{
    /// <summary>编制.</summary>
    Prepared,

    /// <summary>复核.</summary>
    Reviewed,
}

/// <summary>A signature under the working papers of a document, or of a body and year together, as they were then.</summary>
/// <param name="Sha256">Of the document; "" for a body.</param>
/// <param name="Hash">Of the set: SHA-256 of its lines.</param>
/// <param name="Lines">What was signed, so that a later change can be named.</param>
public sealed record SignOff(string Sha256, SignOffRole Role, string Who, DateTimeOffset At, string Hash, ImmutableArray<string> Lines)
{
    /// <summary>Whose papers were signed together; null for those of one document.</summary>
    public string? Body { get; init; }

    /// <summary>Of the body's papers; null where its documents tell no year.</summary>
    public int? Year { get; init; }
}
