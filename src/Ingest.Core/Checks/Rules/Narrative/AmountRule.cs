using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Amounts in sentences equal the cells they repeat.</summary>
internal sealed class AmountRule : Rule
{
    /// <summary>
    /// Whether this rule takes the ties whose scope the form leaves open, or the others. A growth rate that fits
    /// the cell and not the sentence closes the question.
    /// </summary>
    public required bool Soft { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (NarrativeFacts.Of(index).IsCut && !Soft)
            yield return new NotAssessable(this, new("正文数字过多，其余未核对", "the rest of a text with too many numbers"));
        foreach (StatedFact told in NarrativeFacts.Of(index).Firm)
        {
            if (told.Kind != FactKind.Amount || told.Figure is not { } figure || !CellOf.IsOfThisYear(index, told))
                continue;
            if (CellOf.Find(index, told) is not { } found || (found.Soft && !GrowthRule.SpeaksFor(index, figure, found.Place.Figure)) != Soft)
                continue;
            // A total that is left blank is no nothing: other relations say what it should be.
            Phrase? missing = found.Place.Missing
                ?? (found.Place.Figure is { State: FigureState.Blank, Row.IsTotal: true } blank && figure.Value != 0 ? Wording.Of(blank) + new Phrase(" 空白", " is blank") : null);
            yield return missing is { } operand
                ? new NotAssessable(this, operand)
                : new Restatement(this, figure, found.Place.Figure, () => FactWording.Repeats(told, found.Place.Figure)) { InDoubt = found.Place.InDoubt };
        }
    }
}
