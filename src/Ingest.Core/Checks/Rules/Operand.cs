using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules;

/// <summary>Where an operand was found. No figure and nothing missing means that it is known to be nothing.</summary>
/// <param name="NotInForm">The form has no such column, so there is nothing to compare.</param>
/// <param name="InDoubt">Counted as nothing, though its row may be among those that were not read with certainty.</param>
public readonly record struct Located(Figure? Figure, Phrase? Missing = null, bool NotInForm = false, bool InDoubt = false);

/// <summary>A figure that a rule names by statement, row and column, with the factor it enters a sum with.</summary>
/// <param name="Statement">One of <see cref="StatementId"/>.</param>
/// <param name="Column">One of <see cref="ColumnKey"/>.</param>
/// <param name="RowName">How a person calls the row.</param>
/// <param name="FindRow">Finds the row; null where the form has none.</param>
/// <exception cref="FormatException">No table or no column is called so: a rule that names it would never find anything, and never say so.</exception>
public sealed record Operand(string Statement, string Column, Phrase RowName, Func<IndexedStatement, IndexedRow?> FindRow)
{
    public string Statement { get; } = StatementId.Parse(Statement).ToString();

    public string Column { get; } = ColumnKey.Parse(Column).ToString();

    public decimal Factor { get; init; } = 1;

    /// <summary>True when a row or column that is not printed means that there is no such money (a code without amounts is left out).</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>Of which side of the table the row is the total; null for tables without sides.</summary>
    private RowSide? Side { get; init; }

    /// <summary>One text for operands that are one cell, whatever else is said of them.</summary>
    internal string Cell => string.Join(' ', Statement, Column, RowName.Chinese, Side);

    /// <summary>True when the row is that of a code, which a table by units does not have.</summary>
    private bool IsCode { get; init; }

    /// <summary>Where forms print the figure under different columns: the one of this table. Null for <see cref="Column"/>.</summary>
    public Func<IndexedStatement, string>? ColumnIn { get; init; }

    /// <summary>The same operand, counted as nothing when its row is not printed.</summary>
    public Operand OrNothing() => this with { MayBeAbsent = true };

    public Operand Subtracted() => this with { Factor = -Factor };

    /// <summary>The 总计 / 合计 row.</summary>
    public static Operand Total(string statement, string column = "total", RowSide? side = null) =>
        new(statement, column, new("总计", "grand total"), table => table.Total(side) ?? (table.Rows is [{ Name: "" } only] ? only : null)) { Side = side };

    /// <summary>The first row whose bare name is one of the given.</summary>
    public static Operand Named(string statement, RowSide? side, string column, params string[] names) =>
        new(statement, column, Phrase.Same(names[0]), table => table.ByName(side, names)) { Side = side };

    public static Operand Code(string statement, string code, string column = "total") =>
        new(statement, column, Phrase.Same(code), table => table.ByCode(code)) { IsCode = true };

    public Located Locate(FigureIndex index)
    {
        if (index.Find(Statement) is not { } table)
            return new(null, new($"{Statement} 未见此表", $"statement {Statement}"));
        if (table.IsEmpty)
            return new(null);
        if (IsCode && table.IsByUnit)
            return new(null, Lookup.ByUnit(table));
        IndexedRow? row = FindRow(table);
        if (row is null)
            return MayBeAbsent ? new(null, InDoubt: table.AreRowsInDoubt) : new(null, new($"{Statement} “{RowName.Chinese}”行", $"row {RowName.English} of {Statement}"));
        return row[ColumnIn?.Invoke(table) ?? Column] is { } figure ? new(figure) : new(null, NotInForm: !MayBeAbsent);
    }
}
