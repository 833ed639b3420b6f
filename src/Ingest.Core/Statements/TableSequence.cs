using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>What a fragment became.</summary>
/// <param name="Table">The statement it is part of, or null.</param>
/// <param name="Foreign">The table that is no statement and that it is part of, or null.</param>
internal sealed record FragmentOutcome(TableFragment Fragment, GridRole Role, OpenTable? Table, List<Phrase> Reasons, ForeignTable? Foreign = null);

/// <summary>Goes through the fragments of a document in order: opens statements and continues them.</summary>
internal sealed class TableSequence(TableBinder binder, RankedLayouts layouts)
{
    private readonly List<FragmentOutcome> _outcomes = [];

    /// <summary>Ids of the statements that were opened: headers alone open none a second time.</summary>
    private readonly HashSet<string> _known = [];

    /// <summary>The statement that the last printed fragment was part of.</summary>
    private OpenTable? _open;

    /// <summary>The table of another kind that the last printed fragment was part of.</summary>
    private ForeignTable? _foreign;

    private bool _afterPerformance;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public List<FragmentOutcome> Read(IEnumerable<TableFragment> fragments, CancellationToken cancellation)
    {
        foreach (TableFragment fragment in fragments)
        {
            cancellation.ThrowIfCancellationRequested();
            FragmentOutcome outcome = Place(fragment);
            binder.Forget(fragment);
            _outcomes.Add(outcome);
            if (outcome.Role == GridRole.Blank)
                continue;
            (_open, _foreign) = (outcome.Table, outcome.Foreign);
            _afterPerformance = outcome.Role == GridRole.Performance;
            TakeHead(fragment, outcome);
        }
        return _outcomes;
    }

    private FragmentOutcome Place(TableFragment fragment)
    {
        if (ForeignTables.IsBlank(fragment))
            return new FragmentOutcome(fragment, GridRole.Blank, null, [new("表内没有文字", "nothing is printed in it")]);
        if (ForeignTables.IsContents(fragment))
            return new FragmentOutcome(fragment, GridRole.Contents, null, [new("是各表标题的目录", "it lists the titles of the tables")]);
        if (ForeignTables.IsPerformance(fragment))
            return new FragmentOutcome(fragment, GridRole.Performance, null, [new("是绩效目标表", "it sets performance targets (绩效目标)")]);
        return Repeat(fragment) ?? GoOnWithForeign(fragment) ?? Open(fragment) ?? Continue(fragment) ?? LeaveUnbound(fragment);
    }

    /// <summary>The grid with nothing but the first header rows at the foot of the page before is part of the table that it heads.</summary>
    private void TakeHead(TableFragment fragment, FragmentOutcome outcome)
    {
        if (fragment.Head is not { } head || _outcomes.FindIndex(before => before.Fragment == head) is not (>= 0 and var at))
            return;
        _outcomes[at] = outcome with { Fragment = head, Reasons = [new("是下一页表格的表头", "it is the head of the table on the next page")] };
        outcome.Table?.Parts.Insert(0, new TablePart(head, ColumnMap.Own(head.Grid, head.Header), head.View.Rows));
    }

    /// <summary>A further page that prints the header again, with or without the title.</summary>
    private FragmentOutcome? Repeat(TableFragment fragment)
    {
        if (_open is null || !Continuity.Follows(_open.Last, fragment) || !fragment.Header.IsPresent || !Continuity.HasHeadingOf(_open.Head, fragment))
            return null;
        return fragment.Header.Repeats(_open.Head.Header) && Continuity.GoesOn(_open, fragment, fragment.Header.DataRow)
            ? Append(fragment, ColumnMap.Own(fragment.Grid, fragment.Header), fragment.Header.DataRow, new("接在该表之后，重复其表头", "it follows that table and repeats its header"))
            : null;
    }

    private FragmentOutcome? Open(TableFragment fragment)
    {
        if (fragment.Heading.Foreign is not null || !fragment.Introduces || (fragment.Heading.IsContinued && !fragment.Header.IsPresent))
            return null;
        if (layouts.Read(fragment, binder) is not { } best || (fragment.Heading.Title is null && _known.Contains(best.Binding.Statement.Id)))
            return null;
        if (_open is not null && _open.Head != fragment.Head && Continuity.Follows(_open.Last, fragment) && Continuity.HasHeadingOf(_open.Head, fragment) && FurtherPage.IsOf(_open, fragment, best.Binding))
        {
            if (FurtherPage.Map(_open, fragment, best.Binding) is { } map)
                return Append(fragment, map, fragment.Header.DataRow, new("接在该表之后，重复其标题，各行未曾列出", "it follows that table under the same title with rows that were not yet listed"));
            _open.LeftOut.Add(fragment);
        }
        _known.Add(best.Binding.Statement.Id);
        return new FragmentOutcome(fragment, GridRole.Statement, new OpenTable(best, fragment), BindingReasons.For(best, fragment));
    }

