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

    /// <summary>The cell of its name stands over the column of the projects too.</summary>
    public bool NamesProject { get; set; }

    /// <summary>The subject of the government's classification beside the department's, code and name in one.</summary>
    public string? Government { get; set; }

    public string? GovernmentCode { get; set; }

    /// <summary>By column key.</summary>
    public Dictionary<string, DraftAmount> Amounts { get; } = [];

    /// <summary>Around what is printed in the row itself.</summary>
    public Box? Box { get; private set; }

    /// <summary>The last line of its name.</summary>
    public Box? NameEnd { get; set; }

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

    /// <summary>Takes a line of its own that was read as a row: the rest of the name, and amounts that this row lacks.</summary>
    public void Take(DraftRow line)
    {
        Name += line.Name;
        NameEnd = line.NameEnd;
        LabelDoubts |= line.LabelDoubts;
        Doubts.AddRange(line.Doubts);
        if (line.HasAmounts)
            foreach ((string key, DraftAmount amount) in line.Amounts)
                Amounts[key] = amount;
        if (line.Box is { } box)
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

    /// <summary>A number that a page end or the end of a line cut in two was put together from both parts.</summary>
    public bool IsRejoined => _rejoined is not null;

    /// <summary>Both parts of a number that was put together stand on one page.</summary>
    public bool IsOfOnePage { get; private set; }

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

    /// <summary>Is what the next page or line prints the rest of this number, so that neither is one alone or this lacks decimals?</summary>
    public bool CanRejoin(DraftAmount rest) => IsRest(Text, rest.Text) && AmountParser.Parse(Text + rest.Text).IsAmount;

    /// <summary>Takes the rest of a number; see <see cref="CanRejoin"/>.</summary>
    public void Rejoin(DraftAmount rest) =>
        (_reading, _rejoined, IsOfOnePage) = (AmountParser.Parse(Text + rest.Text), Text + rest.Text, rest.Fragment == Fragment);

    /// <summary>
    /// 12.9 and 2, 12. and 92, 12 and .92, 1, and 212.12: the first part ends before its second decimal. 9,59 and 0,646.21: one of
    /// the parts is no number by its separators, and the whole is one.
    /// </summary>
    private static bool IsRest(string begin, string rest)
    {
        if (!rest.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ','))
            return false;
        int point = begin.IndexOf('.', StringComparison.Ordinal);
        return point >= 0 ? begin.Length - point <= 2
            : rest.StartsWith('.') || !AmountParser.Parse(begin).IsAmount || !AmountParser.Parse(rest).IsAmount;
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
