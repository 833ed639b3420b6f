using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.Review.Findings;

/// <summary>What is asked of verdicts.</summary>
public enum VerdictFilter
{
    Any,

    /// <summary>No verdict yet.</summary>
    None,

    /// <summary>待查.</summary>
    Open,

    /// <summary>属实.</summary>
    Confirmed,

    /// <summary>排除.</summary>
    Dismissed,
}

/// <summary>How the list is sorted, and folded where it is.</summary>
public enum FindingOrder
{
    /// <summary>Gravest first, then by the amount concerned.</summary>
    Gravity,

    /// <summary>By the amount concerned, largest first.</summary>
    Amount,

    /// <summary>Folded by document.</summary>
    Document,

    /// <summary>Folded by rule.</summary>
    Rule,
}

/// <summary>Which findings are meant; every null means any.</summary>
public sealed record FindingFilter
{
    public static FindingFilter All { get; } = new();

    public Severity? Severity { get; init; }

    public string? Rule { get; init; }

    /// <summary>Part of the body's name.</summary>
    public string? Body { get; init; }

    public int? Year { get; init; }

    public VerdictFilter Verdict { get; init; }

    /// <summary>Only those whose reading is in doubt.</summary>
    public bool InDoubt { get; init; }

    /// <summary>Of this document alone.</summary>
    public string? Sha256 { get; init; }

    public FindingOrder Order { get; init; }

    public bool Matches(FindingItem item) =>
        (Severity is null || item.Severity == Severity)
        && (Rule is null || item.Rule == Rule)
        && (Body is null || (item.Department?.Contains(Body, StringComparison.Ordinal) ?? false))
        && (Year is null || item.FiscalYear == Year)
        && (!InDoubt || item.InDoubt)
        && (Sha256 is null || item.Sha256 == Sha256)
        && Verdict switch
        {
            VerdictFilter.None => item.Verdict is null,
            VerdictFilter.Open => item.Verdict?.Status == VerdictStatus.Open,
            VerdictFilter.Confirmed => item.Verdict?.Status == VerdictStatus.Confirmed,
            VerdictFilter.Dismissed => item.Verdict?.Status == VerdictStatus.Dismissed,
            _ => true,
        };
}
