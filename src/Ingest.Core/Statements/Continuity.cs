using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Whether a fragment can be the rest of the table before it.</summary>
internal static class Continuity
{
    /// <summary>Letters; a longer line between two grids is prose.</summary>
    private const int LongestCell = 30;

    /// <summary>
    /// Nothing but page ends, the gap between two columns of the page and blank grids between the two. Without rulings single rows
    /// may have been left out of a grid; their amounts are reported as stray.
    /// </summary>
    public static bool Follows(TableFragment before, TableFragment next)
    {
        if (next.Number != before.Number)
            return next.Number == before.Number + 1 && next.IsFirstOnPage;
        bool unruled = next.Grid.Evidence != GridEvidence.Ruled;
        return next.Heading.IsEmpty && next.Before.All(line => unruled && line.Text.Length <= LongestCell && !HeadingLine.IsSentence(line.Text));
    }

    /// <summary>
    /// A table with a heading of its own begins anew, unless the heading is that of the first page, printed again: the same title,
    /// or beside a repeated header the same body and unit.
    /// </summary>
    public static bool HasHeadingOf(TableFragment first, TableFragment next)
    {
        TableHeading own = next.Heading;
        if (own.IsEmpty)
            return true;
        bool isSameBody = own.Department is null || first.Heading.Department is null || own.Department == first.Heading.Department;
        bool isSameUnit = own.Unit is null || first.Heading.Unit is null || own.Unit == first.Heading.Unit;
        bool isSameLabel = own.Label is null || own.Label == first.Heading.Label;
        if (!isSameBody || !isSameUnit || !isSameLabel)
            return false;
        return own.Name is not null ? own.MatchedTitle == first.Heading.MatchedTitle && own.MatchedTitle.Length > 0
            : own.Label is not null || (next.Header.IsPresent && next.Header.Repeats(first.Header));
    }

    /// <summary>A table has one total: where a second one follows that prints other amounts, another table does.</summary>
    public static bool GoesOn(OpenTable open, TableFragment next, int firstRow)
    {
        if (open.Binding.Statement.IsTwoSided)
            return true;
        List<string[]> before = [.. open.Parts.SelectMany(part => TotalRows.Of(part.Fragment.View, part.DataRow))];
        return before.Count == 0 || TotalRows.Of(next.View, firstRow).TrueForAll(total => before.Exists(known => TotalRows.AreSame(known, total)) || total[0] != before[0][0]);
    }
}
