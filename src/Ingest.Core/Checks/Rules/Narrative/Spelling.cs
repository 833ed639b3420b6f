using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Names that mean one account or item however they are written.</summary>
internal static class Spelling
{
    /// <summary>Shorter names are too much alike by chance.</summary>
    private const int ShortestVariant = 5;

    private static readonly string[] _endings = ["支出", "经费", "费用", "费", "资金"];

    /// <summary>Equal for names that differ in 其它 and 其他, in 的, in a last 支出 or 费, in marks and widths.</summary>
    public static string Key(string name)
    {
        string key = Names.Bare(name).Replace("其它", "其他", StringComparison.Ordinal).Replace("的", "", StringComparison.Ordinal).Replace("及", "和", StringComparison.Ordinal);
        while (Array.Find(_endings, ending => key.Length > ending.Length + 1 && key.EndsWith(ending, StringComparison.Ordinal)) is { } last)
            key = key[..^last.Length];
        return key;
    }

    /// <summary>True where one is a slip of the other: letters exchanged, or one left out, put in or mistaken.</summary>
    public static bool IsSlip(string left, string right)
    {
        (string a, string b) = (Key(left), Key(right));
        if (Math.Min(a.Length, b.Length) < ShortestVariant)
            return false;
        return a.Order().SequenceEqual(b.Order()) || Distance(a, b) <= 1;
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}
