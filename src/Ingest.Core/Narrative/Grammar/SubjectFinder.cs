using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>Finds what a number is about: its own words, the clauses before, or what was last spoken of.</summary>
internal sealed class SubjectFinder(RunningText text, ReadingContext context, BodyNames bodies)
{
    /// <summary>Subject of an amount or count: its own words below the whole it is a part of. Empty when the words name none.</summary>
    public ImmutableArray<string> OfAmount(string words, Words clause, PrintedNumber figure, bool aside)
    {
        if (aside && !context.Current.IsEmpty)
            return context.Current;
        ImmutableArray<string> own = Named(words);
        string joined = string.Concat(own);
        if (!context.Item.IsEmpty && SubjectPath.IsOfItem(joined))
            return context.Item;
        // "…，合计33.60万元" behind a list is what the list adds up to, and not of its last item.
        if (joined is "合计" or "共计" or "总计" && figure.Dimension == Dimension.Money && clause is { Labelled: false, Before.Length: 0 } && !context.Current.IsEmpty)
            return [.. context.Whole, joined];
        if (clause.Labelled && SubjectPath.IsMeasure(joined))
            return [.. context.Project, joined];
        if (figure.Dimension == Dimension.Count && FollowingNoun(figure) is { Length: > 0 } noun && !SubjectPath.IsThing(joined))
            return Part([.. own, noun], figure);
        if (!own.IsEmpty && !SubjectPath.IsMeasure(joined))
            return Part(own, figure);
        ImmutableArray<string> bearer = !context.Current.IsEmpty ? context.Current : context.Item;
        if (own.IsEmpty)
            return clause.Directly ? IsCountBeside(clause, figure) ? context.Current : [] : bearer.IsEmpty ? context.Headed : bearer;
        if (!context.Item.IsEmpty)
            bearer = context.Item;
        else if (Bearer(clause.Before) is { IsEmpty: false } before)
            bearer = before;
        else if (bearer.IsEmpty)
            bearer = context.Headed;
        string measure = SubjectPath.MeasureName(joined);
        return measure.Length == 0 ? bearer : [.. SubjectPath.WithoutMeasure(bearer), measure];
    }

    /// <summary>接待50批次400人次: of one thing, counted in another unit.</summary>
    private bool IsCountBeside(Words clause, PrintedNumber figure) =>
        figure.Dimension == Dimension.Count && clause.Clause.Length == 0 && context.CurrentUnit is { } unit && unit != figure.Unit && !unit.EndsWith('元');

    /// <summary>What the words name; an account with the levels above it.</summary>
    private ImmutableArray<string> Named(string words)
    {
        string text = SubjectPath.WithoutMarker(words[(words.LastIndexOf("用于", StringComparison.Ordinal) is >= 0 and var use ? use + 2 : 0)..]);
        return SubjectPath.Levelled(text) is { IsEmpty: false } levels
            ? [.. context.Account.MoveTo(levels), .. SubjectPath.MeasureBehind(text)]
            : TellsOutturn() ? SubjectPath.Planned(SubjectPath.Of(text, bodies)) : SubjectPath.Of(text, bodies);
    }

    /// <summary>"支出预算为 …，支出决算为 …": the sentence tells both of its subjects.</summary>
    private bool TellsOutturn() => Phrases.Outturn().IsMatch(text.Folded);

    /// <summary>"由中小企业供应商中标的，采购金额246.47万元": the clauses before say whose.</summary>
    private ImmutableArray<string> Bearer(string before)
    {
        string words = before.Trim('，', '：', '；');
        return words.Length < 2 || Comparisons.Of(words).Basis is not null ? [] : SubjectPath.Of(words, bodies);
    }

    private ImmutableArray<string> Part(ImmutableArray<string> own, PrintedNumber figure)
    {
        bool sameKind = context.WholeUnit is null || figure.Unit is null || SubjectPath.SameMeasure(context.WholeUnit, figure.Unit);
        ImmutableArray<string> whole = sameKind ? context.Whole
            : !context.Whole.IsEmpty && context.WholeByUnit.TryGetValue(SubjectPath.MeasuredIn(figure.Unit), out ImmutableArray<string> other) ? other : [];
        if (whole.IsEmpty || own.AsSpan().StartsWith(whole.AsSpan()) || SubjectPath.CannotBePart(own[0], whole[^1]))
            return own;
        return [.. whole, .. own];
    }

    /// <summary>Subject of a share, change or growth: its own words, else what the last amount was of.</summary>
    public ImmutableArray<string> OfChange(string words, bool aside)
    {
        if (aside && !context.Current.IsEmpty)
            return context.Current;
        ImmutableArray<string> own = Named(Comparisons.Of(words).Subject);
        if (!own.IsEmpty && !SubjectPath.IsMeasure(string.Concat(own)) && (context.Item.IsEmpty || !SubjectPath.IsOfItem(string.Concat(own))))
        {
            ImmutableArray<string> path = context.Whole.IsEmpty || own.AsSpan().StartsWith(context.Whole.AsSpan()) ? own : [.. context.Whole, .. own];
            if (!aside)
                context.Current = path;
            return path;
        }
        return !context.Current.IsEmpty ? context.Current : !context.Item.IsEmpty ? context.Item : !context.Whole.IsEmpty ? context.Whole : context.Headed;
    }

    private string FollowingNoun(PrintedNumber figure)
    {
        Match noun = SubjectPath.NounAfterCount().Match(text.Folded, figure.End);
        return noun.Success ? noun.Value : "";
    }
}
