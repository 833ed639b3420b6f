using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Reads the rows of one statement from its parts, one after the other.</summary>
internal sealed class RowReader(StatementBinding binding)
{
    /// <summary>Digits of 类, 款 and 项.</summary>
    private const int LongestCode = 7;

    /// <summary>Letters; 此表为空, 无数据 alone in a row.</summary>
    private const int ShortNote = 12;

    /// <summary>Headers of code columns; Shanghai's final accounts print them in the line of the first total.</summary>
    private static readonly HashSet<string> _headerLetters = ["类", "款", "项"];

    private readonly (int Block, int Side, CodeReader Codes)[] _blocks =
        [.. binding.Columns.Select(column => (column.Block, column.Side)).Distinct().Select(block => (block.Block, block.Side, new CodeReader()))];

    /// <summary>The columns that the cell being read stands in.</summary>
    private readonly List<BoundColumn> _covered = [];

    /// <summary>Above the rows of a list in groups: what the cell of the group that is being read says, by column.</summary>
    private readonly Dictionary<BoundColumn, string> _groups = [];

    /// <summary>No cell of a group was printed yet on a page that goes on with the table.</summary>
    private bool _goesOn;

    /// <summary>In print order.</summary>
    public List<DraftRow> Rows { get; } = [];

    /// <summary>Texts of notes that are printed as rows of the table.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Text in columns that hold neither labels nor amounts.</summary>
    public List<(TableFragment Fragment, GridCell Cell)> Astray { get; } = [];

    /// <summary>Classification codes in columns that were not bound as those of the codes.</summary>
    public List<(TableFragment Fragment, GridCell Cell)> UnboundCodes { get; } = [];

    public void Read(TablePart part)
    {
        int before = Rows.Count;
        _goesOn = before > 0;
        for (int row = part.DataRow; row < part.Fragment.View.Rows; row++)
            if (!IsNote(part.Fragment.View, row))
                Rows.AddRange(ReadRow(part, row).Where(draft => !draft.IsBlank && !RepeatsHeader(draft)));
        BrokenRows.Join(Rows, before);
        if (!binding.Columns.Any(column => column.Role == ColumnRole.Code))
            RunOnNames.Join(Rows, before);
        LostGroups.Doubt(Rows, before);
        if (before > 0 && Rows.Count > before)
            SplitRows.Join(Rows, before);
    }

    /// <summary>Rows whose amount is that of a row above, in a cell merged over both.</summary>
    public void SettleMerged() => MergedAmounts.Settle(Rows);

    private DraftRow[] ReadRow(TablePart part, int row)
    {
        GridView view = part.Fragment.View;
        DraftRow[] drafts = [.. _blocks.Select(block => new DraftRow(block.Block, block.Side, part.Fragment, row))];
        for (int column = 0; column < view.Columns;)
        {
            int index = view.CellAt(row, column);
            GridCell? cell = index < 0 ? null : view.Cell(index);
            int next = cell is null ? column + 1 : cell.Column + cell.ColumnSpan;
            if (cell is not null && (cell.Row == row || cell.Row >= part.DataRow))
                Put(drafts, part, cell, view.Text(index), isCarried: cell.Row < row);
            column = Math.Max(next, column + 1);
        }
        foreach (DraftRow draft in drafts)
            Finish(draft);
        OddLabels.DoubtBeside(drafts);
        return drafts;
    }

    /// <param name="isCarried">The cell began in a row above and reaches down to this one.</param>
    private void Put(DraftRow[] drafts, TablePart part, GridCell cell, string text, bool isCarried)
    {
        FindCovered(part.Map, cell);
        if (_covered.Count == 0)
        {
            PutAside(part.Fragment, cell, text, isCarried, isOfNoColumn: true);
            return;
        }

        BoundColumn column = Choose(cell, text);
        DraftRow draft = drafts[column.Block];
        switch (column.Role)
        {
            case ColumnRole.Code when text.Length == 0 || HasDigit(text) || CodeReader.IsLikeDigits(text) || _headerLetters.Contains(text):
                draft.CodeParts.Add(text);
                if (CodeReader.IsUnread(text) && !_headerLetters.Contains(text))
                    draft.Doubts.Add(("unread-code", new Phrase($"编码“{text}”含有不是数字的字符", $"The code \"{text}\" holds what is no digit")));
                break;
            case ColumnRole.Code or ColumnRole.Name:
                draft.Name += GroupGoingOn(part, column, cell, text) + text;
                draft.NameEnd = isCarried || cell.Lines.IsEmpty ? draft.NameEnd : cell.Lines[^1].Box;
                if (!isCarried)
                    NameCells.Doubt(draft, cell, _covered);
                break;
            case ColumnRole.Project when text.Length > 0:
                draft.Project += text;
                break;
            case ColumnRole.Government when text.Length > 0:
                draft.Government += text;
                break;
            case ColumnRole.Amount when !isCarried || text.Length > 0:
                List<BoundColumn> over = _covered.Count > 1 ? _covered.FindAll(other => other.Role == ColumnRole.Amount) : _covered;
                PutAmount(part.Fragment, draft, column.Key!, cell, isCarried, over.Count > 1);
                if (!isCarried && over.Count > 1 && (!cell.Lines.IsEmpty || cell.Doubts != CellDoubts.None))
                    draft.SpreadOver.AddRange(over.Where(other => other != column).Select(other => other.Key!));
                break;
            case ColumnRole.Ignored:
                PutAside(part.Fragment, cell, text, isCarried, column.Header.Folded.IsEmpty);
                return;
            default:
                return;
        }
        if (column.Role is ColumnRole.Code or ColumnRole.Name or ColumnRole.Project)
            draft.LabelDoubts |= cell.Doubts;
        if (!isCarried)
            draft.Cover(cell);
    }

