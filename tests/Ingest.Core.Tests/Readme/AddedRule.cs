using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;
using Ingest.Core.Tests.Checks;

namespace Ingest.Core.Tests.Readme;

/// <summary>The README's example of a rule and of its case, as somebody would copy them.</summary>
internal static class AddedRule
{
    public static readonly Rule[] All =
    [
        new TieRule
        {
            Id = "X-90", Class = RelationClass.Copy, Sentence = new("表2总计等于表3总计", "the T02 total equals the T03 total"),
            Ties = [new Tie(Operand.Total("T02"), Operand.Total("T03"))],
        },
    ];

    public static readonly RuleCase[] Cases =
    [
        new("X-90", Samples.Seed, budget => budget.Print("T03", "总计", "total", 999.00m)),
    ];
}
