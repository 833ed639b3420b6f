using System.Collections.Immutable;

namespace Ingest.Contract.Documents;

/// <summary>How sure the reading of a recognised amount is.</summary>
public enum RecognitionState
{
    /// <summary>Read twice, in different ways, with the same result and without hesitation.</summary>
    Sure,

    /// <summary>It may be another amount; a doubt says so, and nothing is concluded from it.</summary>
    Unsure,

    /// <summary>
    /// Of all that it may be, this is the only amount that settles its relations, of which there are at least two. The relations
    /// have supplied it, so that they prove nothing with it.
    /// </summary>
    ConfirmedByArithmetic,

    /// <summary>A reviewer has looked at the page and typed what it shows.</summary>
    CorrectedByReviewer,
}

/// <summary>What is known of an amount that was recognised in a picture, or that a reviewer has typed.</summary>
/// <param name="Confidence">The recogniser's word for its least certain character, 0 to 1.</param>
/// <param name="Alternatives">What else the recogniser thought of, likeliest first; where arithmetic or a reviewer has chosen, what was read first is among them.</param>
public sealed record CellRecognition(float Confidence, RecognitionState State, ImmutableArray<string> Alternatives)
{
    /// <summary>Who typed the amount, and when; null where nobody did.</summary>
    public CorrectionNote? Corrected { get; init; }
}

/// <summary>Whose word an amount is.</summary>
public sealed record CorrectionNote(string Who, DateTimeOffset At);
