using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>
/// 收入总计 of T04 against this year's appropriations, to which 财政拨款结转 is added where T04 has a line
/// for it. Where it has none both readings occur and neither is wrong, so the one that holds is taken.
/// </summary>
public sealed class FiscalTotalRule : Rule
{
    public required Operand Total { get; init; }

    public required ImmutableArray<Operand> Parts { get; init; }

    public required Operand Carryover { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (index.IsFinalAccounts)
            return [new NotApplicable(this)];
        Comparison comparison = Class == RelationClass.Copy ? Comparison.Exact : Comparison.WithinRounding;
        Check without = new Tie(Total, Parts).In(index, this, comparison);
        if (without is not Relation || Carryover.Locate(index).Figure is not { Value: not 0 })
            return [without];
        Check with = new Tie(Total, Parts.Add(Carryover)).In(index, this, Comparison.WithinRounding);
        bool included = HasCarryoverLine(index) || (with is Relation added && Holds(added) && !Holds((Relation)without));
        return [included ? with : without];
    }

    private static bool Holds(Relation relation) => relation.Evaluate(Changes.None).Holds;

    private static bool HasCarryoverLine(FigureIndex index) => index.Find("T04")!.Rows.Any(row =>
        row.Side == RowSide.Income && !row.IsBlank && row.BareName.Contains("结转", StringComparison.Ordinal));
}
