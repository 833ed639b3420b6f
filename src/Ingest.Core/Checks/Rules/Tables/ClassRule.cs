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
        Check[] checks =
            [.. ClassPairs.Of(lines, other).Select(pair => For(pair, (pair.Line is null && lines.AreRowsInDoubt) || (pair.Class is null && other.AreRowsInDoubt)))];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    private Check For((IndexedRow? Line, IndexedRow? Class) pair, bool inDoubt)
    {
        ImmutableArray<Term> right = pair.Class is null ? [] :
            [.. OtherColumns.Select(column => pair.Class[column]).OfType<Figure>().Select(figure => new Term(figure, 1))];
        if (pair.Line?[LineColumn] is { } line)
            return Linear.Relation(this, line, right, Comparison, inDoubt);
        return right.IsEmpty ? new NotApplicable(this) : Linear.Turned(this, right, Comparison, inDoubt);
    }
}
