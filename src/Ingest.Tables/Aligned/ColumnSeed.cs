namespace Ingest.Tables.Aligned;

/// <summary>A column of which only its middle is known, by its head or by the number that the numbering row gives it.</summary>
/// <param name="Center">x of its middle.</param>
/// <param name="Head">The text that heads it; null where only a number does.</param>
internal sealed record ColumnSeed(float Center, HeadCell? Head);
