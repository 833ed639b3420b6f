using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Collects what is unsure in the reading of one table.</summary>
internal sealed class DoubtCollector
{
    /// <summary>Share of the letters' height; a space is a quarter of it.</summary>
    private const float TouchingGap = 0.05f;

    /// <summary>A sign is no farther from its number, in heights of the letters.</summary>
    private const float SignGap = 1.25f;

    private static readonly Phrase _stop = new("。", ".");

    private readonly HashSet<string> _hidden = [];
    private readonly ImmutableArray<ExtractionDoubt>.Builder _doubts = ImmutableArray.CreateBuilder<ExtractionDoubt>();

    public DoubtCollector(OpenTable table, ImmutableArray<BoundColumn> columns)
    {
        foreach (BoundColumn column in columns.Where(column => column.Weakness is not null))
            _doubts.Add(new ExtractionDoubt(
                column.IsKnown ? "weak-column" : "unknown-column", new Phrase($"“{column.Key}”列：", $"Column {column.Key}: ") + column.Weakness!.Value + _stop,
                column.Key, null, table.First.Number, table.First.Page.ToPage(table.First.Grid.Box)));
        foreach (BoundColumn column in table.Binding.Columns.Where(column => column.Role == ColumnRole.Code))
            if (CodeReader.BehindHeader(column.Header.Texts) is { } code)
                Add("code-in-header", Quoted(code) + new Phrase("印在编码列的表头内，可能是第一行的编码。", " stands in the header of the codes and may be that of the first row."), table.Head, table.Head.Grid.Box);
        foreach (TableFragment left in table.LeftOut)
            Add("left-out-rows", new($"第 {left.Number} 页的表格可能是其续表，未能按其各列读取。", $"The table on page {left.Number} may continue it and could not be read under its columns."), left, left.Grid.Box);
        foreach (TablePart part in table.Parts)
        {
            if (part.Fragment.Grid.IsCutOff)
                Add("cut-off", new("表格超出页面可见范围，其部分数字被裁去。", "The table goes on beyond what is shown of the page; some of its figures are cut off."), part.Fragment, part.Fragment.Grid.Box);
            foreach (TextLine line in part.Fragment.Grid.Unplaced)
                Add("unplaced-text", Quoted(PrintedText.Compact(line.Text)) + new Phrase("印在表格的单元格之间。", " stands between the cells of the table."), part.Fragment, line.Box);
            foreach (TextLine line in part.Fragment.After.Where(line => StrayAmounts.Is(line) || (!part.Fragment.HasRowLines && StrayAmounts.IsRow(line))))
                Add("stray-amount", Quoted(line.Text) + new Phrase("印在表格之外，可能属于该表。", " stands below the table and may belong to it."), part.Fragment, line.Box);
        }
    }

    public void Add(DraftRow draft, int row)
    {
        foreach ((string code, Phrase message) in draft.Doubts)
            _doubts.Add(new ExtractionDoubt(code, message + _stop, null, row, draft.Fragment.Number, PageBox(draft, draft.Box)));
        foreach (Phrase message in PrintedDoubts.Of(draft.LabelDoubts))
            _doubts.Add(new ExtractionDoubt("doubtful-print", message + _stop, null, row, draft.Fragment.Number, PageBox(draft, draft.Box)));
        foreach ((string key, DraftAmount amount) in draft.Amounts)
        {
            AddPrinted(draft, row, key, amount);
            AmountReading reading = amount.Reading;
            Box box = PageBox(draft, amount.TextBox);
            if (reading.Outcome == AmountOutcome.Unread)
                _doubts.Add(new ExtractionDoubt("unread-amount", Quoted(amount.Text) + new Phrase("不是金额：", " is no amount: ") + Reason(reading.Failure) + _stop, key, row, draft.Fragment.Number, box));
            else if (amount is { IsRejoined: true, IsOfOnePage: true })
                _doubts.Add(new ExtractionDoubt("broken-amount", Quoted(amount.Text) + new Phrase("分两行印，由两行的数字拼成。", " was broken over two lines and put together from both."), key, row, amount.Fragment.Number, box));
            else if (amount.IsRejoined)
                _doubts.Add(new ExtractionDoubt("cut-amount", Quoted(amount.Text) + new Phrase("被分页切断，由两页的数字拼成。", " was cut by the page end and put together from both pages."), key, row, amount.Fragment.Number, box));
            else if (amount.IsSpread)
                _doubts.Add(new ExtractionDoubt("spread-amount", Quoted(amount.Text) + new Phrase("印在跨多列的单元格内。", " stands in a cell over several columns."), key, row, draft.Fragment.Number, box));
        }
        foreach (string key in draft.SpreadOver)
            _doubts.Add(new ExtractionDoubt("spread-amount", new("该列的单元格与相邻列的相连，其中的数字属于哪一列不能确定。", "The cell of this column is one with that of another; which of them its number belongs to is not certain."), key, row, draft.Fragment.Number, PageBox(draft, null)));
        AddTouching(draft, row);
    }

