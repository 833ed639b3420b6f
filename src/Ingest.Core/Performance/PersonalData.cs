namespace Ingest.Core.Performance;

/// <summary>
/// Masks names and telephone numbers for logs and exports. Enough stays to tell two entries apart, too
/// little to reach a person.
/// </summary>
public static class PersonalData
{
    /// <summary>刘靖 → 刘*, 13999202837 → 139******37. Null and "" are returned as they are.</summary>
    public static string? Mask(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        int digits = text.Count(char.IsAsciiDigit);
        return digits >= 5 ? Keep(text, 3, 2) : Keep(text, 1, 0);
    }

    private static string Keep(string text, int first, int last)
    {
        if (text.Length <= first + last)
            return new string('*', text.Length);
        return string.Concat(text.AsSpan(0, first), new string('*', text.Length - first - last), text.AsSpan(text.Length - last));
    }
}
