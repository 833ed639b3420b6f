using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>What becomes of the relations when a hypothesis is taken as true.</summary>
/// <param name="Settled">Relations that failed and would hold; soft ones included.</param>
/// <param name="Broken">How many relations hold and would fail.</param>
/// <param name="Score">Weight of what is settled less the cost; the greatest wins.</param>
internal sealed record TestedHypothesis(Hypothesis Hypothesis, ImmutableArray<Relation> Settled, int Broken, decimal Score)
{
    /// <summary>An expectation that no form demands is weak evidence.</summary>
    private const decimal SoftWeight = 0.2m;

    /// <summary>So is an improbable rounding that disappears or appears.</summary>
    private const decimal ImprobableWeight = 0.5m;

    /// <summary>And, weaker still, any rounding: it decides where nothing else does.</summary>
    private const decimal RoundingWeight = 0.05m;

    /// <summary>A relation over the supposed cells that still fails asks for one more mistake, though not always: they may share it.</summary>
    private const decimal LeftOverWeight = 0.25m;

    /// <summary>At least one relation that the form demands is settled and none is broken.</summary>
    public bool Explains => Broken == 0 && IsTold;

    /// <summary>
    /// A relation that the form demands is settled; that two rows were exchanged, only one that holds to the digit then: half of
    /// all amounts are below a bound that the printed one exceeds.
    /// </summary>
    private bool IsTold { get; init; }

    public static TestedHypothesis Of(Hypothesis hypothesis, OpenFailures open)
    {
        var settled = ImmutableArray.CreateBuilder<Relation>();
        int broken = 0;
        bool isTold = false;
        decimal score = -hypothesis.Cost;
        Changes changes = open.Righted.And(hypothesis.Changes);
        foreach (Relation relation in open.Graph.OfAny(hypothesis.Changes.Amounts.Keys).Union(hypothesis.Waived))
        {
            if (open.IsClosed(relation))
                continue;
            bool waived = hypothesis.Waived.Contains(relation);
            Evaluation evaluation = relation.Evaluate(changes);
            Outcome outcome = waived ? Outcome.Consistent : evaluation.Outcome;
            bool holds = outcome != Outcome.Inconsistent;
            bool hard = OpenFailures.IsHard(relation);
            if (open.IsFailed(relation))
            {
                if (holds)
                    settled.Add(relation);
                isTold |= holds && hard && (waived || hypothesis.Kind != CauseKind.ExchangedRows || !relation.IsBound || evaluation.Difference == 0);
                score += holds ? Weight(hard) : hard ? -LeftOverWeight : 0;
            }
            else if (!holds)
            {
                broken += hard ? 1 : 0;
                score -= Weight(hard);
            }
            score += Surprise(relation.AsPrinted.Outcome) - Surprise(outcome);
        }
        return new(hypothesis, settled.ToImmutable(), broken, score) { IsTold = isTold };
    }

    private static decimal Weight(bool hard) => hard ? 1 : SoftWeight;

    private static decimal Surprise(Outcome outcome) => outcome switch
    {
        Outcome.ImprobableRounding => ImprobableWeight,
        Outcome.Rounding => RoundingWeight,
        _ => 0,
    };
}
