using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>One printed line of one block of columns while it is read.</summary>
internal sealed class DraftRow(int block, int side, TableFragment fragment, int gridRow)
{
    public int Block => block;

    public int Side => side;

    public TableFragment Fragment => fragment;

    public int GridRow => gridRow;

    /// <summary>Texts of the code cells, left to right, blank ones included.</summary>
    public List<string> CodeParts { get; } = [];

    public string? Code { get; set; }

    public string Name { get; set; } = "";

    public string? Project { get; set; }

    /// <summary>The subject of the government's classification beside the department's, code and name in one.</summary>
    public string? Government { get; set; }

    public string? GovernmentCode { get; set; }

    /// <summary>By column key.</summary>
    public Dictionary<string, DraftAmount> Amounts { get; } = [];

    /// <summary>Around what is printed in the row itself.</summary>
    public Box? Box { get; private set; }

    /// <summary>Code and message of what is unsure of the whole row.</summary>
    public List<(string Code, Phrase Message)> Doubts { get; } = [];

    public bool HasAmounts => Amounts.Values.Any(amount => amount.IsPrinted);

    /// <summary>Nothing is printed in it; a label that reaches down from the row above does not count.</summary>
    public bool IsBlank => Box is null || (Code is null && Name.Length == 0 && Project is null && !HasAmounts);

    public bool IsTotal => Code is null && RowLabel.IsTotal(Name);

    /// <summary>Keys of amount columns over which a cell with an amount of another column reaches.</summary>
    public List<string> SpreadOver { get; } = [];

    /// <summary>Doubts about its code, name and project.</summary>
    public CellDoubts LabelDoubts { get; set; }

    public void Cover(GridCell cell)
    {
        if (cell.TextBox is { } box)
            Box = Box?.Union(box) ?? box;
    }
}

/// <summary>What is printed in one amount cell.</summary>
internal sealed class DraftAmount
{
    private AmountReading? _reading;
    private string? _rejoined;

    public List<GridCell> Cells { get; } = [];

    public bool IsPrinted => Cells.Exists(cell => !cell.Lines.IsEmpty);

    /// <summary>Where the cells stand: a row that a page end cut has its amounts on either page.</summary>
    public required TableFragment Fragment { get; init; }

    /// <summary>The cell reaches down from the row where it began.</summary>
    public bool IsCarried { get; set; }

    /// <summary>A number that a page end cut in two was put together from both pages.</summary>
    public bool IsRejoined => _rejoined is not null;

    /// <summary>The cell covers more than one amount column; which one is meant was decided by where the number stands.</summary>
    public bool IsSpread { get; set; }

    /// <summary>What on the page speaks against believing it.</summary>
    public CellDoubts Doubts
    {
        get
        {
            CellDoubts all = CellDoubts.None;
            foreach (GridCell cell in Cells)
                all |= cell.Doubts;
            return all;
        }
    }

    public string Text => _rejoined ?? PrintedText.Compact(Cells.Count == 1 ? Cells[0].Text : string.Concat(Cells.Select(cell => cell.Text)));

    /// <summary>To be asked for when all cells are in.</summary>
    public AmountReading Reading => _reading ??= Read();

    public Box? TextBox
    {
        get
        {
            Box? all = null;
            foreach (GridCell cell in Cells)
                if (cell.TextBox is { } box)
                    all = all?.Union(box) ?? box;
            return all;
        }
    }

    /// <summary>
    /// Takes the rest of a number from the next page, where the number lacks decimals and the rest is what it lacks; false, and
    /// nothing is changed, where the two are no number together.
    /// </summary>
    public bool Rejoin(DraftAmount rest)
    {
        if (!IsPrinted || !rest.IsPrinted || !IsRest(Text, rest.Text) || AmountParser.Parse(Text + rest.Text) is not { IsAmount: true } whole)
            return false;
        (_reading, _rejoined) = (whole, Text + rest.Text);
        return true;
    }

    /// <summary>12.9 and 2, 12. and 92, 12 and .92, 1, and 212.12: the first part ends before its second decimal.</summary>
    private static bool IsRest(string begin, string rest)
    {
        int point = begin.IndexOf('.', StringComparison.Ordinal);
        bool isOpen = point < 0 ? rest.StartsWith('.') || begin.EndsWith(',') : begin.Length - point <= 2;
        return isOpen && rest.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',');
    }

    private AmountReading Read()
    {
        GridCell? printed = null;
        foreach (GridCell cell in Cells)
        {
            if (cell.Lines.IsEmpty)
                continue;
            if (printed is not null)
                return AmountReading.Unread(AmountFailure.SeveralNumbers);
            printed = cell;
        }
        return printed is null ? AmountReading.Blank : AmountLines.Read(printed.Lines, printed.Box);
    }
}
