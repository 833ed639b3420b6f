using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Core.Checks;
using Ingest.Store;

namespace Ingest.App.Reports;

/// <summary>A reconciled document to report on.</summary>
internal sealed record ReportSubject
{
    private static readonly ImmutableDictionary<string, Verdict> _none = ImmutableDictionary<string, Verdict>.Empty;

    private readonly Lazy<CheckedRelations> _relations;

    /// <param name="document">As read.</param>
    /// <param name="readPage">Gives a page again for pictures, or null when the file is not at hand.</param>
    /// <param name="verdicts">The last one on each finding, by its fingerprint; null where nobody has said anything.</param>
    /// <param name="pdfLink">Where the PDF lies, as a link from where the report lies; null where that is not known. Left out where the file's name leads to a person.</param>
    /// <param name="showContacts">False to mask whatever leads to a person.</param>
    /// <param name="draw">Draws a part of a page as it is printed, or gives null when that cannot be done; null where nothing is drawn.</param>
    public ReportSubject(
        BudgetDocument document, Func<int, Page?> readPage, IReadOnlyDictionary<string, Verdict>? verdicts = null, string? pdfLink = null, bool showContacts = false,
        Func<PictureRequest, PagePicture?>? draw = null)
    {
        Draw = request => draw?.Invoke(request with { ShowContacts = showContacts });
        Document = showContacts ? document : ContactMask.Of(document);
        // A link gives away the name of its file.
        (ReadPage, PdfLink) = (readPage, showContacts || pdfLink is null || PersonalNumbers.AreNone(Uri.UnescapeDataString(pdfLink)) ? pdfLink : null);
        _relations = new(() => Reconciler.Relations(Document, CancellationToken.None));
        // What a finding is known by is made of what was read, not of what is shown.
        Findings = ReportedFinding.Of(Document, FindingFingerprint.Of(document.Findings), verdicts ?? _none);
    }

    public BudgetDocument Document { get; }

    public Func<int, Page?> ReadPage { get; }

    public Func<PictureRequest, PagePicture?> Draw { get; }

    public string? PdfLink { get; }

    /// <summary>Worst first, numbered from 1: the same number in every format.</summary>
    public ImmutableArray<ReportedFinding> Findings { get; }

    /// <summary>Every relation of the document, evaluated at the first question: once for all formats.</summary>
    public CheckedRelations Relations => _relations.Value;

    /// <summary>A link that opens the PDF at a page (RFC 8118: <c>#page=9</c>); null where it is not known where the PDF lies.</summary>
    public string? PageLink(int page) => PdfLink is null ? null : FormattableString.Invariant($"{PdfLink}#page={page}");
}
