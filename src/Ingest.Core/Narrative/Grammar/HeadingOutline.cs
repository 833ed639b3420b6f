using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>The numbered sentences of a section: 一、 above （一） above 1. above （1）.</summary>
internal sealed partial class HeadingOutline
{
    private readonly List<(int Rank, ImmutableArray<string> Path)> _above = [];

    /// <summary>2 for 一、, 4 for （一） and so on to 10 for ①, so that a whole fits in above each; 0 for a sentence without number.</summary>
    public static int RankOf(string folded)
    {
        if (Number().Match(folded) is not { Success: true } number)
            return 0;
        for (int rank = 1; rank <= 5; rank++)
            if (number.Groups[rank].Success)
                return 2 * rank;
        return 0;
    }

    /// <summary>Leaves what the sentence of the rank does not belong to.</summary>
    /// <returns>What it is a part of; empty when nothing of a higher rank was stated.</returns>
    public ImmutableArray<string> Enter(int rank)
    {
        _above.RemoveAll(above => above.Rank >= rank);
        return _above.Count > 0 ? _above[^1].Path : [];
    }

    /// <summary>Parts of the ranks below belong to what the sentence states first.</summary>
    public void State(int rank, ImmutableArray<string> path) => _above.Add((rank, path));

    [GeneratedRegex(@"^(?:其中[：，]?)?(?:([一二三四五六七八九十]{1,3}、)|(（[一二三四五六七八九十]{1,3}）)|(\d{1,2}[.、)）](?!\d)|\d{1,2}、(?=[2-5]\d{2,6}-?\p{IsCJKUnifiedIdeographs}))|(（\d{1,2}）)|([①-⑳]))")]
    private static partial Regex Number();
}
