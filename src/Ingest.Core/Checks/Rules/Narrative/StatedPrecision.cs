using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// How exact the amounts of a text are. Where it prints cents, an amount without them was copied from a table and lost its
/// zeros (110 for 110.00); where one such amount is a cell rounded, all may be.
/// </summary>
internal sealed class StatedPrecision
{
    /// <summary>So many amounts with cents show that the text prints them.</summary>
    private const int Enough = 5;

    private const int Cents = 2;

    private readonly HashSet<Figure> _exact = [];

    private StatedPrecision(FigureIndex index)
    {
        StatedFact[] amounts = [.. NarrativeFacts.Of(index).Firm.Where(told => told.Kind is FactKind.Amount or FactKind.Change or FactKind.Prior && told.Figure is { Unit: > 1, IsPrinted: true })];
        if (amounts.Count(told => told.Figure!.Value.Scale == Cents) < Enough)
            return;
        StatedFact[] shorter = [.. amounts.Where(told => told.Figure!.Value.Scale < Cents)];
        if (!shorter.Any(told => told.Kind == FactKind.Amount && IsRounded(told.Figure!, CellOf.Find(index, told)?.Place.Figure)))
            _exact.UnionWith(shorter.Select(told => told.Figure!));
    }

    public static StatedPrecision Of(FigureIndex index) => index.Derived(opened => new StatedPrecision(opened));

    /// <summary>Half of the last digit that the figure is exact to, in its unit; nothing for what is counted.</summary>
    public decimal HalfUnit(Figure figure) => figure.IsCounted ? 0 : _exact.Contains(figure) ? AmountInterval.HalfUnit(0.00m) : figure.HalfUnit;

    private static bool IsRounded(Figure told, Figure? cell) => cell is { IsPrinted: true } && cell.Value * cell.Unit != told.Value * told.Unit
        && Math.Abs((cell.Value * cell.Unit) - (told.Value * told.Unit)) <= told.HalfUnit * told.Unit;
}
