using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>What is odd about a layout that can be read: for its author, before documents are read with it.</summary>
public static class LayoutReview
{
    /// <param name="layout">One of the catalogue's.</param>
    public static IEnumerable<Phrase> Of(Layout layout, LayoutCatalog catalog)
    {
        foreach (StatementLayout statement in layout.Statements)
        {
            if (layout.Kind is { } kind && statement.Kind != kind)
                yield return new Phrase($"{statement.Id} 不属于版式注明的类别（kind），不会采用", $"{statement.Id} is not of the kind the layout states and will not be used");
            foreach (Phrase problem in Titles(layout, statement, catalog))
                yield return problem;
            foreach (SideLayout side in statement.Sides)
                foreach (Phrase problem in Columns(statement, side))
                    yield return problem;
        }

        foreach (IGrouping<string, StatementLayout> forms in layout.Statements.GroupBy(Shape).Where(forms => forms.Count() > 1))
            yield return new Phrase($"{forms.First().Id} 有两种表式的标题和栏目完全相同，后一种不会采用", $"{forms.First().Id} has two forms with the same titles and headers; the second will not be used");
    }

    private static IEnumerable<Phrase> Titles(Layout layout, StatementLayout statement, LayoutCatalog catalog)
    {
        if (statement.Titles.IsEmpty)
            yield return statement.Sides.Sum(side => side.Columns.Length) > 1
                ? new Phrase($"{statement.Id} 没有标题，只能凭表头识别", $"{statement.Id} has no title and is known by its headers alone")
                : new Phrase($"{statement.Id} 没有标题且只有一个金额栏，无法识别", $"{statement.Id} has no title and one amount column, so that nothing can be bound to it");
        foreach (TitlePattern title in statement.Titles)
        {
            if (TableTitle.In(title.Source, null) is null)
                yield return new Phrase($"{statement.Id} 的标题“{title.Source}”不像表题：表题以“表”结尾", $"the title \"{title.Source}\" of {statement.Id} does not read as that of a table, which ends with 表");
            var printed = new PrintedTitle(TitleLine.Parse(PrintedText.Compact(title.Source), null).Folded);
            foreach ((Layout other, StatementLayout rival) in catalog.Layouts.SelectMany(other => other.Statements.Select(rival => (other, rival))))
                if (rival.Id != statement.Id && rival.Kind == statement.Kind && rival.Titles.Any(known => known.Match(printed) >= 0.98))
                {
                    yield return new Phrase(
                        $"标题“{title.Source}”在本版式中是 {statement.Id}，在{(other == layout ? "同一版式" : "版式 " + other.Id)}中是 {rival.Id}",
                        $"the title \"{title.Source}\" is {statement.Id} here and {rival.Id} in {(other == layout ? "the same layout" : "layout " + other.Id)}");
                    break;
                }
        }
    }

    private static IEnumerable<Phrase> Columns(StatementLayout statement, SideLayout side)
    {
        for (int i = 0; i < side.Columns.Length; i++)
            for (int j = i + 1; j < side.Columns.Length; j++)
                if (side.Columns[i].Headers.Any(header => side.Columns[j].Headers.Any(other => header.Source == other.Source)))
                    yield return new Phrase(
                        $"{statement.Id} 的 {side.Columns[i].Key} 和 {side.Columns[j].Key} 两栏表头相同",
                        $"the columns {side.Columns[i].Key} and {side.Columns[j].Key} of {statement.Id} have the same header");
    }

    private static string Shape(StatementLayout statement) => string.Join('\n',
        statement.Titles.Select(title => title.Source).Order(StringComparer.Ordinal)
            .Concat(statement.Sides.SelectMany(side => side.Code.Concat(side.Name).Concat(side.Project).Select(label => "label " + label.Source)
                .Concat(side.Columns.SelectMany(column => column.Headers.Select(header => $"{side.Side} {column.Key} {header.Source}")))))
            .Prepend(statement.Id));
}
