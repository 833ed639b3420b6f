using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports;

internal enum PrintedColumnKind
{
    Code,
    Name,
    Project,
    Amount,
}

/// <summary>A column of a statement as a report lays it out.</summary>
/// <param name="Amount">The amount column; null for label columns.</param>
internal sealed record PrintedColumn(PrintedColumnKind Kind, RowSide? Side, StatementColumn? Amount, ImmutableArray<string> Header);

/// <summary>One printed line: a row, or the rows of both sides that stand next to each other.</summary>
internal sealed record TableLine(ImmutableArray<StatementRow> Rows)
{
    public StatementRow? Of(RowSide? side) => Rows.FirstOrDefault(row => row.Side == side);
}

/// <summary>
/// A statement laid out like the printed table: the sides next to each other, header paths as merged
/// cells. Shared by all formats that show tables.
/// </summary>
internal sealed class PrintedTable
{
    private PrintedTable(Statement statement, ImmutableArray<PrintedColumn> columns, ImmutableArray<TableLine> lines)
    {
        Statement = statement;
        Columns = columns;
        Lines = lines;
        HeaderRows = columns.Max(column => column.Header.Length);
    }

    public Statement Statement { get; }

    public ImmutableArray<PrintedColumn> Columns { get; }

    public ImmutableArray<TableLine> Lines { get; }

    public int HeaderRows { get; }

    public static PrintedTable From(Statement statement, ReportWords words)
    {
        RowSide?[] sides = [.. statement.Columns.Select(column => column.Side).Distinct()];
        ImmutableArray<PrintedColumn> columns = [.. sides.SelectMany(side => ColumnsOf(statement, side, words))];
        return new PrintedTable(statement, columns.IsEmpty ? [.. ColumnsOf(statement, null, words)] : columns, PairSides(statement.Rows));
    }

    /// <summary>Header cells with their spans, top to bottom, left to right.</summary>
    public IEnumerable<(int Row, int Column, int RowSpan, int ColumnSpan, string Text)> Header()
    {
        for (int row = 0; row < HeaderRows; row++)
            for (int column = 0; column < Columns.Length; column++)
            {
                if (row >= Columns[column].Header.Length || (column > 0 && SamePath(column - 1, column, row)))
                    continue;
                int end = column + 1;
                while (end < Columns.Length && SamePath(column, end, row))
                    end++;
                bool leaf = row == Columns[column].Header.Length - 1;
                yield return (row, column, leaf ? HeaderRows - row : 1, end - column, Columns[column].Header[row]);
            }
    }

    /// <summary>True when both columns stand under one header cell in that row.</summary>
    private bool SamePath(int left, int right, int row)
    {
        ImmutableArray<string> a = Columns[left].Header, b = Columns[right].Header;
        return row < a.Length - 1 && row < b.Length - 1 && Columns[left].Side == Columns[right].Side && a.AsSpan(0, row + 1).SequenceEqual(b.AsSpan(0, row + 1));
    }

    private static IEnumerable<PrintedColumn> ColumnsOf(Statement statement, RowSide? side, ReportWords words)
    {
        StatementRow[] rows = [.. statement.Rows.Where(row => row.Side == side)];
        if (Array.Exists(rows, row => row.Code is not null))
            yield return new PrintedColumn(PrintedColumnKind.Code, side, null, [words.Code]);
        yield return new PrintedColumn(PrintedColumnKind.Name, side, null, [words.Name]);
        if (Array.Exists(rows, row => row.Project is not null && row.Project != row.Name))
            yield return new PrintedColumn(PrintedColumnKind.Project, side, null, [words.Project]);
        foreach (StatementColumn column in statement.Columns.Where(column => column.Side == side))
            yield return new PrintedColumn(PrintedColumnKind.Amount, side, column, column.Header.IsEmpty ? [column.Key] : column.Header);
    }

    /// <summary>A row joins the line before it when that line lacks its side and both stand at one height.</summary>
    private static ImmutableArray<TableLine> PairSides(ImmutableArray<StatementRow> rows)
    {
        var lines = ImmutableArray.CreateBuilder<TableLine>(rows.Length);
        foreach (StatementRow row in rows)
        {
            TableLine? last = lines.Count > 0 ? lines[^1] : null;
            bool joins = row.Side is not null && last is { Rows.Length: 1 } && last.Rows[0].Side != row.Side
                && last.Rows[0].Page == row.Page && last.Rows[0].Box.Bottom <= row.Box.Top && row.Box.Bottom <= last.Rows[0].Box.Top;
            if (joins)
                lines[^1] = new TableLine([last!.Rows[0], row]);
            else
                lines.Add(new TableLine([row]));
        }

        return lines.ToImmutable();
    }
}
