using System.Text.RegularExpressions;

namespace Ingest.Core.Statements;

/// <summary>Recognises tables that are no statements.</summary>
internal static partial class ForeignTables
{
    private static readonly string[] _performanceWords = ["绩效目标", "绩效指标", "一级指标", "三级指标"];

    public static bool IsBlank(TableFragment fragment) =>
        Enumerable.Range(0, fragment.Grid.Cells.Length).All(index => fragment.View.Text(index).Length == 0);

    /// <summary>Its cells speak of targets; a statement's never do.</summary>
    public static bool IsPerformance(TableFragment fragment)
    {
        if (fragment.Heading.Title is null && fragment.Heading.NearestText?.Contains("绩效目标", StringComparison.Ordinal) == true && !fragment.Header.IsPresent)
            return true;
        int found = 0;
        for (int index = 0; index < fragment.Grid.Cells.Length; index++)
        {
            string text = fragment.View.Text(index);
            if (text.Length is > 1 and <= 16 && SpeaksOfPerformance(text))
                found++;
        }
        return found >= 2 || (found == 1 && fragment.Heading.Title is null);
    }

    private static bool SpeaksOfPerformance(string text)
    {
        foreach (string word in _performanceWords)
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Three or more cells name a table, and the table names no column.</summary>
    public static bool IsContents(TableFragment fragment)
    {
        if (fragment.Header.IsPresent && fragment.Heading.Title is not null)
            return false;
        int titles = 0;
        for (int index = 0; index < fragment.Grid.Cells.Length && titles < 3; index++)
            if (TitleOfTable().IsMatch(fragment.View.Text(index)))
                titles++;
        return titles >= 3;
    }

    [GeneratedRegex(@"(?:情况|明细|预算|决算|收支|收入|支出|总)表[》)）]?[.…·\d]*$")]
    private static partial Regex TitleOfTable();
}
