using Ingest.Store;

namespace Ingest.Review.Screens;

/// <summary>Verdicts in the order of their keys 1, 2, 3, as forms name them.</summary>
public static class VerdictChoices
{
    public static IReadOnlyList<VerdictStatus> All { get; } = [VerdictStatus.Confirmed, VerdictStatus.Dismissed, VerdictStatus.Pending];

    public static string Value(VerdictStatus status) => status switch
    {
        VerdictStatus.Confirmed => "confirmed",
        VerdictStatus.Dismissed => "dismissed",
        VerdictStatus.Pending => "pending",
        _ => "open",
    };

    /// <summary>Null for what is no verdict.</summary>
    public static VerdictStatus? Parse(string? value) => All.Where(status => Value(status) == value).Select(status => (VerdictStatus?)status).FirstOrDefault();
}
