namespace Ingest.Core.Narrative.Grammar;

/// <summary>What kind of quantity a unit measures.</summary>
internal enum Dimension
{
    /// <summary>No unit is printed.</summary>
    None,

    Money,

    Percent,

    Count,
}
