namespace Ingest.Pdf.Tables.Aligned;

/// <summary>Letters of one line without a gap that could part two columns.</summary>
/// <param name="Box">Union of the letters' advance boxes.</param>
/// <param name="IsNumber">Reads as one printed number and nothing else.</param>
/// <param name="HasColon">Holds a colon: "单位：万元" labels what follows, as column heads do not.</param>
internal readonly record struct Atom(Box Box, bool IsNumber, bool HasColon)
{
    public float OverlapX(Atom other) => OverlapX(other.Box.Left, other.Box.Right);

    public float OverlapX(float left, float right) => Math.Min(Box.Right, right) - Math.Max(Box.Left, left);
}
