using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.YearOnYear;

/// <summary>
/// The rules over two years. None is graver than a warning: last year's figures may have been adjusted after they were
/// published, for reasons that neither document states.
/// </summary>
public static class YearOnYearRules
{
    public static ImmutableArray<Rule> All { get; } = [.. Rules];

    internal static ImmutableArray<TwoYearRule> Rules =>
    [
        new PublishedChangeRule { Id = "Y-01", Class = RelationClass.Soft, Of = FactKind.Amount, Sentence = new("正文增减额 = 本年数 − 上年公布数", "a change is this year's figure less the one published last year") },
        new PublishedChangeRule { Id = "Y-02", Class = RelationClass.Soft, Of = FactKind.Count, Sentence = new("人员、车辆等增减数与上年公布数衔接", "people, cars and the like roll forward from last year") },
        new CarriedOverRule { Id = "Y-03", Class = RelationClass.Soft, Sentence = new("上年结转结余等于上年决算年末结转和结余", "what is carried over is what last year's accounts left") },
    ];
}
