using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>
/// A number that relations speak about: an amount cell, the place where one is missing, or a number in a
/// sentence. Two relations share a figure exactly when they share the object; see <see cref="FigureIndex"/>.
/// </summary>
public sealed class Figure
{
    internal Figure(int id, FigureState state, CellReference reference, decimal unit)
    {
        Id = id;
        State = state;
        Reference = reference;
        Unit = unit;
        Value = state == FigureState.Printed ? reference.Amount ?? 0m : 0m;
        HalfUnit = state == FigureState.Printed ? AmountInterval.HalfUnit(Value) : 0m;
    }

    /// <summary>Position in the index; reading order of the document.</summary>
    public int Id { get; }

    public FigureState State { get; }

    public CellReference Reference { get; }

    /// <summary>What one unit of <see cref="Value"/> is worth: yuan for money, 1 for counts and percentages.</summary>
    public decimal Unit { get; }

    /// <summary>In <see cref="Unit"/>s as printed; 0 where blank or absent.</summary>
    public decimal Value { get; }

    /// <summary>Half a unit of the last printed digit, in <see cref="Unit"/>s; 0 where nothing is printed.</summary>
    public decimal HalfUnit { get; internal init; }

    /// <summary>People, cars and the like: counted, never rounded.</summary>
    public bool IsCounted { get; internal init; }

    /// <summary>Set when the reader doubts the cell; a failed relation over it accuses nobody.</summary>
    public bool InDoubt { get; internal set; }

    /// <summary>What a number of a sentence states; null for a cell.</summary>
    public FactKind? States { get; internal init; }

    /// <summary>%, 人, 辆 … behind a number of a sentence, % in a column of rates; null for money.</summary>
    public string? CountedIn { get; internal init; }

    /// <summary>The row it stands in; null for a number in a sentence.</summary>
    public IndexedRow? Row { get; internal init; }

    public bool IsPrinted => State == FigureState.Printed;

    public bool IsNarrative => Reference.Statement == CellId.Narrative;

    public override string ToString() =>
        $"{Reference.Statement} {Reference.Code} {Reference.Name} {Reference.Project} {Reference.Column} {Reference.Amount}";
}
