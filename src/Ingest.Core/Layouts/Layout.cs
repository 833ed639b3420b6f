using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Layouts;

/// <summary>
/// A family of published templates as data: which statements it prints, how their titles and headers
/// read and which column means what. Layouts never say where on a page or in which order anything is.
/// </summary>
/// <param name="Id">Stored with every record read by it: <c>xinjiang-2024</c>.</param>
/// <param name="Version">Raised with every change of the file, so that records can be read again.</param>
/// <param name="Name">For people.</param>
/// <param name="Kind">Budget or final accounts; null when it holds statements of both.</param>
/// <param name="Rank">Where two explain a document equally well, the one with the lower rank is preferred.</param>
/// <param name="Fallback">True for a layout that is only asked when no other explains a table.</param>
/// <param name="Statements">The same statement id may occur more than once, for different forms of one statement.</param>
public sealed record Layout(
    string Id, int Version, string Name, DocumentKind? Kind, int Rank, bool Fallback, ImmutableArray<StatementLayout> Statements);

/// <summary>How one statement is printed.</summary>
/// <param name="Id"><c>T01</c>…<c>T11</c>, <c>F01</c>…<c>F09</c>.</param>
/// <param name="Titles">As printed, without year and without the name of a department.</param>
/// <param name="Excludes">Words, folded, whose presence in a group header proves that the table is another statement.</param>
/// <param name="Sides">One for a list; two for lists side by side.</param>
public sealed record StatementLayout(
    string Id, ImmutableArray<TitlePattern> Titles, ImmutableArray<string> Excludes, ImmutableArray<SideLayout> Sides)
{
    public bool IsTwoSided => Sides.Length > 1;

    public DocumentKind Kind => Id[0] == 'F' ? DocumentKind.FinalAccounts : DocumentKind.Budget;
}

/// <summary>One list of a statement.</summary>
public sealed record SideLayout
{
    /// <summary>Null for a statement that is one list.</summary>
    public RowSide? Side { get; init; }

    /// <summary>What stands above the side: 收入, 本年收入. Folded.</summary>
    public ImmutableArray<string> Header { get; init; } = [];

    /// <summary>Headers of columns that hold parts of a classification code.</summary>
    public ImmutableArray<HeaderPattern> Code { get; init; } = [];

    /// <summary>Headers of the column that names the row; empty when rows have no name.</summary>
    public ImmutableArray<HeaderPattern> Name { get; init; } = [];

    /// <summary>Headers of the 项目名称 column.</summary>
    public ImmutableArray<HeaderPattern> Project { get; init; } = [];

    /// <summary>Headers of the column with the subject of the government's classification (政府预算支出经济科目).</summary>
    public ImmutableArray<HeaderPattern> Government { get; init; } = [];

    /// <summary>Headers of columns that are neither labels nor amounts: 行次, 序号.</summary>
    public ImmutableArray<HeaderPattern> Ignore { get; init; } = [];

    /// <summary>The code is printed before the name in one cell: 201 一般公共服务支出.</summary>
    public bool CodeInName { get; init; }

    /// <summary>The name of a row is the name of a project (T11).</summary>
    public bool NameIsProject { get; init; }

    /// <summary>Codes of the rows that belong to this side begin so; used when no header tells the sides apart.</summary>
    public ImmutableArray<string> CodePrefixes { get; init; } = [];

    public ImmutableArray<ColumnLayout> Columns { get; init; } = [];
}

/// <summary>An amount column.</summary>
/// <param name="Key">Canonical key.</param>
/// <param name="Headers">Ways its header is printed.</param>
/// <param name="Optional">True when the table is complete without it.</param>
public sealed record ColumnLayout(string Key, ImmutableArray<HeaderPattern> Headers, bool Optional)
{
    public double Match(ReadOnlySpan<string> path)
    {
        double best = 0;
        foreach (HeaderPattern header in Headers)
            best = Math.Max(best, header.Match(path));
        return best;
    }
}
