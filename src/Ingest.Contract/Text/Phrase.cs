namespace Ingest.Contract.Text;

/// <summary>Language of messages.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>A text in both languages that findings and diagnostics are written in.</summary>
public readonly record struct Phrase(string Chinese, string English)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The same text in both: a printed name, a code, an amount.</summary>
    public static Phrase Same(string text) => new(text, text);

    public static Phrase operator +(Phrase left, Phrase right) =>
        new(left.Chinese + right.Chinese, left.English + right.English);

    public static Phrase Join(Phrase separator, IEnumerable<Phrase> parts)
    {
        Phrase[] all = [.. parts];
        return new(
            string.Join(separator.Chinese, all.Select(part => part.Chinese)),
            string.Join(separator.English, all.Select(part => part.English)));
    }
}
