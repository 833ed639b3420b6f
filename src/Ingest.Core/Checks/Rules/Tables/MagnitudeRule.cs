using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>
/// T10 is often printed in another unit than the other tables. It need not repeat T06, but a table many
/// times smaller or larger than what T06 spends on the same things states the wrong unit. That is likely and not certain, since
/// T06 may spend next to nothing on them: a warning, unless other tables say so too.
/// </summary>
public sealed class MagnitudeRule : Rule
{
    /// <summary>T06 shows a part of T10, so a T10 a hundred times smaller is out of the question.</summary>
    private const decimal TooSmall = 100;

    /// <summary>The rest of T10 is project money; even one large journey abroad does not make it two thousand times the part.</summary>
    private const decimal TooLarge = 2_000;

    private static readonly string[] _items = ["30212", "30217", "30231", "31013"];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (Lookup.Missing(index, this, "T06", "T10") is { } missing)
            return [missing];
        IndexedStatement basic = index.Find("T06")!;
        ImmutableArray<Figure> items = [.. _items.Select(code => basic.ByCode(code)?["total"]).OfType<Figure>()];
        ImmutableArray<Figure> operating = basic.Total()?["operating"] is { } figure ? [figure] : [];
        return [.. Compare(index, "total", items), .. Compare(index, "agencyOperating", operating)];
    }

    private IEnumerable<Check> Compare(FigureIndex index, string column, ImmutableArray<Figure> items)
    {
        // What was paid back, a negative figure, has no order of magnitude that the other table could share.
        if (Forms.OfficialExpenses(column).Locate(index).Figure is not { Value: > 0 } expenses || items.All(item => item.Value == 0) || items.Any(item => item.Value < 0))
        {
            yield return new NotApplicable(this);
            yield break;
        }
        IEnumerable<Term> others = items.Skip(1).Select(item => new Term(item, -1));
        yield return Linear.Relation(this, items[0], [.. others, new Term(expenses, TooSmall)], Comparison.AtMost);
        yield return Linear.Relation(this, expenses, [.. items.Select(item => new Term(item, TooLarge))], Comparison.AtMost);
    }
}
