namespace Ingest.Core.Narrative.Grammar;

/// <summary>A number in a sentence with the unit behind it.</summary>
/// <param name="Start">Of the number, sign included.</param>
/// <param name="Length">Of the number without its unit.</param>
/// <param name="End">Behind the unit.</param>
/// <param name="Value">With the printed decimals as scale.</param>
/// <param name="Unit">As printed, or null.</param>
/// <param name="Dimension">What the unit measures.</param>
/// <param name="InRange">Part of "3-5个", which states no single figure.</param>
internal sealed record PrintedNumber(int Start, int Length, int End, decimal Value, string? Unit, Dimension Dimension, bool InRange);
