using System.Text.RegularExpressions;
using Spectre.Console;

namespace Ingest.App.Cli;

/// <summary>Text on a terminal, where a Chinese character takes two places.</summary>
internal static partial class TerminalText
{
    /// <summary>In places.</summary>
    public static int Width(string text) => text.GetCellWidth();

    /// <summary>
    /// Lines of at most so many places, broken at blanks and between Chinese characters, with no stop at the beginning of
    /// a line; a word that is wider stands alone. At least one line.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string piece in Pieces().Matches(text).Select(match => match.Value))
        {
            if (line.Length > 0 && Width(line) + Width(piece.TrimEnd()) > width)
            {
                yield return line.TrimEnd();
                line = piece.TrimStart();
            }
            else
            {
                line += piece;
            }
        }

        yield return line.TrimEnd();
    }

    /// <summary>A word or a Chinese character, with the brackets before it and the stops and blanks behind it.</summary>
    [GeneratedRegex(@"[（《“]*(?:[⺀-鿿]|[^\s⺀-鿿（《“，。；：、）》”？！]+)[，。；：、）》”？！]*\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
