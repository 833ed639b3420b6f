using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks.Findings;

/// <summary>Writes relations, as evaluated, as those of the contract.</summary>
internal sealed class RelationWriter
{
    private readonly Dictionary<(string Rule, string Sentence), int> _reported = [];

    /// <param name="document">With the findings that relations are matched with, in whatever language they are.</param>
    public RelationWriter(BudgetDocument document)
    {
        for (int i = 0; i < document.Findings.Length; i++)
            foreach (FailedRelation failed in document.Findings[i].Relations)
                _reported.TryAdd((failed.Rule, failed.Sentence), i);
    }

    public CheckedRelations Of(IEnumerable<Check> checks) => new([.. checks.Select(check => check switch
    {
        Relation relation => Of(relation),
        NotAssessable missing => Of(missing),
        _ => null,
    }).OfType<CheckedRelation>()]);

    /// <summary>What in it is no amount; null where all is read.</summary>
    public static Phrase? Unreadable(Relation relation) => relation.Figures.FirstOrDefault(figure => figure.State == FigureState.Unread) is { } unread
        ? Wording.Of(unread) + new Phrase("未能识别", " is unreadable") : null;

    private static CheckedRelation Of(NotAssessable missing) => new()
    {
        Rule = missing.Rule.Id, RuleSentence = missing.Rule.Sentence, Sentence = missing.Rule.Sentence,
        Outcome = Outcome.NotAssessable, Reason = missing.Operand,
    };

    private CheckedRelation Of(Relation relation)
    {
        Evaluation evaluation = relation.AsPrinted;
        Phrase sentence = relation.Sentence;
        Formula formula = relation.Formula;
        bool compared = evaluation.Outcome is not (Outcome.NotAssessable or Outcome.Undefined or Outcome.NotApplicable);
        return new CheckedRelation
        {
            Rule = relation.Rule.Id,
            RuleSentence = relation.Rule.Sentence,
            Sentence = sentence,
            IsSum = relation.Rule.Class == RelationClass.Sum,
            IsBound = relation.IsBound,
            Subject = Of(new Term(relation.Subject, 1)),
            Terms = Of(formula.Terms),
            Base = Of(formula.Base),
            Scale = formula.Scale,
            Cells = [.. relation.Figures.Select(figure => figure.Reference)],
            Left = compared ? relation.LeftAsPrinted : null,
            Right = compared ? relation.RightAsPrinted : null,
            Expected = evaluation.Expected,
            Actual = evaluation.Actual,
            Difference = evaluation.Difference,
            Tolerance = evaluation.Tolerance,
            Outcome = evaluation.Outcome,
            Reason = evaluation.Outcome switch
            {
                Outcome.NotAssessable => Unreadable(relation),
                Outcome.Undefined => new Phrase("作为基数的金额为零或可能为零，比率没有意义", "the amount that it is measured by is or may be zero"),
                _ => null,
            },
            InDoubt = relation.InDoubt || relation.Figures.Any(figure => figure.InDoubt),
            Finding = FindingOf(relation.Rule.Id, sentence),
        };
    }

    private int? FindingOf(string rule, Phrase sentence) =>
        _reported.TryGetValue((rule, sentence.Chinese), out int finding) || _reported.TryGetValue((rule, sentence.English), out finding) ? finding : null;

    private static ImmutableArray<RelationTerm> Of(ImmutableArray<Term> terms) => [.. terms.Select(Of)];

    private static RelationTerm Of(Term term) => new(term.Figure.Reference, term.Factor, term.Figure.Unit, term.Figure.State);
}
