using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Turns the collected parts of a table into a statement.</summary>
internal static class StatementBuilder
{
    /// <summary>Among so many amounts of a column one without decimals is odd; where there are more of them, it is the custom.</summary>
    private const int AmountsPerWhole = 4;

    /// <summary>Letters; 此表为空 in a cell says less than the sentence below the table.</summary>
    private const int Sentence = 12;

    public static Statement Build(OpenTable table, AmountUnit? unit, IEnumerable<TextLine> below, (PageContent Page, TextLine Line)? stray, out ImmutableArray<TextLine> noteLines)
    {
        var reader = new RowReader(table.Binding);
        foreach (TablePart part in table.Parts)
            reader.Read(part);
        reader.SettleMerged();
        List<DraftRow> drafts = ByList(DropBlankTotals(DropRepeatedTotals(reader.Rows)), table.Binding);
        (string? note, noteLines) = FindNote(reader, below, drafts.Count == 0);
        ImmutableArray<BoundColumn> columns = [.. table.Binding.Columns.Where(column => column.Role == ColumnRole.Amount)];
        var rows = ImmutableArray.CreateBuilder<StatementRow>(drafts.Count);
        var doubts = new DoubtCollector(table, columns);
        DoubtLoneNames(drafts, table.Binding);
        DoubtWholeNumbers(drafts);
        foreach (DraftRow draft in drafts)
        {
            doubts.Add(draft, rows.Count);
            rows.Add(BuildRow(draft, table.Binding.Statement, columns) with { List = ListOf(draft, columns) });
        }
        doubts.Add(reader.Astray);
        doubts.AddCodes(reader.UnboundCodes);
        if (stray is { } beyond)
            doubts.AddStray(beyond.Page, beyond.Line);
        TableHeading heading = table.First.Heading;
        return new Statement
        {
            Id = table.Binding.Statement.Id,
            Label = heading.Label,
            Title = heading.Title ?? "",
            Unit = unit,
            Pages = PagesOf(table, drafts),
            EmptyNote = note,
            LeftInstruction = EmptyNotes.LeftInstruction(below),
            Columns =
            [
                .. columns.DistinctBy(column => (column.Side, column.Key))
                    .Select(column => new StatementColumn(column.Key!, column.Header.Texts, table.Binding.Statement.Sides[column.Side].Side, column.Header.Number)),
            ],
            Rows = rows.MoveToImmutable(),
            Department = table.Parts.Select(part => part.Fragment.Heading.Department).FirstOrDefault(name => name is not null),
            Doubts = doubts.ToImmutable(),
        };
    }

    /// <summary>
    /// Where no line parts the columns, a number without decimals among amounts that have them may be the line number of
    /// the column beside them.
    /// </summary>
    private static void DoubtWholeNumbers(List<DraftRow> drafts)
    {
        IEnumerable<(DraftRow Row, DraftAmount Amount)[]> columns = drafts
            .SelectMany(draft => draft.Amounts.Select(pair => (Row: draft, Column: (draft.Side, pair.Key), Amount: pair.Value)))
            .Where(cell => cell.Amount.Reading.Value is not (null or 0))
            .GroupBy(cell => cell.Column, cell => (cell.Row, cell.Amount))
            .Select(column => column.ToArray());
        foreach ((DraftRow Row, DraftAmount Amount)[] column in columns)
        {
            (DraftRow Row, DraftAmount Amount)[] whole = [.. column.Where(cell => cell.Amount.Reading.Value!.Value.Scale == 0)];
            if (whole.Length * AmountsPerWhole > column.Length)
                continue;
            foreach ((DraftRow row, DraftAmount amount) in whole.Where(cell => cell.Row.Fragment.Grid.Evidence != GridEvidence.Ruled))
                row.Doubts.Add(("whole-number", new Phrase(
                    $"“{amount.Text}”没有小数，而该列其他金额都有，可能是行次",
                    $"\"{amount.Text}\" has no decimals, as all other amounts of its column do, and may be a line number")));
        }
    }

