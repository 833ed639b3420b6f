using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents;

/// <summary>
/// Everything known of one PDF: the output contract <c>ingest/document@1</c>. Immutable; each stage
/// returns a copy with its part filled in.
/// </summary>
public sealed record BudgetDocument
{
    public const string Schema = "ingest/document@1";

    public required SourceFile Source { get; init; }

    public Identity Identity { get; init; } = new();

    /// <summary>The recognised tables in document order.</summary>
    public ImmutableArray<Statement> Statements { get; init => field = CellNumbers.Of(value); } = [];

    /// <summary>部门整体绩效目标表 and 项目支出绩效目标表.</summary>
    public ImmutableArray<PerformanceTable> Performance { get; init => field = CellNumbers.Of(value); } = [];

    /// <summary>Entries of the 目录 in order; empty when the document has none.</summary>
    public ImmutableArray<ContentsEntry> Contents { get; init; } = [];

    /// <summary>What the sentences say, section by section.</summary>
    public ImmutableArray<NarrativeSection> Narrative { get; init => field = CellNumbers.Of(value); } = [];

    /// <summary>Tables that no layout explains, kept as printed.</summary>
    public ImmutableArray<UnboundTable> Unbound { get; init; } = [];

    /// <summary>Tables that are printed and could not be read at all.</summary>
    public ImmutableArray<UnreadTable> Unread { get; init; } = [];

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What was checked and what was not; null until the document was reconciled.</summary>
    public Coverage? Coverage { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Pages whose text was recognised in a picture, by what the reader says of them.</summary>
    public HashSet<int> RecognisedPages() => [.. Diagnostics.Where(diagnostic => diagnostic is { Code: Diagnostic.Recognised, Page: not null }).Select(diagnostic => diagnostic.Page!.Value)];

    /// <summary>Whether what stands on that page was recognised in a picture of it.</summary>
    internal bool IsRecognised(int page) => Diagnostics.Any(diagnostic => diagnostic.Code == Diagnostic.Recognised && diagnostic.Page == page);

    /// <summary>
    /// The same with the <see cref="CellReference.Occurrence"/> of every reference found by its place: after names were changed, as
    /// masking does.
    /// </summary>
    public BudgetDocument WithReferencesFound() => ReferenceNumbers.Resolve(this);

    /// <summary>
    /// True when nothing could be read and that is the file's fault: it does not open, is a scan, or its
    /// text cannot be decoded. A document without a budget was read.
    /// </summary>
    public bool IsUnreadable =>
        Statements.IsEmpty && Diagnostics.Any(diagnostic => diagnostic is { Severity: Severity.Error, Page: null });
}

/// <summary>The file as received.</summary>
/// <param name="FileName">Name without folder, as given; never used as a path.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Pages">0 when the file could not be opened.</param>
/// <param name="Producer">From the PDF's Info dictionary.</param>
/// <param name="Encrypted">True when the file is encrypted, whether or not it could be opened.</param>
public sealed record SourceFile(string FileName, string Sha256, long Bytes, int Pages, string? Producer, bool Encrypted);

/// <summary>Whose document of which year it is; null where the document does not say.</summary>
public sealed record Identity
{
    /// <summary>编制部门 / 编制单位.</summary>
    public string? Department { get; init; }

    public int? FiscalYear { get; init; }

    /// <summary>预算 or 决算.</summary>
    public DocumentKind? Kind { get; init; }

    /// <summary>Id of the layout that explains the tables, such as <c>xinjiang-2024</c>.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether it is the budget of a department with all its units or of one unit.</summary>
    public DocumentLevel? Level { get; init; }

    public DateOnly? PublishedOn { get; init; }
}

public enum DocumentLevel
{
    /// <summary>部门; <c>department</c> in JSON.</summary>
    Department,

    /// <summary>单位, 预算单位; <c>unit</c> in JSON.</summary>
    Unit,
}

public enum DocumentKind
{
    /// <summary>预算; <c>budget</c> in JSON.</summary>
    Budget,

    /// <summary>决算; <c>finalAccounts</c> in JSON.</summary>
    FinalAccounts,
}

/// <summary>A table that was found on a page but bound to no statement; never forced into one.</summary>
/// <param name="Title">As printed, spaces removed; the nearest line above it where it has no title, or null.</param>
/// <param name="Page">1-based, the first one.</param>
/// <param name="Box">In the page's unrotated space; of the part on the first page.</param>
/// <param name="Rows">
/// Cell texts by row and column, those of all pages; a merged cell has its text in its first slot and "" in the others.
/// </param>
public sealed record UnboundTable(string? Title, int Page, Box Box, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>As printed, spaces removed (<c>公开12表</c>); null where none is printed.</summary>
    public string? Label { get; init; }

    public AmountUnit? Unit { get; init; }

    /// <summary>1-based, ascending.</summary>
    public ImmutableArray<int> Pages { get; init; } = [Page];

    /// <summary>Printed amounts in it; codes and running numbers are none.</summary>
    public int Amounts { get; init; }
}
