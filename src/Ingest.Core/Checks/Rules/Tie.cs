using System.Collections.Immutable;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules;

/// <summary>One equation between named cells: left = Σ right.</summary>
public sealed record Tie(Operand Left, params ImmutableArray<Operand> Right)
{
    /// <summary>The check it gives in this document.</summary>
    public Check In(FigureIndex index, Rule rule, Comparison comparison)
    {
        Located left = Left.Locate(index);
        Located[] right = [.. Right.Select(operand => operand.Locate(index))];
        if (left.NotInForm || Array.Exists(right, found => found.NotInForm))
            return new NotApplicable(rule);
        Phrase? missing = left.Missing ?? right.Select(operand => operand.Missing).FirstOrDefault(phrase => phrase is not null);
        if (missing is { } operand)
            return left.Figure is null && Array.TrueForAll(right, found => found.Figure is null)
                ? new NotApplicable(rule)
                : new NotAssessable(rule, operand);
        bool inDoubt = left.InDoubt || Array.Exists(right, found => found.InDoubt);
        var terms = ImmutableArray.CreateBuilder<Term>();
        for (int i = 0; i < right.Length; i++)
            if (right[i].Figure is { } figure)
                terms.Add(new Term(figure, Right[i].Factor));
        if (left.Figure is { } subject)
            return Linear.Relation(rule, subject, terms.ToImmutable(), comparison, inDoubt);
        return terms.Count == 0 || comparison == Comparison.AtMost ? new NotApplicable(rule) : Linear.Turned(rule, terms.ToImmutable(), comparison, inDoubt);
    }
}

/// <summary>
/// Makes linear relations that state themselves; in doubt where a row that they count as nothing may have been read
/// as something else.
/// </summary>
internal static class Linear
{
    public static LinearRelation Relation(Rule rule, Figure subject, ImmutableArray<Term> parts, Comparison comparison, bool inDoubt = false)
    {
        // Copies between units are the same amount printed with different digits.
        if (comparison == Comparison.Exact && parts.Any(part => part.Figure.Unit != subject.Unit))
            comparison = Comparison.WithinRounding;
        return new(rule, subject, parts, comparison,
            () => Wording.Sum(subject, parts, comparison == Comparison.AtMost ? "≤" : "="))
        { InDoubt = inDoubt };
    }

    /// <summary>0 = Σ parts (an equation, not a cap), where the left side is known to be nothing.</summary>
    public static LinearRelation Turned(Rule rule, ImmutableArray<Term> parts, Comparison comparison, bool inDoubt = false)
    {
        Term first = parts[0];
        ImmutableArray<Term> rest = [.. parts.Skip(1).Select(part => part with { Factor = -part.Factor / first.Factor })];
        return Relation(rule, first.Figure, rest, comparison, inDoubt);
    }
}
