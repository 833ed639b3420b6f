namespace Ingest.Core.Checks.Relations;

/// <summary>How the two sides of a relation are compared.</summary>
public enum RelationClass
{
    /// <summary>The same figure printed twice: equal, no tolerance.</summary>
    Copy,

    /// <summary>A printed total against printed parts: the intervals overlap.</summary>
    Sum,

    /// <summary>The same figure in different units or decimals: the intervals overlap after conversion.</summary>
    Unit,

    /// <summary>A printed share or growth against printed amounts.</summary>
    Percent,

    /// <summary>People, cars, weights: exact integers.</summary>
    Count,

    /// <summary>A cap: fails only if the lowest left exceeds the highest right.</summary>
    Bound,

    /// <summary>Names listed against rows that are not empty.</summary>
    Set,

    /// <summary>Plausible but not required by the form.</summary>
    Soft,
}
