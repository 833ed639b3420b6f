using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Words;

/// <summary>A reviewer's decision as people read it.</summary>
internal static class VerdictWords
{
    /// <summary>In either language, as <see cref="Of"/> says it; null for any other word.</summary>
    public static VerdictStatus? Find(string word)
    {
        foreach (ReportWords words in (ReportWords[])[new(Language.Chinese), new(Language.English)])
            foreach (VerdictStatus status in Enum.GetValues<VerdictStatus>())
                if (string.Equals(Of(status, words), word, StringComparison.OrdinalIgnoreCase))
                    return status;
        return null;
    }

    /// <summary>"属实，张三，2025-03-04：已电话核实".</summary>
    public static string Whole(Verdict verdict, ReportWords words) =>
        string.Join(words.Say("，", ", "), Of(verdict.Status, words), verdict.Who, words.Day(verdict.At)) + (string.IsNullOrWhiteSpace(verdict.Note) ? "" : words.Say("：", ": ") + verdict.Note);

    public static string Of(VerdictStatus status, ReportWords words) => status switch
    {
        VerdictStatus.Confirmed => words.Say("属实", "confirmed"),
        VerdictStatus.Dismissed => words.Say("排除", "dismissed"),
        VerdictStatus.Pending => words.Say("待查", "pending"),
        _ => words.Say("待复核", "open"),
    };
}
