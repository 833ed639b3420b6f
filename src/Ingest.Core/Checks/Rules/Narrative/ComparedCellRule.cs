using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Years = Ingest.Core.Narrative.Grammar.Years;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// Tables that print the year before: what a sentence compares a figure with, by how much it changed and at what rate are those of
/// the row that the figure stands in. 预算 and 执行 are never mixed; where the sentences of a document disagree with its table more often
/// than they agree, they compare with something else, and none is accused.
/// </summary>
internal sealed class ComparedCellRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        List<(Relation Tie, bool Holds)> ties = [];
        foreach (StatedComparison comparison in StatedComparisons.Of(index).All)
            if (Row(index, comparison) is var (row, column) && ComparedColumns.Of(row.Statement, column) is { } columns && ComparesAlike(comparison, columns.Words(row.Statement)))
                ties.AddRange(Ties(comparison, row, column, columns).Select(tie => (tie, tie.AsPrinted.Outcome != Outcome.Inconsistent)));
        if (2 * ties.Count(tie => !tie.Holds) > ties.Count)
            return [new NotAssessable(this, new("正文所比的数是否表中上年数", "whether the sentences compare with what the tables print of the year before"))];
        return ties.Select(tie => tie.Tie);
    }

    /// <summary>The row that the compared amount stands in, and its column there.</summary>
    private static (IndexedRow Row, string Column)? Row(FigureIndex index, StatedComparison comparison)
    {
        if (comparison.Now is { Kind: FactKind.Amount } now && CellOf.IsOfThisYear(index, now) && CellOf.Find(index, now) is { Soft: false, Place.Figure: { Row: { } row } cell })
            return (row, cell.Reference.Column!);
        return comparison.Now is null && CellOf.AccountRow(index, comparison.Change ?? comparison.Growth!) is { } account ? (account, "total") : null;
    }

    private static bool ComparesAlike(StatedComparison comparison, string head)
    {
        string basis = comparison.Basis ?? "";
        return StatedComparison.IsSpent(basis) == StatedComparison.IsSpent(head) && !basis.Contains("年初", StringComparison.Ordinal)
            && (!Years.In(basis).Any() || !Years.In(head).Any() || Years.In(basis).Intersect(Years.In(head)).Any());
    }

    private IEnumerable<Relation> Ties(StatedComparison comparison, IndexedRow row, string column, ComparedColumns columns)
    {
        int direction = comparison.Direction < 0 ? -1 : 1;
        Figure? before = columns.Prior is { } prior && row[prior] is { IsPrinted: true } printed ? printed : null;
        if (comparison.Prior is { Figure: { } told } compared && before is not null)
            yield return new Restatement(this, told, before, () => FactWording.Repeats(compared, before));
        if (comparison.Change is { Figure: { } by } change)
        {
            if (columns.Change is { } changes && row[changes] is { IsPrinted: true } cell)
                yield return new Restatement(this, by, cell, () => FactWording.Repeats(change, cell), direction);
            else if (before is not null && row[column] is { IsPrinted: true } now)
                yield return Difference(by, new Term(now, direction), new Term(before, -direction));
        }
        if (comparison.Growth is { Figure: { } growth, Fact.Unit: "%" } rate && columns.Rate is { } rates && row[rates] is { IsPrinted: true } percent)
            yield return new Restatement(this, growth, percent, () => FactWording.Repeats(rate, percent), direction);
    }

    /// <summary>The change of a row that does not print it.</summary>
    private LinearRelation Difference(Figure told, Term now, Term before) =>
        new(this, told, [now, before], Comparison.WithinRounding, () => Wording.Sum(told, [now, before]))
        {
            Precision = figure => Restatement.Differing(figure, told),
        };
}
