namespace Ingest.Tables.Aligned;

/// <summary>The atoms on one baseline, left to right.</summary>
/// <param name="Atoms">At least one.</param>
/// <param name="Baseline">y of the baseline.</param>
/// <param name="Size">Largest size of its letters.</param>
internal sealed record AtomLine(List<Atom> Atoms, float Baseline, float Size)
{
    public float Left => Atoms[0].Box.Left;

    public float Right => Atoms[^1].Box.Right;

    /// <summary>Upper side of the ink, whatever ascent the font claims.</summary>
    public float Top => Baseline + 0.85f * Size;

    public float Bottom => Baseline - 0.15f * Size;

    public float Middle => Baseline + 0.35f * Size;

    public int Numbers => Atoms.Count(atom => atom.IsNumber);

    /// <summary>A row of a table rather than a sentence: a number that stands apart from something else.</summary>
    public bool IsAnchor => Atoms.Count >= 2 && Atoms.Exists(atom => atom.IsNumber);
}
