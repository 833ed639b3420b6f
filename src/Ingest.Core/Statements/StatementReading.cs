using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>What the tables of a document say.</summary>
public sealed record StatementReading
{
    public required Identity Identity { get; init; }

    /// <summary>In document order.</summary>
    public required ImmutableArray<Statement> Statements { get; init; }

    /// <summary>部门整体绩效目标表 and 项目支出绩效目标表, in document order.</summary>
    public required ImmutableArray<PerformanceTable> Performance { get; init; }

    /// <summary>Tables that no layout explains; performance tables and contents are not among them.</summary>
    public required ImmutableArray<UnboundTable> Unbound { get; init; }

    /// <summary>Tables that are printed and could not be read at all.</summary>
    public required ImmutableArray<UnreadTable> Unread { get; init; }

    /// <summary>The pages as they were read: a grid that held several tables is there as one grid for each.</summary>
    public required ImmutableArray<PageContent> Pages { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>One per grid of the document, in order; grids beyond every limit are missing.</summary>
    public required ImmutableArray<GridBinding> Bindings { get; init; }
}
