using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>A column of a statement, looked up under a code.</summary>
public sealed record CodedColumn(string Statement, string Column);

/// <summary>For every classification code that one of the statements prints: left = Σ right.</summary>
public sealed class CodeRule : Rule
{
    public required CodedColumn Left { get; init; }

    public required ImmutableArray<CodedColumn> Right { get; init; }

    /// <summary>Set for a cap: left ≤ Σ right.</summary>
    public bool AtMost { get; init; }

    public Func<FigureIndex, bool> AppliesTo { get; init; } = _ => true;

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (!AppliesTo(index))
            return [new NotApplicable(this)];
        if (Lookup.Missing(index, this, Right.Prepend(Left).Select(column => column.Statement)) is { } missing)
            return [missing];
        foreach (CodedColumn column in Right.Prepend(Left))
        {
            IndexedStatement table = index.Find(column.Statement)!;
            if (!table.IsEmpty && !table.HasColumn(column.Column))
                return [Lookup.Column(this, column.Statement, column.Column)];
            if (Lookup.Codes(this, table) is { } uncoded)
                return [uncoded];
        }
        IndexedStatement[] tables = [.. Right.Prepend(Left).Select(column => index.Find(column.Statement)!).Where(table => !table.IsEmpty)];
        // A table by economic items has no row for a functional account, nor the reverse.
        if (tables.Select(table => table.IsFunctional).Distinct().Count() > 1)
            return [new NotApplicable(this)];
        Check[] checks = [.. Codes(index).Where(code => Array.TrueForAll(tables, table => table.PrintsLevelOf(code))).Select(code => For(index, code))];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    private IEnumerable<string> Codes(FigureIndex index) => Right.Prepend(Left)
        .Select(column => column.Statement).Distinct()
        .SelectMany(id => index.Find(id)!.Coded().Select(row => row.Code!)).Distinct();

    private Check For(FigureIndex index, string code)
    {
        ImmutableArray<Term> right = [.. Right.SelectMany(column => Terms(index, column, code))];
        ImmutableArray<Term> left = [.. Terms(index, Left, code)];
        // A copy of one figure has no tolerance; a sum of several has.
        Comparison comparison = AtMost ? Comparison.AtMost
            : Class == RelationClass.Copy && right.Length <= 1 ? Comparison.Exact : Comparison.WithinRounding;
        bool inDoubt = MayHide(index, Left, code);
        foreach (CodedColumn column in Right)
            inDoubt |= MayHide(index, column, code);
        if (left.Length == 1)
            return Linear.Relation(this, left[0].Figure, right, comparison, inDoubt);
        return right.IsEmpty || AtMost ? new NotApplicable(this) : Linear.Turned(this, right, comparison, inDoubt);
    }

    /// <summary>
    /// Whether the code is not found in a table whose rows are in doubt (where it stands in several rows, one may be missing), or the table prints a row without code that may be
    /// of it.
    /// </summary>
    private static bool MayHide(FigureIndex index, CodedColumn column, string code) => index.Find(column.Statement) is { } table
        && ((table.AreRowsInDoubt && (table.IsByUnit || table.ByCode(code) is null))
            || table.Rows.Any(row => row is { Code: null, IsAbsent: false, IsBlank: false, Whole.Code: { } above }
                && above.Length < code.Length && code.StartsWith(above, StringComparison.Ordinal)));

    /// <summary>One figure per table; in T07 one per unit and project that prints the code.</summary>
    private static IEnumerable<Term> Terms(FigureIndex index, CodedColumn column, string code)
    {
        IndexedStatement table = index.Find(column.Statement)!;
        IEnumerable<IndexedRow> rows = table.Id == "T07"
            ? table.AllByCode(code).Where(row => row.Whole?.Code != code)
            : table.AllByCode(code).Take(1);
        return rows.Select(row => row[column.Column]).OfType<Figure>().Select(figure => new Term(figure, 1));
    }
}
