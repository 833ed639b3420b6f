using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Tables.Lattices;
using Ingest.Tables.Ruled;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Aligned;

/// <summary>Tables that lines do not tell apart: with horizontal lines or shades only, or with none.</summary>
internal static class AlignedTables
{
    // A page of text has some sixty lines, one of figures a few hundred pieces. Beyond this nothing is
    // compared with anything, and the text stays text.
    private const int MaximumLines = 2_000;
    private const int MaximumRuns = 20_000;

    /// <param name="page">The page.</param>
    /// <param name="ruled">The ruled tables; their letters and lines play no part.</param>
    /// <param name="unused">Groups of lines that make no ruled table.</param>
    /// <param name="tolerance">As <see cref="PageRules.Tolerance"/>.</param>
    /// <param name="cancellation">Checked often.</param>
    public static List<Lattice> Find(
        UprightPage page, List<Lattice> ruled, List<LineGroup> unused, float tolerance, CancellationToken cancellation)
    {
        List<Box> taken = [.. ruled.Select(lattice => lattice.Box)];
        List<RunLine> lines = RunLines.Of(page.Rows, taken, cancellation);
        if (lines.Count > MaximumLines || lines.Sum(line => line.Runs.Count) > MaximumRuns)
            return [];
        PageMarks marks = PageMarks.Of(page, unused, taken, tolerance);
        List<Lattice> found = [];
        Add(found, RuledBlocks.Find(lines, marks, cancellation), GridEvidence.HorizontalRules);
        List<Block> told = TextBlocks.Find(lines, marks, cancellation);
        Add(found, [.. told, .. HeadBlocks.Find(lines, told)], GridEvidence.Aligned);
        return found;
    }

    private static void Add(List<Lattice> found, List<Block> blocks, GridEvidence evidence)
    {
        foreach (Block block in blocks)
        {
            if (AlignedLattice.Of(block, BodyRows.AreRuled(block) ? GridEvidence.HorizontalRules : evidence) is not [Lattice lattice, .. var others])
                continue;
            lattice.Alternatives = others;
            found.Add(lattice);
        }
    }
}
