using System.Collections.Immutable;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// Wholes that a paragraph announced the parts of by its last words, "其中：". "1.基本支出 …。其中：人员经费 …；" announces a list within the one that
/// it is an item of: behind it 2. is an item of the outer list again.
/// </summary>
internal sealed class AnnouncedLists
{
    private readonly List<(int Rank, ImmutableArray<string> Path, string? Unit)> _open = [];

    /// <summary>The list that a paragraph without number goes on with; empty where none is announced.</summary>
    public (ImmutableArray<string> Path, string? Unit) Innermost => _open.Count == 0 ? ([], null) : (_open[^1].Path, _open[^1].Unit);

    /// <summary>Rank of the sentence that announced the innermost list; the next of that rank is beside it, not among its parts.</summary>
    public int Rank => _open.Count == 0 ? 0 : _open[^1].Rank;

    /// <summary>A numbered sentence ends the lists that those of its rank and below announced.</summary>
    public void Enter(int rank) => _open.RemoveAll(list => list.Rank >= rank);

    public void End() => _open.Clear();

    public void Announce(int rank, ImmutableArray<string> path, string? unit)
    {
        Enter(rank);
        _open.Add((rank, path, unit));
    }
}
