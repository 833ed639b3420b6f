using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>The two sides of a relation as formulas over the cells of the workbook, in the unit of its subject.</summary>
/// <param name="Left">The subject.</param>
/// <param name="Right">What it is compared with.</param>
internal sealed record RelationFormula(string Left, decimal LeftValue, string Right, decimal RightValue)
{
    /// <param name="place">Where a figure stands; null for one that is printed nowhere, which counts as nothing.</param>
    /// <returns>Null where there is nothing to compute: a term that could not be read, a base of nothing, a formula too long for Excel.</returns>
    public static RelationFormula? Of(CheckedRelation relation, Func<CellReference, SheetCell?> place)
    {
        if (relation.Subject is not { } subject || relation.Terms.Concat(relation.Base).Append(subject).Any(term => term.State == FigureState.Unread))
            return null;
        string? above = Sum(relation.Terms, subject, place);
        decimal right = Value(relation.Terms, subject);
        if (!relation.Base.IsEmpty)
        {
            decimal by = Value(relation.Base, subject);
            string? below = Sum(relation.Base, subject, place);
            if (by == 0 || below is null || above is null)
                return null;
            above = $"{relation.Scale.ToString(CultureInfo.InvariantCulture)}*({above})/({below})";
            right = relation.Scale * right / by;
        }

        return above is null ? null : new RelationFormula(Sum([subject], subject, place)!, Value([subject], subject), above, right);
    }

    private static string? Sum(ImmutableArray<RelationTerm> terms, RelationTerm subject, Func<CellReference, SheetCell?> place)
    {
        Addend[] addends =
        [
            .. from term in terms
               let cell = term.State == FigureState.Absent ? null : place(term.Cell)
               where cell is not null
               select new Addend(cell.Value.Cell, Coefficient(term, subject), cell.Value.Sheet),
        ];
        return addends.Length == 0 ? "0" : SumFormula.Of(addends);
    }

    private static decimal Value(ImmutableArray<RelationTerm> terms, RelationTerm subject) => terms.Sum(term => Coefficient(term, subject) * (term.Cell.Amount ?? 0));

    /// <summary>Without the zeros that a division leaves behind: 0.0001, not 0.00010000.</summary>
    private static decimal Coefficient(RelationTerm term, RelationTerm subject) => term.Factor * term.Unit / subject.Unit / 1.0000000000000000000000000000m;
}
