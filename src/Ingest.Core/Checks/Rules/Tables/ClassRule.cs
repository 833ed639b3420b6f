using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>For every 类: a line of a two-sided table against the same 类 of another table.</summary>
public sealed class ClassRule : Rule
{
    public required string Line { get; init; }

    public required string LineColumn { get; init; }

    public required string Other { get; init; }

    /// <summary>Columns of the other table, added.</summary>
    public required ImmutableArray<string> OtherColumns { get; init; }

    public Comparison Comparison { get; init; } = Comparison.Exact;

    public Func<FigureIndex, bool> AppliesTo { get; init; } = _ => true;

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (!AppliesTo(index) || (index.Find(Line) is { } printed && !printed.HasColumn(LineColumn)))
            return [new NotApplicable(this)];
        if (Lookup.Missing(index, this, Line, Other) is { } missing)
            return [missing];
        IndexedStatement lines = index.Find(Line)!;
        IndexedStatement other = index.Find(Other)!;
        if (lines.IsEmpty || (!other.IsEmpty && !OtherColumns.All(other.HasColumn)))
            return [new NotApplicable(this)];
        if (!ClassPairs.ListsClasses(lines) || !ClassPairs.ListsClasses(other))
            return [new NotAssessable(this, new("支出的功能分类", "classes of expenditure by function"))];
        if (other.IsByUnit)
            return [new NotAssessable(this, Lookup.ByUnit(other))];
        List<(IndexedRow? Line, IndexedRow? Class)> pairs = [.. ClassPairs.Of(lines, other)];
        Check? merged = Merged(pairs);
        Check[] checks =
        [
            .. pairs.Select(pair => For(pair, (pair.Line is null && lines.AreRowsInDoubt) || (pair.Class is null && other.AreRowsInDoubt))),
            .. merged is null ? Array.Empty<Check>() : [merged],
        ];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    /// <summary>
    /// Lines and classes that have no counterpart by name may be the same money under other names (国债还本付息支出 for 债务还本支出 and
    /// 债务付息支出), or a class may be counted within another: together they are compared, one by one they are not.
    /// </summary>
    private LinearRelation? Merged(List<(IndexedRow? Line, IndexedRow? Class)> pairs)
    {
        Figure[] lines = [.. pairs.Where(pair => pair.Class is null).Select(pair => pair.Line![LineColumn]).OfType<Figure>().Where(figure => figure is { IsPrinted: true, Value: not 0 })];
        Figure[] classes = [.. pairs.Where(pair => pair.Line is null).SelectMany(pair => OtherColumns.Select(column => pair.Class![column])).OfType<Figure>().Where(figure => figure is { IsPrinted: true, Value: not 0 })];
        if (classes.Length == 0 || (lines.Length == 0 && Comparison != Comparison.AtMost))
            return null;
        if (Comparison == Comparison.AtMost)
        {
            // Money of a class that the first table does not print may stand in any of its lines.
            (IndexedRow? Line, IndexedRow? Class)[] open = [.. pairs.Where(pair => pair.Line is not null)];
            ImmutableArray<Term> all = [.. open.SelectMany(pair => OtherColumns.Select(column => pair.Class?[column])).OfType<Figure>().Concat(classes).Select(figure => new Term(figure, 1))];
            Figure[] others = [.. open.Select(pair => pair.Line![LineColumn]).OfType<Figure>()];
            pairs.RemoveAll(pair => pair.Line is null || Exceeds(pair));
            return others.Length == 0 ? null : Linear.Relation(this, others[0], [.. all, .. others[1..].Select(figure => new Term(figure, -1))], Comparison);
        }
        pairs.RemoveAll(pair => (pair.Class is null && lines.Contains(pair.Line![LineColumn])) || (pair.Line is null && OtherColumns.Any(column => classes.Contains(pair.Class![column]))));
        return Linear.Relation(this, lines[0], [.. classes.Select(figure => new Term(figure, 1)), .. lines[1..].Select(figure => new Term(figure, -1))], Comparison.WithinRounding);
    }

    private bool Exceeds((IndexedRow? Line, IndexedRow? Class) pair) =>
        pair.Line![LineColumn] is { } line && OtherColumns.Sum(column => pair.Class?[column]?.Value ?? 0) < line.Value;

    private Check For((IndexedRow? Line, IndexedRow? Class) pair, bool inDoubt)
    {
        ImmutableArray<Term> right = pair.Class is null ? [] :
            [.. OtherColumns.Select(column => pair.Class[column]).OfType<Figure>().Select(figure => new Term(figure, 1))];
        // The side of the line, or that of the class, prints no such column: that says nothing of what would stand there.
        if (right.IsEmpty && pair.Class is not null)
            return new NotApplicable(this);
        if (pair.Line?[LineColumn] is { } line)
            return Linear.Relation(this, line, right, Comparison, inDoubt);
        return right.IsEmpty || pair.Line is not null ? new NotApplicable(this) : Linear.Turned(this, right, Comparison, inDoubt);
    }
}
