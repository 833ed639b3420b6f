using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents;

/// <summary>
/// One statutory table in canonical form, whatever the template it was printed in. Amounts are in
/// <see cref="Unit"/>; a blank cell is not a zero.
/// </summary>
public sealed record Statement
{
    /// <summary><c>T01</c>…<c>T11</c>, <c>F01</c>…<c>F09</c> for final accounts.</summary>
    public required string Id { get; init; }

    /// <summary>As printed, spaces removed (<c>表3</c>); null where none is printed.</summary>
    public string? Label { get; init; }

    /// <summary>As printed, spaces removed.</summary>
    public required string Title { get; init; }

    /// <summary>Null when the table does not say and nothing else settles it.</summary>
    public AmountUnit? Unit { get; init; }

    /// <summary>1-based, ascending.</summary>
    public required ImmutableArray<int> Pages { get; init; }

    /// <summary>True when the table has no data rows.</summary>
    public bool Empty => Rows.IsEmpty;

    /// <summary>The printed sentence saying that the table is empty, or null.</summary>
    public string? EmptyNote { get; init; }

    /// <summary>An instruction to the author that was left below the table ("…仍保留该表格式，并在本表下方作下述说明"), or null.</summary>
    public string? LeftInstruction { get; init; }

    /// <summary>Amount columns in print order.</summary>
    public required ImmutableArray<StatementColumn> Columns { get; init; }

    /// <summary>In print order; on two-sided tables the income row of a printed line precedes its expenditure row.</summary>
    public required ImmutableArray<StatementRow> Rows { get; init; }

    /// <summary>编制部门 / 编制单位 printed above the table, or null.</summary>
    public string? Department { get; init; }

    /// <summary>What the reader is unsure of in this table; empty for a clean reading.</summary>
    public ImmutableArray<ExtractionDoubt> Doubts { get; init; } = [];

    /// <summary>Whether the reading of this very cell is in doubt, whatever is doubted of its row, its column or the table.</summary>
    /// <param name="row">Index in <see cref="Rows"/>.</param>
    public bool IsDoubted(int row, AmountCell cell) => cell.IsUnread || Doubts.Any(doubt => doubt.Row == row && doubt.Column == cell.Column);
}

/// <summary>An amount column.</summary>
/// <param name="Key">Canonical key, unique within its side: <c>total</c>, <c>basic</c> …</param>
/// <param name="Header">Header texts from top to leaf, spaces removed.</param>
/// <param name="Side">On two-sided tables, the side the column belongs to.</param>
/// <param name="Number">The column number (栏次) printed below its header, or null.</param>
public sealed record StatementColumn(string Key, ImmutableArray<string> Header, RowSide? Side = null, int? Number = null);

/// <summary>Side of a table that prints two lists side by side.</summary>
public enum RowSide
{
    /// <summary>收入 in T01, T04, F01, F04.</summary>
    Income,

    /// <summary>支出 in T01, T04, F01, F04.</summary>
    Expenditure,

    /// <summary>人员经费 half of F06.</summary>
    Personnel,

    /// <summary>公用经费 half of F06.</summary>
    Operating,
}

/// <summary>One line of one side of a table.</summary>
public sealed record StatementRow
{
    public RowSide? Side { get; init; }

    /// <summary>Classification code, parts joined: 类 <c>201</c>, 类款 <c>20103</c>, 类款项 <c>2010301</c>; null where none is printed.</summary>
    public string? Code { get; init; }

    /// <summary>科目名称 / 项目 as printed, spaces and line breaks removed, radicals folded; "" where none is printed.</summary>
    public required string Name { get; init; }

    /// <summary>项目名称 in T07 and T11.</summary>
    public string? Project { get; init; }

    /// <summary>Code of the government's economic classification (政府预算支出经济科目) beside the department's; null for most tables.</summary>
    public string? GovernmentCode { get; init; }

    /// <summary>Its name.</summary>
    public string? GovernmentName { get; init; }

    /// <summary>
    /// What stands above the list that the row is in where a side prints several beside each other, each of which adds up to the
    /// side's total: 功能分类, 支出用途. Null for most tables.
    /// </summary>
    public string? List { get; init; }

    /// <summary>One per amount column of the row's side, in print order.</summary>
    public required ImmutableArray<AmountCell> Cells { get; init; }

    /// <summary>0 for the first of the rows that are alike in statement, side, code, name and project; set when it is put into a document. See <see cref="CellId"/>.</summary>
    public int Occurrence { get; internal init; }

    /// <summary>1-based page where the row begins.</summary>
    public required int Page { get; init; }

    /// <summary>In the page's unrotated space.</summary>
    public required Box Box { get; init; }

    /// <summary>The cell under a column key, or null when the row's side has no such column.</summary>
    public AmountCell? Cell(string column)
    {
        foreach (AmountCell cell in Cells)
            if (cell.Column == column)
                return cell;
        return null;
    }

    /// <summary>The amount under a column key; null when blank, unread or absent.</summary>
    public decimal? Value(string column) => Cell(column)?.Value;
}

/// <summary>An amount cell.</summary>
/// <param name="Column">Key of its column.</param>
/// <param name="Value">
/// The amount in the statement's unit with its printed decimals as scale; null when the cell is blank
/// or could not be read as an amount.
/// </param>
/// <param name="Text">As printed, spaces removed; "" when blank.</param>
/// <param name="Page">1-based.</param>
/// <param name="Box">Of the text, or of the cell when blank; in the page's unrotated space.</param>
public sealed record AmountCell(string Column, decimal? Value, string Text, int Page, Box Box)
{
    /// <summary>
    /// Nothing is printed, or only a dash, which these forms use for "none". Neither is a zero; the dash
    /// is kept in <see cref="Text"/>.
    /// </summary>
    public bool IsBlank => Value is null && (Text.Length == 0 || AmountParser.IsDash(Text));

    /// <summary>Something is printed that is neither an amount nor a dash; nothing may be concluded from the cell.</summary>
    public bool IsUnread => Value is null && !IsBlank;

    /// <summary>Null for an amount that was read from letters of the file, and that nobody has corrected.</summary>
    public CellRecognition? Recognition { get; init; }
}

/// <summary>
/// A place where the reading may be wrong: text that did not parse, letters that no cell could take, a
/// column bound on weak evidence. The reconciler accuses nobody on such a cell.
/// </summary>
/// <param name="Code">Kebab-case: <c>unread-amount</c>, <c>unplaced-text</c>, <c>weak-column</c> …</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Column">Key of the column concerned, or null for the table or a whole row.</param>
/// <param name="Row">Index in <see cref="Statement.Rows"/>, or null.</param>
/// <param name="Page">1-based.</param>
/// <param name="Box">Where to look.</param>
public sealed record ExtractionDoubt(string Code, Phrase Message, string? Column, int? Row, int Page, Box Box)
{
    /// <summary><see cref="Code"/> of a row whose classification code has not 3, 5 or 7 digits.</summary>
    public const string CodeShape = "code-shape";

    /// <summary><see cref="Code"/> of what was recognised in a picture and is not certain.</summary>
    public const string Recognition = "unsure-recognition";
}