    /// <summary>
    /// What stands in a column that the statement has no use for. Where no column of the codes was found, codes in another tell that
    /// its header was misread, and that nothing of them is in the rows.
    /// </summary>
    private void PutAside(TableFragment fragment, GridCell cell, string text, bool isCarried, bool isOfNoColumn)
    {
        if (text.Length == 0 || isCarried)
            return;
        if (CodeReader.IsValid(text) && (isOfNoColumn || LacksCodes()))
            UnboundCodes.Add((fragment, cell));
        else if (isOfNoColumn)
            Astray.Add((fragment, cell));
    }

    private bool LacksCodes() =>
        binding.Statement.Sides.Any(side => !side.Code.IsEmpty && !side.CodeInName) && !binding.Columns.Any(column => column.Role == ColumnRole.Code);

    private static void PutAmount(TableFragment fragment, DraftRow draft, string key, GridCell cell, bool isCarried, bool isSpread)
    {
        if (!draft.Amounts.TryGetValue(key, out DraftAmount? amount))
            draft.Amounts.Add(key, amount = new DraftAmount { Fragment = fragment, IsCarried = isCarried });
        amount.Cells.Add(cell);
        amount.IsSpread |= isSpread && !cell.Lines.IsEmpty;
    }

    /// <summary>
    /// A group of rows that a page end cuts is named once: on the next page its cell is blank, and the rows beside it are still
    /// of the group. Where no lines part the rows, nothing else than the name shows where a group begins.
    /// </summary>
    private string GroupGoingOn(TablePart part, BoundColumn column, GridCell cell, string text)
    {
        bool isGroup = column.Header.Count > 1 && _covered.Count == 1 && cell.ColumnSpan < column.Header.Count && IsFirstOf(part.Map, column, cell);
        if (column.Header.Count < 2 || (!isGroup && cell.ColumnSpan < column.Header.Count))
            return "";
        if (isGroup && text.Length == 0 && _goesOn)
            return _groups.GetValueOrDefault(column, "");
        if (isGroup && text.Length == 0 && !part.Fragment.HasRowLines && ItemBeside(part.Fragment.View, cell) is { Length: > 0 } item && item != LostGroups.Subtotal)
            return _groups.GetValueOrDefault(column, "");
        _groups[column] = isGroup ? text : "";
        _goesOn = false;
        return "";
    }

    private static string ItemBeside(GridView view, GridCell group) =>
        group.Column + group.ColumnSpan < view.Columns && view.CellAt(group.Row, group.Column + group.ColumnSpan) is >= 0 and var index ? view.Text(index) : "";

    private bool IsFirstOf(ColumnMap map, BoundColumn column, GridCell cell) =>
        cell.Column == 0 || map[cell.Column - 1] is var left && (left < 0 || binding.Columns[left] != column);

    private void FindCovered(ColumnMap map, GridCell cell)
    {
        _covered.Clear();
        int last = -1;
        for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
            for (int index = map[column]; index >= 0 && index < map[column] + map.Count(column); index++)
                if (index != last)
                {
                    last = index;
                    _covered.Add(binding.Columns[index]);
                }
    }

