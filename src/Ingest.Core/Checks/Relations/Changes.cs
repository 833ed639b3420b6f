using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>Amounts that a hypothesis puts in place of the printed ones, in each figure's own unit.</summary>
public sealed class Changes
{
    public static readonly Changes None = new();

    private readonly Dictionary<Figure, decimal> _amounts = [];
    private readonly Dictionary<Figure, decimal> _halfUnits = [];

    public IReadOnlyDictionary<Figure, decimal> Amounts => _amounts;

    public decimal this[Figure figure]
    {
        get => _amounts.TryGetValue(figure, out decimal amount) ? amount : figure.Value;
        set => _amounts[figure] = value;
    }

    public bool Touches(Figure figure) => _amounts.ContainsKey(figure);

    /// <summary>Half the last digit of an amount that was printed in another unit; null where that is not supposed.</summary>
    public decimal? HalfUnit(Figure figure) => _halfUnits.TryGetValue(figure, out decimal half) ? half : null;

    /// <summary>
    /// Supposes that the amount was printed in a unit <paramref name="factor"/> times that of its table. It is no
    /// more exact than the table's other amounts: what was rounded to 万元 first may be printed in 元 after.
    /// </summary>
    public void Rescale(Figure figure, decimal factor)
    {
        _amounts[figure] = figure.Value * factor;
        _halfUnits[figure] = Math.Max(figure.HalfUnit, figure.HalfUnit * factor);
    }

    /// <summary>Both together; the second wins where they name the same figure.</summary>
    public Changes And(Changes other)
    {
        var both = new Changes();
        foreach (Changes changes in (Changes[])[this, other])
        {
            foreach ((Figure figure, decimal amount) in changes._amounts)
                both._amounts[figure] = amount;
            foreach ((Figure figure, decimal half) in changes._halfUnits)
                both._halfUnits[figure] = half;
        }
        return both;
    }
}
