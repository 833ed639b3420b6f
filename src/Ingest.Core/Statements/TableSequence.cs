using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>What a fragment became.</summary>
/// <param name="Table">The statement it is part of, or null.</param>
internal sealed record FragmentOutcome(TableFragment Fragment, GridRole Role, OpenTable? Table, List<Phrase> Reasons);

/// <summary>Goes through the fragments of a document in order: opens statements and continues them.</summary>
internal sealed class TableSequence(TableBinder binder, RankedLayouts layouts)
{
    /// <summary>Letters; a longer line between two grids is prose.</summary>
    private const int LongestCell = 30;

    private readonly List<FragmentOutcome> _outcomes = [];

    /// <summary>The statement that the last printed fragment was part of.</summary>
    private OpenTable? _open;

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
            _open = outcome.Table;
            _afterPerformance = outcome.Role == GridRole.Performance;
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
        return Repeat(fragment) ?? Open(fragment) ?? Continue(fragment) ?? LeaveUnbound(fragment);
    }

    /// <summary>A further page that prints the header again, with or without the title.</summary>
    private FragmentOutcome? Repeat(TableFragment fragment)
    {
        if (_open is null || !Follows(_open.Last, fragment) || !fragment.Header.IsPresent)
            return null;
        TableHeading heading = fragment.Heading;
        bool sameTitle = heading.Title is null || heading.MatchedTitle == _open.First.Heading.MatchedTitle;
        bool sameBody = heading.Department is null || _open.First.Heading.Department is null || heading.Department == _open.First.Heading.Department;
        if (!sameTitle || !sameBody || !fragment.Header.Repeats(_open.First.Header))
            return null;
        return Append(fragment, ColumnMap.Own(fragment.Grid, fragment.Header), fragment.Header.DataRow, new("接在该表之后，重复其表头", "it follows that table and repeats its header"));
    }

    private FragmentOutcome? Open(TableFragment fragment)
    {
        if (!fragment.Introduces || (fragment.Heading.IsContinued && !fragment.Header.IsPresent))
            return null;
        return layouts.Read(fragment, binder) is { } best
            ? new FragmentOutcome(fragment, GridRole.Statement, new OpenTable(best, fragment), BindingReasons.For(best, fragment))
            : null;
    }

    /// <summary>The rest of a table: no title, no header, the same columns, next in the document.</summary>
    private FragmentOutcome? Continue(TableFragment fragment)
    {
        if (_open is null || !Follows(_open.Last, fragment))
            return null;
        TableHeading heading = fragment.Heading;
        if (heading.Title is not null && heading.MatchedTitle != _open.First.Heading.MatchedTitle)
            return null;
        int firstRow = fragment.Header is { IsPresent: true, IsNumbered: false } ? 0 : fragment.Header.DataRow;
        TablePart before = _open.Parts[^1];
        if (before.Map.Continue(before.Fragment.Grid, fragment.Grid) is { } map)
            return Append(fragment, map, firstRow, new("接在该表之后，各列相同", "it follows that table with the same columns"));
        if (before.Map.ContinueByText(before.Fragment.Grid, fragment.Grid) is { } below && ContentFit.Holds(_open.Binding, below, fragment.View, firstRow))
            return Append(fragment, below, firstRow, new("接在该表之后，文字都在其各列之下", "it follows that table and its texts stand below the columns"));
        return before.Fragment.Grid.Columns == fragment.Grid.Columns && ContentFit.Holds(_open.Binding, before.Map, fragment.View, firstRow)
            ? Append(fragment, before.Map, firstRow, new("接在该表之后，列数和各列内容相同", "it follows that table with as many columns that hold the same"))
            : null;
    }

    private FragmentOutcome Append(TableFragment fragment, ColumnMap map, int dataRow, Phrase reason)
    {
        _open!.Parts.Add(new TablePart(fragment, map, dataRow));
        return new FragmentOutcome(fragment, GridRole.Statement, _open, [new Phrase($"{_open.Binding.Statement.Id} 的续表：", $"continues {_open.Binding.Statement.Id}: ") + reason]);
    }

    private FragmentOutcome LeaveUnbound(TableFragment fragment)
    {
        if (_afterPerformance && !fragment.Introduces && fragment.IsFirstOnPage)
            return new FragmentOutcome(fragment, GridRole.Performance, null, [new("接在绩效目标表之后，没有自己的标题", "it follows a performance table without a title of its own")]);
        if (_open is not null && !fragment.Introduces && Follows(_open.Last, fragment) && HoldsAmounts(fragment.View))
            _open.LeftOut.Add(fragment);
        return new FragmentOutcome(fragment, GridRole.Unbound, null, BindingReasons.Against(binder.Candidates(fragment), fragment));
    }

    /// <summary>Amounts, not the numbers of a list.</summary>
    private static bool HoldsAmounts(GridView view) => Enumerable.Range(0, view.Rows).SelectMany(view.PrintedIn)
        .Any(index => view.Text(index) is { Length: >= 3 } text && AmountParser.Parse(text).IsAmount);

    /// <summary>
    /// Nothing but page ends and blank grids between the two. Without rulings single rows may have been left
    /// out of a grid; their amounts are reported as stray.
    /// </summary>
    private static bool Follows(TableFragment before, TableFragment next)
    {
        if (next.Number != before.Number)
            return next.Number == before.Number + 1 && next.IsFirstOnPage;
        bool unruled = next.Grid.Evidence != GridEvidence.Ruled;
        return next.Heading.IsEmpty && next.Before.All(line => unruled && line.Text.Length <= LongestCell && !HeadingLine.IsSentence(line.Text));
    }
}