    /// <summary>
    /// Where no line parts the rows, a name without code and amounts among rows that have them may be a piece of the name
    /// above or below it.
    /// </summary>
    private static void DoubtLoneNames(List<DraftRow> drafts, StatementBinding binding)
    {
        if (!binding.Columns.Any(column => column.Role == ColumnRole.Code))
            return;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not { Code: null, HasAmounts: false, IsTotal: false } lone || lone.Fragment.HasRowLines)
                continue;
            foreach (DraftRow draft in drafts.Skip(Math.Max(0, i - 1)).Take(i == 0 ? 2 : 3))
                draft.Doubts.Add(("lone-name", new Phrase(
                    $"“{lone.Name}”单独成行，可能是相邻一行名称的一部分",
                    $"\"{lone.Name}\" stands alone in its row and may be a piece of the name beside it")));
        }
    }

    /// <summary>A total that is printed again on a further page is one total.</summary>
    private static List<DraftRow> DropRepeatedTotals(List<DraftRow> rows)
    {
        var kept = new List<DraftRow>(rows.Count);
        foreach (DraftRow row in rows)
            if (!kept.Exists(before => before.Fragment != row.Fragment && IsSameTotal(before, row)))
                kept.Add(row);
        return kept;
    }

    private static bool IsSameTotal(DraftRow left, DraftRow right) =>
        left.Block == right.Block && right.Code is null && RowLabel.IsGrandTotal(right.Name) && left.Name == right.Name && right.HasAmounts
        && right.Amounts.All(amount => left.Amounts.TryGetValue(amount.Key, out DraftAmount? other) && other.Text == amount.Value.Text);

    /// <summary>Where a side prints several lists beside each other, each is read from top to bottom before the next.</summary>
    private static List<DraftRow> ByList(List<DraftRow> rows, StatementBinding binding) =>
        binding.Statement.Sides.Where((_, side) => Lists(side, binding.Columns).Count > 1).Any() ? [.. rows.OrderBy(row => row.Block)] : rows;

    /// <summary>By what stands above its columns; a long list in two columns of the page stands below one group.</summary>
    private static HashSet<string?> Lists(int side, IEnumerable<BoundColumn> columns) =>
        [.. columns.Where(column => column.Side == side && column.Role == ColumnRole.Amount).Select(Group)];

    private static string? Group(BoundColumn column) => column.Header.Texts.Length > 1 ? column.Header.Texts[^2] : null;

    /// <summary>What stands above the columns of a list that is one of several of its side.</summary>
    private static string? ListOf(DraftRow draft, ImmutableArray<BoundColumn> columns)
    {
        bool isOneOfSeveral = columns.Where(column => column.Side == draft.Side).Select(column => column.Block).Distinct().Count() > 1 && Lists(draft.Side, columns).Count > 1;
        return isOneOfSeveral ? Group(columns.First(column => column.Block == draft.Block)) : null;
    }

    /// <summary>A total row without any amount is part of an empty form, not a row of figures.</summary>
    private static List<DraftRow> DropBlankTotals(List<DraftRow> rows) =>
        rows.All(row => row.IsTotal && !row.HasAmounts) ? [] : rows;

    private static (string? Note, ImmutableArray<TextLine> Lines) FindNote(RowReader reader, IEnumerable<TextLine> below, bool isEmpty)
    {
        string? inside = reader.Notes.FirstOrDefault(text => EmptyNotes.SaysEmpty(text, isEmpty) && (isEmpty || !EmptyNotes.IsConditional(text)));
        if (inside is { Length: >= Sentence })
            return (inside, []);
        return EmptyNotes.Find(below, isEmpty) is { } found && (isEmpty || !EmptyNotes.IsConditional(found.Text)) ? (found.Text, [.. found.Lines]) : (inside, []);
    }

    /// <summary>A page with nothing but the rest of the table's lines is not one of its pages.</summary>
    private static ImmutableArray<int> PagesOf(OpenTable table, List<DraftRow> rows)
    {
        IEnumerable<int> printed = table.Parts
            .Where(part => part.Fragment.Introduces || rows.Any(row => row.Fragment == part.Fragment))
            .Select(part => part.Fragment.Number);
        return [.. printed.Prepend(table.First.Number).Distinct().Order()];
    }

    private static StatementRow BuildRow(DraftRow draft, StatementLayout statement, ImmutableArray<BoundColumn> columns)
    {
        PageContent page = draft.Fragment.Page;
        Box row = draft.Fragment.View.RowBox(draft.GridRow);
        return new StatementRow
        {
            Side = statement.Sides[draft.Side].Side,
            Code = draft.Code,
            Name = draft.Name,
            Project = draft.Project,
            GovernmentCode = draft.GovernmentCode,
            GovernmentName = draft.Government,
            Cells = [.. columns.Where(column => column.Block == draft.Block).Select(column => BuildCell(draft, column.Key!, row))],
            Page = draft.Fragment.Number,
            Box = page.ToPage(draft.Box ?? row),
        };
    }

    private static AmountCell BuildCell(DraftRow draft, string key, Box row)
    {
        PageContent page = draft.Fragment.Page;
        if (!draft.Amounts.TryGetValue(key, out DraftAmount? amount))
            return new AmountCell(key, null, "", draft.Fragment.Number, page.ToPage(row));
        AmountReading reading = amount.Reading;
        Box box = amount.TextBox ?? amount.Cells[0].Box;
        return new AmountCell(key, reading.Value, amount.Text, amount.Fragment.Number, amount.Fragment.Page.ToPage(box));
    }
}
