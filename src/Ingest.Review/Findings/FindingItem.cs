using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.Review.Findings;

/// <summary>Names a finding: the document and the print within it.</summary>
public readonly record struct FindingId(string Sha256, string Fingerprint)
{
    /// <summary>As forms carry it: <c>hash/print</c>.</summary>
    public override string ToString() => $"{Sha256}/{Fingerprint}";

    /// <summary>Null for what names no finding.</summary>
    public static FindingId? Parse(string? text) =>
        text?.Split('/') is [var sha256, var print] && sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && print.Length is > 0 and <= 32 && print.All(IsOfPrint)
            ? new FindingId(sha256, print)
            : null;

    private static bool IsOfPrint(char letter) => char.IsAsciiHexDigitLower(letter) || letter == '-';
}

/// <summary>A finding as a list shows it.</summary>
/// <param name="Amount">The amount concerned, as far as the relation differs, in the statement's unit; null where no figure is in question.</param>
/// <param name="Page">Of the first suspect, else of the first cell.</param>
public sealed record FindingItem(
    string Sha256, string Fingerprint, string? Department, int? FiscalYear, string Rule, Severity Severity, bool InDoubt, string Message, decimal? Amount, int? Page, Verdict? Verdict)
{
    public FindingId Id => new(Sha256, Fingerprint);
}

/// <summary>A page of a list.</summary>
/// <param name="Total">All that match.</param>
/// <param name="First">Position of the first item, from 0.</param>
public sealed record FindingPage(IReadOnlyList<FindingItem> Items, int Total, int First);

/// <summary>A finding's place in a list.</summary>
/// <param name="Position">From 1; 0 when it is not in the list (any more).</param>
public sealed record FindingPlace(int Position, int Total, FindingId? Previous, FindingId? Next);

/// <summary>How many findings there are of what is asked for.</summary>
public sealed record FindingTotals(int Errors, int Warnings, int Infos, int Judged, IReadOnlyList<(string Rule, int Count)> Rules, IReadOnlyList<int> Years)
{
    public int All => Errors + Warnings + Infos;
}

/// <summary>Findings of all documents, in pages.</summary>
public interface IFindingList
{
    FindingPage Page(FindingFilter filter, int skip, int take);

    FindingPlace Place(FindingFilter filter, FindingId id);

    FindingTotals Totals(FindingFilter filter);
}