    /// <summary>
    /// Where a merged cell belongs: words to the name, a number to the amount column it stands in. Over
    /// several blocks it is the name of the last, whose amount follows.
    /// </summary>
    private BoundColumn Choose(GridCell cell, string text)
    {
        if (_covered.Count == 1)
            return _covered[0];
        bool isAmount = AmountParser.Parse(text).IsAmount;
        if (isAmount && _covered.FindAll(column => column.Role == ColumnRole.Amount) is { Count: > 0 } amounts)
        {
            float share = (cell.TextBox!.Value.CenterX - cell.Box.Left) / Math.Max(1, cell.Box.Width);
            return amounts[Math.Clamp((int)(share * amounts.Count), 0, amounts.Count - 1)];
        }
        return _covered.FindLast(column => column.Role == ColumnRole.Name)
            ?? _covered.Find(column => column.Role is ColumnRole.Code or ColumnRole.Project)
            ?? _covered[0];
    }

    private void Finish(DraftRow draft)
    {
        SideLayout side = binding.Statement.Sides[draft.Side];
        draft.Code = _blocks[draft.Block].Codes.Join(draft.CodeParts);
        BoundColumn? codeColumn = binding.Columns.FirstOrDefault(column => column.Block == draft.Block && column.Role == ColumnRole.Code);
        if (draft.Government is { } subject)
            (draft.GovernmentCode, draft.Government) = CodeReader.Split(subject);
        if (draft.Code is null && (side.CodeInName || (codeColumn is null && !side.Code.IsEmpty) || RunsIntoName(draft, codeColumn)))
            (draft.Code, draft.Name) = CodeReader.Split(draft.Name);
        if (side.NameIsProject && draft.Name.Length > 0 && !RowLabel.IsSum(draft.Name))
            draft.Project = draft.Name;
        if (draft.Project is { } project && draft.Name.Length == 0 && RowLabel.IsSum(project))
            (draft.Name, draft.Project) = (project, null);
        bool isUnitCode = codeColumn?.Header.Folded.Any(text => text.Contains("单位", StringComparison.Ordinal)) ?? false;
        if (draft.Code is { Length: > LongestCode } codes && !isUnitCode)
            draft.Doubts.Add(("several-codes", new Phrase($"“{codes}”可能是相邻几行的编码", $"\"{codes}\" may be the codes of several rows")));
        else if (draft.Code is { } code && !CodeReader.IsValid(code) && !side.Code.IsEmpty && !isUnitCode)
            draft.Doubts.Add(("code-shape", new Phrase(
                $"“{code}”不是科目编码：类、款、项分别为 3、5、7 位",
                $"\"{code}\" is no classification code: 类, 款 and 项 have 3, 5 and 7 digits")));
        OddLabels.Doubt(draft);
        NameCells.DoubtProject(draft);
    }

    /// <summary>Where no lines part the columns, a code that fills its column may touch the name: both are read as the name.</summary>
    private static bool RunsIntoName(DraftRow draft, BoundColumn? codeColumn) => codeColumn is not null && draft.Fragment.Grid.Evidence != GridEvidence.Ruled
        && draft.CodeParts.TrueForAll(part => part.Length == 0) && CodeReader.Split(draft.Name) is { Code: { } code } && CodeReader.IsValid(code);

    /// <summary>A single cell that begins like a note, or a wide one that says why the table is empty.</summary>
    private bool IsNote(GridView view, int row)
    {
        int[] printed = [.. view.PrintedIn(row)];
        if (printed.Length != 1)
            return false;
        string text = view.Text(printed[0]);
        bool wide = view.Cell(printed[0]).ColumnSpan * 3 >= view.Columns * 2;
        bool isPlain = text.Length <= ShortNote && EmptyNotes.SaysEmpty(text, loosely: false);
        if (!EmptyNotes.IsNote(text) && !isPlain && !(wide && EmptyNotes.SaysEmpty(text, loosely: true)))
            return false;
        Notes.Add(text);
        return true;
    }

    private static bool HasDigit(string text)
    {
        foreach (char c in text)
            if (char.IsDigit(c))
                return true;
        return false;
    }

    private bool RepeatsHeader(DraftRow draft) =>
        draft.Name.Length > 0 && !draft.IsTotal
        && draft.Amounts.Values.All(amount => !amount.Reading.IsAmount)
        && draft.Code is null
        && IsOfHeader(draft.Name);

    /// <summary>Nothing but headers of the columns that name a row: several may stand in one cell where a page repeats them.</summary>
    private bool IsOfHeader(string name)
    {
        string rest = name;
        foreach (string text in binding.Columns.Where(column => column.Role is ColumnRole.Code or ColumnRole.Name or ColumnRole.Project).SelectMany(column => column.Header.Texts).Distinct().OrderByDescending(text => text.Length))
            if (text.Length > 1)
                rest = rest.Replace(text, "", StringComparison.Ordinal);
        return rest.Length == 0;
    }
}
