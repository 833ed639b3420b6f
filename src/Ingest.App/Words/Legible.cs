using System.Buffers;

namespace Ingest.App.Words;

/// <summary>
/// Text of strangers (file names, what documents print) as it may be shown on a terminal or in a log: control characters could
/// move the cursor, colour or erase what stands there, and direction marks make a name read as another (CVE-2021-42574).
/// </summary>
internal static class Legible
{
    private static readonly SearchValues<char> _harmful = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(code => code is not ('\n' or '\t' or '\r')).Concat(Enumerable.Range(0x7F, 0x21))
            .Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4)).Concat([0x061C, 0x200E, 0x200F]).Select(code => (char)code),
    ]);

    /// <summary>Every such character is shown as U+FFFD: that something was there is worth knowing. Line ends and tabs stay.</summary>
    public static string Of(string text) => !text.AsSpan().ContainsAny(_harmful)
        ? text
        : string.Create(text.Length, text, static (shown, text) =>
        {
            for (int i = 0; i < shown.Length; i++)
                shown[i] = _harmful.Contains(text[i]) ? '\uFFFD' : text[i];
        });

    /// <summary>As <see cref="Of"/>, with personal numbers masked.</summary>
    public static string Masked(string text) => PersonalNumbers.Mask(Of(text));
}
