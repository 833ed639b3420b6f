using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>Tables that print the year before beside the year: 增减额 and 增减% of every row.</summary>
internal static class ComparisonRules
{
    private static readonly string[] _statements = ["T03", "T05", "T08", "T09", "T10"];

    public static readonly Rule[] All =
    [
        .. _statements.Select(statement => new ChangeColumnRule
        {
            Id = statement + "-change", Class = RelationClass.Sum, Statement = statement,
            Sentence = new("每行的增减额 = 本年数 − 上年数", "in every row the change = this year − the year before"),
        }),
        .. _statements.Select(statement => new RateColumnRule
        {
            Id = statement + "-rate", Class = RelationClass.Percent, Statement = statement,
            Sentence = new("每行的增减率 = 增减额 ÷ 上年数", "in every row the rate = the change ÷ the year before"),
        }),
    ];
}

/// <summary>
/// One relation in every row between the columns that compare two years. What the columns are compared with is known by
/// their heads, which forms word loosely: where most rows say otherwise the columns mean something else, and no row is accused.
/// </summary>
internal abstract class ComparisonColumnRule : Rule
{
    public required string Statement { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        // Only some forms have the columns: a table that is not there does not miss them.
        if (index.Find(Statement) is not { } table || ComparedColumns.Of(table, "total") is not { Prior: not null, Change: not null } columns)
            return [new NotApplicable(this)];
        Relation[] relations = [.. table.Rows.Where(row => !row.IsAbsent).Select(row => In(row, columns)).OfType<Relation>()];
        if (relations.Length == 0)
            return [new NotApplicable(this)];
        int failed = relations.Count(relation => relation.AsPrinted.Outcome == Outcome.Inconsistent);
        return 2 * failed > relations.Length
            ? [new NotAssessable(this, new($"{Statement} 增减各栏所比的数", $"what the columns of change of {Statement} compare with"))]
            : relations;
    }

    /// <summary>Null where the row does not print what is compared.</summary>
    protected abstract Relation? In(IndexedRow row, ComparedColumns columns);
}

/// <summary>增减额 = 本年数 − 上年数.</summary>
internal sealed class ChangeColumnRule : ComparisonColumnRule
{
    protected override Relation? In(IndexedRow row, ComparedColumns columns) =>
        row[columns.Change!] is { State: FigureState.Printed or FigureState.Unread } change && row["total"] is { } now && row[columns.Prior!] is { } prior
            ? Linear.Relation(this, change, [new Term(now, 1), new Term(prior, -1)], Comparison.WithinRounding) : null;
}

/// <summary>增减% = 增减额 ÷ 上年数.</summary>
internal sealed class RateColumnRule : ComparisonColumnRule
{
    protected override Relation? In(IndexedRow row, ComparedColumns columns)
    {
        if (columns.Rate is null || row[columns.Rate] is not { IsPrinted: true } rate || row[columns.Change!] is not { IsPrinted: true } change || row[columns.Prior!] is not { IsPrinted: true } prior)
            return null;
        return new GrowthRelation(this, rate, new GrowthOperands(change, null, prior, Direction: 1), GrowthRelation.Hundredths,
            () => Wording.Of(rate) + Phrase.Same(" = ") + Wording.Beside(rate, change) + Phrase.Same(" ÷ ") + Wording.Beside(rate, prior));
    }
}
