namespace Ingest.Tables.Aligned;

/// <summary>Contents of the body that overlap from row to row: one column, as far as the body shows it.</summary>
internal sealed class ColumnBody
{
    /// <summary>Two half-width digits, in sizes of the text.</summary>
    public const float NarrowWidth = 1.25f;

    private readonly HashSet<AtomLine> _lines = [];

    public required float Left { get; set; }

    public float Right { get; private set; }

    public float CenterX => (Left + Right) / 2;

    public int Atoms { get; private set; }

    public int Numbers { get; private set; }

    public bool IsNumeric => Numbers * 2 > Atoms;

    /// <summary>Nothing but texts of one or two digits, as the row that numbers the columns has.</summary>
    public bool IsNarrow { get; private set; } = true;

    /// <summary>The columns that the body of a block shows, left to right.</summary>
    public static List<ColumnBody> Of(Block block)
    {
        List<(Atom Atom, AtomLine Line)> atoms = [];
        float wide = 0.4f * (block.Right - block.Left);
        foreach (AtomLine line in block.Body)
        {
            // A text across the table, like a note in its last row, says nothing about columns.
            if (line.Atoms.Count == 1 && !line.Atoms[0].IsNumber && line.Atoms[0].Box.Width > wide)
                continue;
            atoms.AddRange(line.Atoms.Select(atom => (atom, line)));
        }

        atoms.Sort(static (a, b) => a.Atom.Box.Left.CompareTo(b.Atom.Box.Left));
        float slack = 0.1f * block.EmSize;
        List<ColumnBody> columns = [];
        foreach ((Atom atom, AtomLine line) in atoms)
        {
            if (columns.Count == 0 || atom.Box.Left >= columns[^1].Right - slack)
                columns.Add(new ColumnBody { Left = atom.Box.Left });
            columns[^1].Take(atom, line);
        }

        return columns;
    }

    /// <summary>Do the two ever stand side by side? If not they may be one column, set left here and right there.</summary>
    public bool MeetsIn(ColumnBody other) => _lines.Overlaps(other._lines);

    /// <summary>Takes over what stands in another body of the same column.</summary>
    public void Absorb(ColumnBody other)
    {
        (Left, Right) = (Math.Min(Left, other.Left), Math.Max(Right, other.Right));
        Atoms += other.Atoms;
        Numbers += other.Numbers;
        IsNarrow &= other.IsNarrow;
        _lines.UnionWith(other._lines);
    }

    private void Take(Atom atom, AtomLine line)
    {
        _lines.Add(line);
        Right = Math.Max(Right, atom.Box.Right);
        Atoms++;
        Numbers += atom.IsNumber ? 1 : 0;
        IsNarrow &= atom.Box.Width <= NarrowWidth * line.Size;
    }
}