    /// <summary>The rest of a table: no heading, no header, the same columns, next in the document.</summary>
    private FragmentOutcome? Continue(TableFragment fragment)
    {
        if (_open is null || !Continuity.Follows(_open.Last, fragment) || !Continuity.HasHeadingOf(_open.Head, fragment))
            return null;
        int firstRow = fragment.Header is { IsPresent: true, IsNumbered: false } ? 0 : fragment.Header.DataRow;
        if (!Continuity.GoesOn(_open, fragment, firstRow))
            return null;
        if (KnownParts(_open, fragment).Select(before => before.Map.Continue(before.Fragment.Grid, fragment.Grid)).FirstOrDefault(found => found is not null) is { } map)
            return Append(fragment, map, firstRow, new("接在该表之后，各列相同", "it follows that table with the same columns"));
        if (TotalsPage.Map(_open, fragment, firstRow) is { } totals)
            return Append(fragment, totals, firstRow, new("接在该表之后，只有各方合计", "it follows that table and holds nothing but the totals of its sides"));
        TablePart last = KnownParts(_open, fragment)[0];
        if (last.Map.ContinueByText(last.Fragment.Grid, fragment.Grid) is { } below && ContentFit.Holds(_open.Binding, below, fragment.View, firstRow))
            return Append(fragment, below, firstRow, new("接在该表之后，文字都在其各列之下", "it follows that table and its texts stand below the columns"));
        return last.Fragment.Grid.Columns == fragment.Grid.Columns && ContentFit.Holds(_open.Binding, last.Map, fragment.View, firstRow)
            ? Append(fragment, last.Map, firstRow, new("接在该表之后，列数和各列内容相同", "it follows that table with as many columns that hold the same"))
            : null;
    }

    /// <summary>
    /// The parts whose columns a continuation may be compared with, the nearest first. Where nothing is drawn, a page without
    /// heads shows no columns that are blank on it, so that only pages with heads tell.
    /// </summary>
    private static TablePart[] KnownParts(OpenTable table, TableFragment fragment)
    {
        TablePart[] parts = [.. table.Parts.AsEnumerable().Reverse()];
        if (fragment.Grid.Evidence == GridEvidence.Ruled)
            return parts;
        TablePart[] headed = [.. parts.Where(part => part.Fragment.Header.IsPresent)];
        return headed.Length > 0 ? headed : parts;
    }

    private FragmentOutcome Append(TableFragment fragment, ColumnMap map, int dataRow, Phrase reason)
    {
        _open!.Parts.Add(new TablePart(fragment, map, dataRow));
        return new FragmentOutcome(fragment, GridRole.Statement, _open, [new Phrase($"{_open.Binding.Statement.Id} 的续表：", $"continues {_open.Binding.Statement.Id}: ") + reason]);
    }

    /// <summary>A table that no layout knows goes on over the page end as statements do.</summary>
    private FragmentOutcome? GoOnWithForeign(TableFragment fragment)
    {
        if (_foreign is null || fragment.Head is not null || !Continuity.Follows(_foreign.Last, fragment) || !Continuity.HasHeadingOf(_foreign.First, fragment) || !_foreign.HasColumnsOf(fragment))
            return null;
        _foreign.Parts.Add(fragment);
        return new FragmentOutcome(fragment, GridRole.Unbound, null, [new($"是“{_foreign.Title}”的续表", $"it continues \"{_foreign.Title}\"")], _foreign);
    }

    private FragmentOutcome LeaveUnbound(TableFragment fragment)
    {
        if (_afterPerformance && !fragment.Introduces && fragment.IsFirstOnPage)
            return new FragmentOutcome(fragment, GridRole.Performance, null, [new("接在绩效目标表之后，没有自己的标题", "it follows a performance table without a title of its own")]);
        if (_open is not null && (!fragment.Introduces || Continuity.HasHeadingOf(_open.Head, fragment)) && Continuity.Follows(_open.Last, fragment) && HoldsAmounts(fragment.View))
            _open.LeftOut.Add(fragment);
        List<Phrase> reasons = fragment.Heading.Foreign is { } title
            ? [new($"没有版式认识标题“{title}”", $"no layout knows the title \"{title}\"")]
            : BindingReasons.Against(binder.Candidates(fragment), fragment);
        return new FragmentOutcome(fragment, GridRole.Unbound, null, reasons, new ForeignTable(fragment));
    }

    /// <summary>Amounts, not the numbers of a list.</summary>
    private static bool HoldsAmounts(GridView view) => Enumerable.Range(0, view.Rows).SelectMany(view.PrintedIn)
        .Any(index => view.Text(index) is { Length: >= 3 } text && AmountParser.Parse(text).IsAmount);
}
