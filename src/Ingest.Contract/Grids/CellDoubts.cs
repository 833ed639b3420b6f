namespace Ingest.Contract.Grids;

/// <summary>What makes the contents of a cell unsure, whatever they read as.</summary>
[Flags]
public enum CellDoubts : byte
{
    /// <summary>Nothing does. This is what <c>default</c> means.</summary>
    None = 0,

    /// <summary>A line runs through its text.</summary>
    StruckThrough = 1,

    /// <summary>Figures lie in it that cannot be seen, or something dark lies where its text would be.</summary>
    Hidden = 2,

    /// <summary>Two strings are printed over one another in it.</summary>
    Overprinted = 4,

    /// <summary>A stroke beside its number may be a sign.</summary>
    Sign = 8,

    /// <summary>Its digits stand between lines for digit places, without a decimal point.</summary>
    DigitPlaces = 16,

    /// <summary>Parts of its number differ in size or height, and it cannot be told which of them belong to it.</summary>
    MixedSizes = 32,

    /// <summary>A picture or a drawing lies where its text would be.</summary>
    Drawn = 64,
}
