namespace Ingest.Core.Layouts;

/// <summary>Names of total rows.</summary>
internal static class TotalWords
{
    private static readonly HashSet<string> _words =
        ["总计", "合计", "收入总计", "支出总计", "收入合计", "支出合计", "本年收入合计", "本年支出合计", "人员经费合计", "公用经费合计"];

    public static bool IsTotal(string folded) => _words.Contains(folded);
}
