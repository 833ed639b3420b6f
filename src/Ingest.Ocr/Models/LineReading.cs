using System.Collections.Immutable;

namespace Ingest.Ocr.Models;

/// <summary>A character as recognised.</summary>
/// <param name="Text">Usually one UTF-16 unit.</param>
/// <param name="Likelihood">0 to 1.</param>
/// <param name="Position">Of its middle along the line, 0 to 1.</param>
/// <param name="Second">What else it might be; null where nothing comes near, "" for nothing at all.</param>
/// <param name="SecondLikelihood">0 to 1.</param>
internal readonly record struct CharacterReading(string Text, float Likelihood, float Position, string? Second, float SecondLikelihood);

/// <summary>Something that might stand where nothing was recognised.</summary>
/// <param name="Before">Index of the character that it would stand before.</param>
internal readonly record struct MissedCharacter(int Before, string Text, float Likelihood);

/// <summary>A line of text as recognised.</summary>
internal sealed record LineReading(ImmutableArray<CharacterReading> Characters, ImmutableArray<MissedCharacter> Missed)
{
    public static LineReading Empty { get; } = new([], []);

    public string Text => string.Concat(Characters.Select(character => character.Text));

    /// <summary>Of the least likely character; 0 for no text.</summary>
    public float Least => Characters.IsEmpty ? 0 : Characters.Min(character => character.Likelihood);

    /// <summary>Of all characters on average; 0 for no text.</summary>
    public float Mean => Characters.IsEmpty ? 0 : Characters.Average(character => character.Likelihood);
}
