using Ingest.Store;

namespace Ingest.App.Words;

/// <summary>A reviewer's decision as people read it.</summary>
internal static class VerdictWords
{
    public static string Of(VerdictStatus status, ReportWords words) => status switch
    {
        VerdictStatus.Confirmed => words.Say("属实", "confirmed"),
        VerdictStatus.Dismissed => words.Say("排除", "dismissed"),
        _ => words.Say("待复核", "open"),
    };
}
