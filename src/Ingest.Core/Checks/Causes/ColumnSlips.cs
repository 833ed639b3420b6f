using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>Supposes that amounts of a row stand in the wrong columns.</summary>
internal static class ColumnSlips
{
    private const decimal SwapCost = 0.7m;

    /// <summary>Every column further away makes the slip less natural.</summary>
    private const decimal DistanceCost = 0.05m;

    private const decimal ShiftCost = 0.9m;

    public static IEnumerable<Hypothesis> Propose(OpenFailures open)
    {
        HashSet<Figure> involved = [.. open.Involved()];
        foreach (IndexedRow row in involved.Select(figure => figure.Row).OfType<IndexedRow>().Distinct())
        {
            Figure[] figures = [.. row.Figures];
            foreach (Hypothesis swap in Swaps(open, figures, involved))
                yield return swap;
            foreach (int by in (int[])[-1, 1])
                if (Shift(open, row, figures, by) is { } shift)
                    yield return shift;
        }
    }

    private static IEnumerable<Hypothesis> Swaps(OpenFailures open, Figure[] figures, HashSet<Figure> involved)
    {
        for (int i = 0; i < figures.Length; i++)
            for (int j = i + 1; j < figures.Length; j++)
            {
                (Figure left, Figure right) = (figures[i], figures[j]);
                decimal there = open.Amount(left);
                decimal here = open.Amount(right);
                if (there == here || (!involved.Contains(left) && !involved.Contains(right)))
                    continue;
                var changes = new Changes { [left] = here, [right] = there };
                yield return new(
                    CauseKind.NeighbourColumn, changes, there == 0 ? [right, left] : [left, right],
                    SwapCost + (DistanceCost * (j - i - 1)));
            }
    }

    /// <summary>Every amount belongs <paramref name="by"/> columns further; nothing may fall off the end.</summary>
    private static Hypothesis? Shift(OpenFailures open, IndexedRow row, Figure[] figures, int by)
    {
        var changes = new Changes();
        for (int i = 0; i < figures.Length; i++)
        {
            int from = i - by;
            changes[figures[i]] = from >= 0 && from < figures.Length ? open.Amount(figures[from]) : 0;
        }
        Figure lost = by > 0 ? figures[^1] : figures[0];
        bool several = figures.Count(figure => open.Amount(figure) != 0) > 1;
        return several && open.Amount(lost) == 0
            ? new(CauseKind.ShiftedRow, changes, [.. figures.Where(figure => figure.Value != changes[figure])], ShiftCost) { Row = row }
            : null;
    }
}
