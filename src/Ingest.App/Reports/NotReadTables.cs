using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports;

/// <summary>Says which tables of a document nothing was checked of. Every report shows it above the findings.</summary>
internal static class NotReadTables
{
    /// <summary>"3 张表未能识别（第 12、15、16 页），其中约 74 个金额未核对。" and a line for each; nothing where all were read.</summary>
    public static IEnumerable<string> Lines(BudgetDocument document, ReportWords words)
    {
        if (document.Coverage is not { NotRead.IsEmpty: false } coverage)
            return [];
        string pages = string.Join(words.Say("、", ", "), coverage.NotRead.SelectMany(table => table.Pages).Distinct().Order());
        int count = coverage.NotRead.Length;
        string whole = words.Say(
            $"{count} 张表未能识别（第 {pages} 页），其中{(coverage.IsEstimate ? "约" : "")} {coverage.AmountsNotRead} 个金额未核对。",
            $"{count} {(count == 1 ? "table was" : "tables were")} not recognised (page {pages}); {(coverage.IsEstimate ? "about " : "")}{coverage.AmountsNotRead} amounts in them were not checked.");
        return [whole, .. coverage.NotRead.Select(table => Line(table, words))];
    }

    public static string Line(UnreadTable table, ReportWords words)
    {
        string title = table.Title ?? words.Say("（无标题的表）", "(a table without title)");
        string named = table.Label is { } label && label != table.Title ? $"{label} {title}" : title;
        string pages = string.Join(words.Say("、", ", "), table.Pages);
        return words.Say(
            $"{named}：第 {pages} 页，{(table.IsEstimate ? "约 " : "")}{table.Amounts} 个金额未核对",
            $"{named}: page {pages}, {(table.IsEstimate ? "about " : "")}{table.Amounts} amounts not checked");
    }
}
