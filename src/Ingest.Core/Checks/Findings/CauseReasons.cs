using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks.Findings;

/// <summary>Says in a few words what speaks for an amount: 表3 同项为 6.06，上级合计 11.71 只差此数.</summary>
internal static class CauseReasons
{
    /// <summary>Nobody reads more; the finding lists every relation.</summary>
    private const int MostReasons = 2;

    /// <summary>What a rate is worked out from.</summary>
    private const int MostOperands = 2;

    /// <summary>": reasons", the plainest first; empty where there is nothing to say.</summary>
    public static Phrase For(Cause cause, Figure accused)
    {
        Phrase[] reasons = [.. cause.Relations.Where(OpenFailures.IsHard)
            .Where(relation => relation.Figures.Contains(accused))
            .OrderBy(relation => relation.Figures.Length)
            .Select(relation => Reason(relation, accused, cause.Before)).DistinctBy(reason => reason.Chinese).Take(MostReasons)];
        return reasons.Length == 0 ? Phrase.Same("") : new Phrase("：", ": ") + Phrase.Join(new("，", ", "), reasons);
    }

    private static Phrase Reason(Relation relation, Figure accused, Changes before)
    {
        Figure[] others = [.. relation.Figures.Where(figure => figure != accused)];
        bool sameRow = accused.Row is not null && Array.TrueForAll(others, figure => figure.Row == accused.Row);
        if (others.Length == 0)
            return new("其他表没有此项", "no other table has it");
        if (others is [var other])
            return Same(accused, other) + Amount(other, before);
        if (relation.Rule.Class == RelationClass.Percent)
            return new Phrase("按所述 ", "worked out from ") + Phrase.Join(new("、", ", "), others.DistinctBy(figure => figure.Value * figure.Unit).Take(MostOperands)
                .Select(figure => AmountText.Of(figure, figure.Value))) + new Phrase("计算", "");
        if (relation.Subject == accused)
            return sameRow ? new Phrase("本行各栏之和为 ", "the columns of the row add up to ") + Expected(relation, accused, before)
                : Array.TrueForAll(others, figure => figure.Row?.Whole == accused.Row && figure.Row is not null)
                    ? new Phrase("下级各行之和为 ", "the rows below it add up to ") + Expected(relation, accused, before)
                    : new Phrase("相应各项之和为 ", "the matching items add up to ") + Expected(relation, accused, before);
        Phrase whole = accused.Row is not null && relation.Subject.Row == accused.Row?.Whole
            ? new Phrase("上级合计 ", "its total ") : sameRow ? new Phrase("本行", "its row's ") + Wording.Beside(accused, relation.Subject) + Phrase.Same(" ")
            : Wording.Beside(accused, relation.Subject) + Phrase.Same(" ");
        return whole + AmountText.Number(relation.Subject) + new Phrase(" 只差此数", " lacks just this");
    }

    /// <summary>"表3 同项为", "本行“合计”为".</summary>
    private static Phrase Same(Figure accused, Figure other)
    {
        if (other.Row is not { } row)
            return Wording.Of(other) + new Phrase("为 ", " is ");
        if (row == accused.Row)
            return new Phrase("本行", "its row's ") + Wording.Beside(accused, other) + new Phrase("为 ", " is ");
        if (row.Statement == accused.Row?.Statement)
            return Wording.Beside(accused, other) + new Phrase("为 ", " is ");
        bool alike = accused.Row is { } own && (own.Code is not null ? own.Code == row.Code : own.BareName == row.BareName);
        return Wording.Short(row.Statement) + (alike ? new Phrase(" 同项为 ", " has it as ") : Phrase.Same(" ") + Wording.Within(other) + new Phrase("为 ", " is "));
    }

    private static Phrase Amount(Figure figure, Changes before) => before.Touches(figure) ? AmountText.Of(figure, before[figure]) : AmountText.Number(figure);

    private static Phrase Expected(Relation relation, Figure accused, Changes before) =>
        relation.Evaluate(before).Expected is { } expected ? AmountText.Of(accused, expected) : new("无从计算", "unknown");
}
