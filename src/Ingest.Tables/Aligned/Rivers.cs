namespace Ingest.Tables.Aligned;

/// <summary>
/// Parts texts that nearly touch where the rows above and below show that two columns meet: "78（二）国防支出" between
/// amounts that end and names that begin there. A single line cannot tell it from "78个项目".
/// </summary>
internal static class Rivers
{
    /// <summary>How far from the gap, in sizes of the text, the edges of other rows may be.</summary>
    private const float Reach = 0.4f;

    /// <summary>Rows that must show the border on either side.</summary>
    private const int FewestRows = 3;

    /// <summary>Parts the atoms of the block's body in place.</summary>
    public static void Part(Block block)
    {
        float reach = Reach * block.EmSize;
        List<AtomLine> broken = [.. block.Body.Where(line => line.Atoms.Exists(atom => atom.FineGaps is not null && !atom.IsNumber))];
        if (broken.Count == 0)
            return;
        float[] ends = [.. block.Body.SelectMany(line => line.Atoms).Where(atom => atom.IsNumber).Select(atom => atom.Box.Right)];
        float[] starts = [.. block.Body.SelectMany(line => line.Atoms).Where(atom => !atom.IsNumber).Select(atom => atom.Box.Left)];
        foreach (AtomLine line in broken)
        {
            Atom[] parted = [.. line.Atoms.SelectMany(atom => atom.IsNumber ? [atom] : atom.SplitAt(IsBorder))];
            line.Atoms.Clear();
            line.Atoms.AddRange(parted);
        }

        bool IsBorder(float gap) =>
            ends.Count(end => Math.Abs(end - gap) <= reach) >= FewestRows && starts.Count(start => Math.Abs(start - gap) <= reach) >= FewestRows;
    }
}
