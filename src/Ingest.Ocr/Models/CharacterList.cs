namespace Ingest.Ocr.Models;

/// <summary>What the outputs of the recognition stand for: first nothing, then the characters of the key file, last a space.</summary>
internal sealed class CharacterList
{
    private readonly string[] _characters;

    private CharacterList(string[] characters) => _characters = characters;

    public int Count => _characters.Length + 2;

    /// <summary>The text of an output that is not 0.</summary>
    public string this[int output] => output <= _characters.Length ? _characters[output - 1] : " ";

    public static CharacterList Read(string path) => new(File.ReadAllLines(path));
}
