using System.Collections.Immutable;
using Ingest.Ocr.Models;

namespace Ingest.Ocr.Recognition;

/// <summary>Single strokes that recognisers take for one another, told by what stands beside them: names of a budget are found by their exact words.</summary>
internal static class StrokeText
{
    public static LineReading Told(LineReading reading)
    {
        ImmutableArray<CharacterReading> characters = reading.Characters;
        if (!characters.Any(character => character.Text is "丶" || IsDash(character.Text)))
            return reading;
        return reading with
        {
            Characters = [.. characters.Select((character, i) => character.Text is "丶" ? character with { Text = "、" }
                : IsDash(character.Text) && IsOne(i == 0 ? null : characters[i - 1].Text, i + 1 < characters.Length ? characters[i + 1].Text : null) ? character with { Text = "一" }
                : character)],
        };
    }

    /// <summary>一般, and the first item of a list: 一、</summary>
    private static bool IsOne(string? before, string? after) => after is "般" || (before is null && after is "、" or "丶");

    private static bool IsDash(string text) => text is "—" or "-" or "－" or "–" or "ー";
}
