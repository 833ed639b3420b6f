namespace Ingest.App.Export;

/// <summary>
/// Makes text from a document harmless in a spreadsheet. Every writer passes every text through here;
/// amounts are written as numbers and never come here.
/// </summary>
internal static class SafeText
{
    /// <summary>
    /// Text that a spreadsheet could take for a formula is led by an apostrophe (OWASP, CSV injection);
    /// the full-width signs are what Chinese and Japanese editions accept in their place. Control
    /// characters, which no file format here can carry, are dropped.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        bool risky = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
        string clean = text.AsSpan().ContainsAnyInRange('\0', '\u001f') ? WithoutControls(text) : text;
        return risky ? "'" + clean : clean;
    }

    private static string WithoutControls(string text) =>
        string.Concat(text.Select(c => c is '\t' or '\n' ? " " : char.IsControl(c) ? "" : c.ToString()));
}
