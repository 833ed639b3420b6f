using System.Collections.Immutable;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>
/// What a column's header says, from the top cell to the leaf: <c>"支出预算|部门支出? / 合计|总计"</c>.
/// Levels are parted by <c>/</c>, wordings of one level by <c>|</c>; a level with <c>?</c> may be missing.
/// The leaf, the last level, never may.
/// </summary>
public sealed class HeaderPattern
{
    /// <summary>Factor for a printed group that the pattern does not speak of.</summary>
    private const double UnknownGroup = 0.9;

    /// <summary>Factor for a group that the pattern asks for and the table does not print.</summary>
    private const double MissingGroup = 0.6;

    /// <summary>No header is broken over more lines.</summary>
    private const int MostLines = 4;

    private readonly ImmutableArray<Level> _levels;

    private HeaderPattern(string source, ImmutableArray<Level> levels) => (Source, _levels) = (source, levels);

    /// <summary>As written in the layout file.</summary>
    public string Source { get; }

    /// <summary>Every wording of every level, folded.</summary>
    public IEnumerable<string> Terms => _levels.SelectMany(level => level.Wordings);

    /// <exception cref="FormatException">A level is empty or the leaf is optional.</exception>
    public static HeaderPattern Parse(string source)
    {
        ImmutableArray<Level> levels = [.. source.Split('/').Select(ParseLevel)];
        if (levels[^1].Optional)
            throw new FormatException($"the last level of \"{source}\" cannot be optional");
        return new HeaderPattern(source, levels);
    }

    private static Level ParseLevel(string source)
    {
        string text = source.Trim();
        bool optional = text.EndsWith('?');
        ImmutableArray<string> wordings = [.. (optional ? text[..^1] : text).Split('|').Select(PrintedText.Fold)];
        if (wordings.Any(wording => wording.Length == 0))
            throw new FormatException($"a level of the header is empty in \"{source}\"");
        return new Level(wordings, optional);
    }

    /// <summary>
    /// How well a printed header path says the same: 1 word for word, 0 not at all. Without rulings a leaf
    /// that is broken over lines looks like several levels; then the lines together must be the wording.
    /// </summary>
    /// <param name="path">Folded texts from top to leaf.</param>
    public double Match(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return 0;
        double best = MatchAbove(path[..^1], _levels[^1].Match(path[^1]));
        for (int lines = 2; lines <= Math.Min(path.Length, MostLines) && best < 1; lines++)
            if (_levels[^1].Joins(path[^lines..]))
                best = Math.Max(best, MatchAbove(path[..^lines], 1));
        return best;
    }

    private double MatchAbove(ReadOnlySpan<string> path, double leaf)
    {
        double score = leaf;
        int printed = path.Length - 1;
        for (int i = _levels.Length - 2; i >= 0 && score > 0; i--)
        {
            int at = printed;
            double best = 0;
            while (at >= 0 && (best = _levels[i].Match(path[at])) == 0)
                at--;
            if (at < 0)
            {
                score *= _levels[i].Optional ? 1 : MissingGroup;
                continue;
            }
            score *= best * Math.Pow(UnknownGroup, printed - at);
            printed = at - 1;
        }
        return score * Math.Pow(UnknownGroup, printed + 1);
    }

    private sealed record Level(ImmutableArray<string> Wordings, bool Optional)
    {
        public double Match(string printed)
        {
            double best = 0;
            foreach (string wording in Wordings)
                best = Math.Max(best, TextSimilarity.Similarity(printed, wording));
            return best;
        }

        /// <summary>True when the lines, put together, are one of the wordings.</summary>
        public bool Joins(ReadOnlySpan<string> lines)
        {
            foreach (string wording in Wordings)
                if (AreWhole(lines, wording))
                    return true;
            return false;
        }

        private static bool AreWhole(ReadOnlySpan<string> lines, ReadOnlySpan<char> rest)
        {
            foreach (string line in lines)
            {
                if (!rest.StartsWith(line))
                    return false;
                rest = rest[line.Length..];
            }
            return rest.IsEmpty;
        }
    }
}
