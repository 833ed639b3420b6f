using Ingest.App.Words;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Names of the sheets of one workbook: at most 31 characters, without []:*?/\ or an apostrophe at either end, and unique whatever their case.</summary>
internal sealed class SheetNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name like the one wanted that no other sheet has; for good.</summary>
    public string Take(string wanted)
    {
        string clean = string.Concat(SafeText.Of(wanted).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim('\'', ' ');
        string candidate = SafeText.Cut(clean, 31).TrimEnd('\'');
        for (int i = 2; !_taken.Add(candidate); i++)
            candidate = $"{SafeText.Cut(clean, 31 - $" ({i})".Length)} ({i})";
        return candidate;
    }

    /// <summary>As it stands in a formula or a link: <c>'T05 表5'!</c>.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!";
}