    /// <summary>What cannot be seen in one cell may be what the rest of its column lacks.</summary>
    private void AddPrinted(DraftRow draft, int row, string key, DraftAmount amount)
    {
        CellDoubts doubts = amount.Doubts;
        Box box = PageBox(draft, amount.TextBox ?? amount.Cells[0].Box);
        foreach (Phrase message in PrintedDoubts.Of(doubts))
            _doubts.Add(new ExtractionDoubt("doubtful-print", message + _stop, key, row, draft.Fragment.Number, box));
        if ((doubts & CellDoubts.Hidden) != 0 && _hidden.Add(key))
            _doubts.Add(new ExtractionDoubt(
                "hidden-in-column", new Phrase("该列有看不见或被遮盖的数字。", "Figures of this column are hidden or covered."), key, null, draft.Fragment.Number, box));
    }

    /// <summary>
    /// Numbers that run into one another over a ruling: which of them a digit at the border belongs to is
    /// anybody's guess.
    /// </summary>
    private void AddTouching(DraftRow draft, int row)
    {
        (string Key, Box Box)[] printed =
            [.. draft.Amounts.Where(pair => pair.Value.IsPrinted).Select(pair => (pair.Key, Box: pair.Value.TextBox!.Value)).OrderBy(pair => pair.Box.Left)];
        for (int i = 1; i < printed.Length; i++)
        {
            (Box left, Box right) = (printed[i - 1].Box, printed[i].Box);
            bool sameLine = left.Bottom < right.CenterY && left.Top > right.CenterY;
            if (sameLine && draft.Fragment.Grid.Evidence != GridEvidence.Ruled && draft.Amounts[printed[i - 1].Key].Reading.Outcome == AmountOutcome.Dash
                && draft.Amounts[printed[i].Key].Reading.IsAmount && right.Left - left.Right < SignGap * right.Height)
            {
                foreach (string key in (string[])[printed[i - 1].Key, printed[i].Key])
                    _doubts.Add(new ExtractionDoubt(
                        "sign-beside", new Phrase("两列之间的短线可能是其后数字的负号。", "The dash between two columns may be the sign of the number after it."), key, row, draft.Fragment.Number, PageBox(draft, left.Union(right))));
            }

            if (sameLine && right.Left - left.Right < TouchingGap * left.Height)
                foreach (string key in (string[])[printed[i - 1].Key, printed[i].Key])
                    _doubts.Add(new ExtractionDoubt(
                        "touching-amounts", new Phrase("两个数字越过列边线相连，无法确定边线处的数位属于哪一列。", "Two numbers touch over the border of their columns."), key, row, draft.Fragment.Number, PageBox(draft, left.Union(right))));
        }
    }

    /// <param name="page">The page behind the table that it stands on.</param>
    public void AddStray(PageContent page, TextLine line) => _doubts.Add(new ExtractionDoubt(
        "stray-amount", Quoted(line.Text) + new Phrase("印在该表之后的一页上，不属于任何读出的表，可能属于该表。", " stands on a page behind the table, in no table that was read, and may belong to it."),
        null, null, page.Page.Number, page.ToPage(line.Box)));

    public void Add(IEnumerable<(TableFragment Fragment, GridCell Cell)> astray)
    {
        foreach ((TableFragment fragment, GridCell cell) in astray)
            Add("unplaced-text", Quoted(PrintedText.Compact(cell.Text)) + new Phrase("印在没有表头的列内。", " stands in a column without a header."), fragment, cell.Box);
    }

    /// <summary>One doubt for each page: rows without their codes are rows that nothing can be compared with.</summary>
    public void AddCodes(IEnumerable<(TableFragment Fragment, GridCell Cell)> unbound)
    {
        foreach (IGrouping<TableFragment, GridCell> codes in unbound.GroupBy(code => code.Fragment, code => code.Cell))
            Add("unbound-codes", Quoted(codes.First().Text) + new Phrase($"等 {codes.Count()} 个编码所在的列未能认作编码列。", $": {codes.Count()} codes stand in a column that was not bound as that of the codes."), codes.Key, codes.First().Box);
    }

    public ImmutableArray<ExtractionDoubt> ToImmutable() => _doubts.ToImmutable();

    private void Add(string code, Phrase message, TableFragment fragment, Box box) =>
        _doubts.Add(new ExtractionDoubt(code, message, null, null, fragment.Number, fragment.Page.ToPage(box)));

    private static Box PageBox(DraftRow draft, Box? box) =>
        draft.Fragment.Page.ToPage(box ?? draft.Fragment.View.RowBox(draft.GridRow));

    private static Phrase Quoted(string text) => new($"“{text}”", $"\"{text}\"");

    private static Phrase Reason(AmountFailure failure) => failure switch
    {
        AmountFailure.Words => new("含有文字", "it holds words"),
        AmountFailure.Percent => new("是百分比", "it is a percentage"),
        AmountFailure.SeveralNumbers => new("含有多个数字", "it holds more than one number"),
        AmountFailure.Grouping => new("分节号不是每三位一节", "its separators do not part the digits in threes"),
        AmountFailure.LeadingZero => new("以零开头，像是编码", "it begins with a zero, as codes do"),
        AmountFailure.Sign => new("正负号或括号不完整", "its sign or bracket is incomplete"),
        AmountFailure.TooLong => new("位数过多", "it has too many digits"),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
    };
}
