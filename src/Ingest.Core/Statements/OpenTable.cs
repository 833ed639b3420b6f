using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>A statement while its parts are collected.</summary>
internal sealed class OpenTable(BindingCandidate candidate, TableFragment first)
{
    public Layout Layout => candidate.Layout;

    public StatementBinding Binding => candidate.Binding;

    /// <summary>The first page, or the head at its foot that stands alone.</summary>
    public TableFragment First => Parts[0].Fragment;

    /// <summary>The fragment that has the heading and the whole header.</summary>
    public TableFragment Head => first;

    public List<TablePart> Parts { get; } = [new TablePart(first, ColumnMap.Own(first.Grid, first.Header), first.Header.DataRow)];

    /// <summary>Grids that stand where the table would go on and could not be read as part of it.</summary>
    public List<TableFragment> LeftOut { get; } = [];

    public TableFragment Last => Parts[^1].Fragment;
}

/// <summary>A part of a table on one page.</summary>
/// <param name="Fragment">The grid.</param>
/// <param name="Map">From its columns to those of the table's header.</param>
/// <param name="DataRow">First row that is neither title nor header.</param>
internal sealed record TablePart(TableFragment Fragment, ColumnMap Map, int DataRow);
