using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Store.Review;

/// <summary>Which findings are meant, and in which order; every null means any.</summary>
public sealed record FindingQuery
{
    public Severity? Severity { get; init; }

    /// <summary>Id of a rule.</summary>
    public string? Rule { get; init; }

    /// <summary>The body's name, whole.</summary>
    public string? Department { get; init; }

    public DocumentLevel? Level { get; init; }

    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    public DocumentKind? Kind { get; init; }

    /// <summary>SHA-256 of a document.</summary>
    public string? Document { get; init; }

    /// <summary>The last one; a finding on which nothing was said is <see cref="VerdictStatus.Open"/>.</summary>
    public VerdictStatus? Verdict { get; init; }

    /// <summary>Only findings on which nothing is decided: not judged, or to be looked into.</summary>
    public bool UndecidedOnly { get; init; }

    /// <summary>Only findings that a mis-read table may explain.</summary>
    public bool InDoubtOnly { get; init; }

    /// <summary>True: also findings of documents that a later publication replaces.</summary>
    public bool WithReplaced { get; init; }

    /// <summary>Part of the sentence, of the body's name or of the file's.</summary>
    public string? Text { get; init; }

    public FindingOrder Order { get; init; }
}

public enum FindingOrder
{
    /// <summary>The gravest first; of these, those about the most money first.</summary>
    Gravity,

    /// <summary>Those about the most money first.</summary>
    Amount,

    /// <summary>By body, year and document, as they stand in it.</summary>
    Document,

    /// <summary>By rule; of these, those about the most money first.</summary>
    Rule,
}

/// <summary>One finding with its document and the last verdict on it.</summary>
public sealed record ReviewedFinding(StoredDocument Document, FindingLine Line, Verdict? Verdict)
{
    public VerdictStatus Status => Verdict?.Status ?? VerdictStatus.Open;

    public bool IsDecided => Verdict is { IsDecided: true };
}

/// <summary>A part of a longer list.</summary>
/// <param name="Total">Of the whole list.</param>
public sealed record ListPage<T>(int Total, IReadOnlyList<T> Rows);

/// <summary>A finding's place in a list.</summary>
/// <param name="Position">From 1; 0 when it is not in the list (any more).</param>
/// <param name="Next">The first of the list when the finding is not in it.</param>
public sealed record FindingPlace(int Position, int Total, ReviewedFinding? Previous, ReviewedFinding? Next);

/// <summary>The findings of a list by gravity, and how many of them are decided.</summary>
public readonly record struct FindingCounts(int Errors, int Warnings, int Infos, int Reviewed)
{
    public int All => Errors + Warnings + Infos;
}

/// <summary>The findings of one rule, or of one document, counted.</summary>
/// <param name="Document">Null when folded by rule.</param>
/// <param name="Concerned">The largest amount, in yuan.</param>
public sealed record FindingFold(string Key, StoredDocument? Document, int Findings, int Errors, int Open, decimal? Concerned);

public enum FoldBy
{
    Rule,
    Document,
}
