using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>An account said to be mainly for 基本支出 (or 项目支出) has most of its money under that column.</summary>
internal sealed class PurposeColumnRule : Rule
{
    private static readonly (string Word, string Column, string Other)[] _natures = [("基本支出", "basic", "project"), ("项目支出", "project", "basic")];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        Check[] checks = [.. NarrativeFacts.Of(index).Firm.Where(told => told.Kind == FactKind.Purpose).Select(told => Look(index, told)).OfType<Check>()];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    private Check? Look(FigureIndex index, StatedFact told)
    {
        (string Word, string Column, string Other)[] named = [.. _natures.Where(nature => told.Fact.Text.Contains(nature.Word, StringComparison.Ordinal))];
        if (named is not [var nature] || CellOf.AccountRow(index, told) is not { } row
            || row[nature.Column] is not { } said || row[nature.Other] is not { } other || (!said.IsPrinted && !other.IsPrinted))
            return null;
        if (said.State == FigureState.Unread || other.State == FigureState.Unread)
            return new NotAssessable(this, Wording.Of(row));
        return said.Value >= other.Value
            ? new Observation(this, holds: true, default)
            : new Observation(this, holds: false, new(
                $"第 {told.Fact.Page} 页正文称“{row.Name}”主要用于{told.Fact.Text}，而{Wording.Of(row.Statement).Chinese}中该科目{row.Statement.Header(nature.Other)} {other.Value}、{row.Statement.Header(nature.Column)} {said.Value}",
                $"page {told.Fact.Page}: “{row.Name}” is said to be for “{told.Fact.Text}”; {Wording.Of(row.Statement).English} has {other.Value} under {row.Statement.Header(nature.Other)} and {said.Value} under {row.Statement.Header(nature.Column)}"))
            {
                Cells = [told.Reference, said.Reference, other.Reference],
                Suspect = told.Reference,
                Row = row,
            };
    }
}

/// <summary>A purpose that is word for word that of another account, and names that account, was copied.</summary>
internal sealed class CopiedPurposeRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        StatedFact[] purposes = [.. NarrativeFacts.Of(index).Firm.Where(told => told.Kind == FactKind.Purpose)];
        if (purposes.Length == 0)
            return [new NotApplicable(this)];
        ILookup<string, StatedFact> sameWords = purposes.ToLookup(told => Names.Loose(told.Fact.Text));
        return [.. purposes.Select(told => Look(told, sameWords[Names.Loose(told.Fact.Text)]))];
    }

    private Observation Look(StatedFact told, IEnumerable<StatedFact> same)
    {
        StatedFact? original = same.FirstOrDefault(other => other.Thing != told.Thing && IsNamed(other, told.Fact.Text));
        return original is null || IsNamed(told, told.Fact.Text)
            ? new Observation(this, holds: true, default)
            : new Observation(this, holds: false, new(
                $"第 {told.Fact.Page} 页正文“{told.Path[^1]}”的用途写作“{told.Fact.Text}”，与“{original.Path[^1]}”相同，疑为照抄",
                $"page {told.Fact.Page}: the purpose of “{told.Path[^1]}” reads “{told.Fact.Text}”, the same as that of “{original.Path[^1]}”; it looks copied"))
            {
                Cells = [told.Reference, original.Reference],
                Suspect = told.Reference,
            };
    }

    private static bool IsNamed(StatedFact account, string purpose) => Names.Loose(purpose).Contains(account.Thing, StringComparison.Ordinal);
}
