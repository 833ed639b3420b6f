using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Narrative;

namespace Ingest.Core.Checks.Rules.Levels;

/// <summary>
/// A unit is part of its department: no figure of its tables or sentences exceeds the department's. One observation for a
/// table, however many of its cells exceed, and one for a sentence.
/// </summary>
internal sealed class UnitWithinDepartmentRule : Rule
{
    /// <summary>A unit's document alone gives the rule no object.</summary>
    public override IEnumerable<Check> Apply(FigureIndex index) => [new NotApplicable(this)];

    /// <param name="unit">The document that is checked.</param>
    /// <param name="department">That of the department it belongs to, of the same year and kind.</param>
    public IEnumerable<Check> Apply(FigureIndex unit, FigureIndex department)
    {
        foreach (IndexedStatement table in unit.Statements.Where(table => !table.IsUnread && !table.IsEmpty && table.Source.Unit is not null))
            yield return department.Find(table.Id) is { IsEmpty: false, Source.Unit: not null } whole ? Look(table, whole)
                : new NotAssessable(this, new($"部门文件中的 {table.Id}", $"{table.Id} of the department's document"));
        foreach (StatedFact told in Amounts(unit))
            if (CellOf.Find(unit, told)?.Place.Figure is null && Amounts(department).Where(other => other.Topic == told.Topic && other.Path.SequenceEqual(told.Path)).ToArray() is [var above]
                && told.IsMeasuredLike(above))
                yield return Observe([(told.Figure!, above.Figure!)], above.Fact.Page, () => FactWording.Of(told));
    }

    /// <summary>Amounts of what both levels tell in the same words.</summary>
    private static IEnumerable<StatedFact> Amounts(FigureIndex index) => NarrativeFacts.Of(index).Firm.Where(told => told is { Kind: FactKind.Amount, Figure: not null }
        && told.Topic is Topic.OfficialExpenses or Topic.Procurement or Topic.AgencyOperating && CellOf.IsOfThisYear(index, told));

    private Observation Look(IndexedStatement table, IndexedStatement whole)
    {
        (Figure Part, Figure Whole)[] pairs =
        [
            .. from row in table.Rows
               where !row.IsAbsent && string.IsNullOrEmpty(row.Project) && (row.Code is not null || row.IsTotal || row.BareName.Length > 0)
               let above = Same(whole, row)
               where above is not null
               from figure in row.Figures
               where figure is { IsPrinted: true, Value: > 0 } && above[figure.Reference.Column!] is { State: not FigureState.Unread }
               select (figure, above[figure.Reference.Column!]!),
        ];
        return Observe(pairs, whole.Source.Pages.FirstOrDefault(), null);
    }

    /// <summary>The one row of the department's table with the code, or the name.</summary>
    private static IndexedRow? Same(IndexedStatement whole, IndexedRow row)
    {
        IndexedRow[] found = [.. whole.Rows.Where(other => !other.IsAbsent && other.Side == row.Side && string.IsNullOrEmpty(other.Project)
            && (row.Code is { } code ? other.Code == code : other.Code is null && other.BareName == row.BareName && other.IsTotal == row.IsTotal))];
        return found is [var one] ? one : null;
    }

    private Observation Observe(IReadOnlyList<(Figure Part, Figure Whole)> pairs, int page, Func<Phrase>? name)
    {
        (Figure Part, Figure Whole)[] above = [.. pairs.Where(pair => Exceeds(pair.Part, pair.Whole)).OrderByDescending(pair => pair.Part.Row?.Code?.Length ?? 0)];
        if (above.Length == 0)
            return new Observation(this, holds: true, default);
        (Figure part, Figure whole) = above[0];
        string others = (above.Length - 1).ToString(CultureInfo.InvariantCulture);
        Phrase more = above.Length == 1 ? Phrase.Same("") : new($"；另有 {others} 处", $"; so do {others} more");
        return new Observation(this, holds: false, (name?.Invoke() ?? (Wording.Of(part) + new Phrase("为 ", " is ") + AmountText.Printed(part)))
            + new Phrase("，大于同年部门文件", ", more than the department's document of the year has on ") + new Phrase($"第 {page} 页的 ", $"page {page}: ") + AmountText.Printed(whole) + more)
        {
            Cells = [.. above.Select(pair => pair.Part.Reference)],
            InDoubt = above.All(pair => pair.Part.InDoubt || pair.Whole.InDoubt),
        };
    }

    /// <summary>By more than one unit of the last digit of the coarser.</summary>
    private static bool Exceeds(Figure part, Figure whole) =>
        (part.Value * part.Unit) - (whole.Value * whole.Unit) > 2 * Math.Max(part.HalfUnit * part.Unit, whole.IsPrinted ? whole.HalfUnit * whole.Unit : 0);
}
