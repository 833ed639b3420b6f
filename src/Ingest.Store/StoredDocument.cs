using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Contract.Geometry;

namespace Ingest.Store;

/// <summary>
/// What read and checked a document. Two results are comparable when these are equal; a document whose
/// versions differ from the program's is outdated.
/// </summary>
/// <param name="Reader">Reader and table finder: <c>builtin-1+builtin-1</c>.</param>
/// <param name="Layouts">Version of the catalogue of layouts as a whole: a layout added may explain any document better.</param>
/// <param name="Rules">Versions of what interprets and checks: <c>statements-1+narrative-1+rules-1</c>.</param>
public sealed record EngineVersions(string Reader, string Layouts, string Rules);

/// <summary>A stored document without its contents.</summary>
/// <param name="Sha256">Identity of the document.</param>
/// <param name="Layout">Id of the layout that explains its tables, or null.</param>
/// <param name="Level">Whether it is of a department with its units or of one unit; null where it does not say.</param>
/// <param name="PublishedOn">As it is printed; null where it is not.</param>
/// <param name="Supersedes">The publication of the same body, level, year and kind before it, or null.</param>
/// <param name="IsReplaced">True when a later publication of these is stored.</param>
/// <param name="IsOrderUnsure">True when another of these is stored of which the documents do not tell whether it replaces this one or is replaced by it.</param>
/// <param name="ReadMilliseconds">Time from bytes to findings.</param>
/// <param name="Amounts">Printed amounts in statements; null when an earlier version of the program stored it, or nothing was checked.</param>
/// <param name="Unchecked">Of these, how many no relation reached.</param>
public sealed record StoredDocument(
    string Sha256,
    string FileName,
    long Bytes,
    int Pages,
    string? Department,
    int? FiscalYear,
    DocumentKind? Kind,
    DocumentLevel? Level,
    DateOnly? PublishedOn,
    string? Layout,
    EngineVersions Versions,
    DateTimeOffset StoredAt,
    double ReadMilliseconds,
    string? Supersedes,
    bool IsReplaced,
    bool IsOrderUnsure,
    int Errors,
    int Warnings,
    int? Amounts,
    int? Unchecked)
{
    internal Publication Publication => new(Sha256, Level, PublishedOn);

    /// <summary>As it is stored first, alone of its kind.</summary>
    internal static StoredDocument Of(BudgetDocument document, EngineVersions versions, DateTimeOffset now, TimeSpan readTime) => new(
        document.Source.Sha256, document.Source.FileName, document.Source.Bytes, document.Source.Pages, document.Identity.Department, document.Identity.FiscalYear,
        document.Identity.Kind, document.Identity.Level, document.Identity.PublishedOn, document.Identity.Layout, versions, now, readTime.TotalMilliseconds, null, false, false,
        document.Findings.Count(finding => finding.Severity == Severity.Error), document.Findings.Count(finding => finding.Severity == Severity.Warning),
        document.Coverage?.Amounts, document.Coverage?.Unchecked.Length);
}

/// <summary>Which documents are meant; every null means any.</summary>
public sealed record DocumentQuery
{
    public static DocumentQuery All { get; } = new();

    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    /// <summary>Part of the body's name.</summary>
    public string? Department { get; init; }

    public DocumentLevel? Level { get; init; }

    /// <summary>Id of a layout.</summary>
    public string? Layout { get; init; }

    /// <summary>Only documents read by other versions than these.</summary>
    public EngineVersions? OtherThan { get; init; }

    /// <summary>Only documents that no later publication replaces; where the order is unsure, all of them.</summary>
    public bool LatestOnly { get; init; }
}

/// <summary>One printed amount in long form.</summary>
public sealed record Fact(
    string Sha256,
    string? Department,
    int? FiscalYear,
    string Statement,
    string? Side,
    string? Code,
    string Name,
    string? Project,
    string Column,
    decimal Amount,
    string? Unit,
    int Page,
    Box Box)
{
    /// <summary>The printed amounts of a document, in its order; blank cells are none.</summary>
    public static IEnumerable<Fact> AllOf(BudgetDocument document) =>
        from statement in document.Statements
        from row in statement.Rows
        from cell in row.Cells
        where cell.Value is not null
        select new Fact(
            document.Source.Sha256, document.Identity.Department, document.Identity.FiscalYear, statement.Id, row.Side?.ToString(), row.Code, row.Name, row.Project,
            cell.Column, cell.Value!.Value, statement.Unit?.Printed(), cell.Page, cell.Box);
}
