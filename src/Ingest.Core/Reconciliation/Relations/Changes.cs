using Ingest.Core.Reconciliation.Figures;

namespace Ingest.Core.Reconciliation.Relations;

/// <summary>Amounts that a hypothesis puts in place of the printed ones, in each figure's own unit.</summary>
public sealed class Changes
{
    public static readonly Changes None = new();

    private readonly Dictionary<Figure, decimal> amounts = [];

    public int Count => amounts.Count;

    public IReadOnlyDictionary<Figure, decimal> Amounts => amounts;

    public decimal this[Figure figure]
    {
        get => amounts.TryGetValue(figure, out decimal amount) ? amount : figure.Value;
        set => amounts[figure] = value;
    }

    public bool Touches(Figure figure) => amounts.ContainsKey(figure);

    /// <summary>Both together; the second wins where they name the same figure.</summary>
    public Changes And(Changes other)
    {
        var both = new Changes();
        foreach ((Figure figure, decimal amount) in amounts)
            both[figure] = amount;
        foreach ((Figure figure, decimal amount) in other.amounts)
            both[figure] = amount;
        return both;
    }
}
