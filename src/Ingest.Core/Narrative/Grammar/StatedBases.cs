using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>Figures that a sentence tells only to compare with them or to take a rate of them, and the rates: the text goes on with what it was about.</summary>
internal sealed class StatedBases(RunningText text, ReadingContext context, BodyNames bodies, SubjectFinder subjects, SentenceFacts facts)
{
    /// <summary>What the rate that follows is told of, and what the figure before it is called.</summary>
    private (ImmutableArray<string> Subject, string Basis)? _base;

    /// <returns>False where the figure is none of these.</returns>
    public bool Takes(PrintedNumber figure, Words words, bool aside) => ComparedPlan(figure, words, aside) || BaseOfRate(figure, words, aside) || RateOfBase(figure, words, aside);

    /// <summary>"与财政拨款支出年初预算1000万元相比，完成 …": a plan is told, and the text goes on with what was spent.</summary>
    private bool ComparedPlan(PrintedNumber figure, Words words, bool aside)
    {
        if (figure.Dimension != Dimension.Money || !Phrases.ComparedBehind().IsMatch(text.Folded, figure.End) || Phrases.PlanCompared().Match(words.Clause) is not { Success: true } plan)
            return false;
        ImmutableArray<string> named = SubjectPath.Of(plan.Groups["plan"].Value, bodies);
        ImmutableArray<string> subject = named is [var only] && SubjectPath.IsMeasure(only) ? [.. SubjectPath.WithoutMeasure(context.Current), only] : named;
        if (subject.Length < 2)
            return false;
        facts.Add(figure, FactKind.Amount, subject, new Lead(LeadKind.Plain, "", null, false), aside);
        return true;
    }

    /// <summary>"完成年初预算1000万元的95%", "占总额300万元的80%": what the rate to come is of; the text goes on with what it was about.</summary>
    private bool BaseOfRate(PrintedNumber figure, Words words, bool aside)
    {
        if (figure.Dimension is not (Dimension.Money or Dimension.Count) || !Phrases.RateBehind().IsMatch(text.Folded, figure.End) || Phrases.RateOf().Match(words.Clause) is not { Success: true } of)
            return false;
        ImmutableArray<string> subject = subjects.OfChange(of.Groups["subject"].Value, aside);
        ImmutableArray<string> whole = of.Groups["plan"] is { Success: true, Value: var plan } ? [.. SubjectPath.WithoutMeasure(subject), plan.Replace("支出", "", StringComparison.Ordinal)] : SubjectPath.Of(of.Groups["whole"].Value, bodies);
        if (subject.IsEmpty || whole.IsEmpty)
            return false;
        facts.Add(figure, figure.Dimension == Dimension.Money ? FactKind.Amount : FactKind.Count, whole, new Lead(LeadKind.Plain, "", null, false), aside);
        _base = (subject, whole[^1]);
        return true;
    }

    private bool RateOfBase(PrintedNumber figure, Words words, bool aside)
    {
        if (figure.Dimension != Dimension.Percent || _base is not { } told || !words.Clause.StartsWith('的'))
            return false;
        facts.Add(figure, FactKind.Share, told.Subject, new Lead(LeadKind.Share, "", told.Basis, false), aside);
        _base = null;
        return true;
    }
}
