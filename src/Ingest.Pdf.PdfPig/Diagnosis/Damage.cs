using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.PdfPig.Diagnosis;

/// <summary>PdfPig reports damage by exceptions of many types, and wraps those of its callers.</summary>
internal static class Damage
{
    private const int LongestQuote = 160;

    /// <summary>True for what a file provokes; false for what the caller, a limit or the machine does.</summary>
    public static bool Is(Exception error) =>
        error is not (PdfReadException or OutOfMemoryException)
        && FindLimit(error) is null
        && !IsCancellation(error);

    /// <summary>The caller has cancelled.</summary>
    public static bool IsCancellation(Exception error) => Chain(error).Any(inner => inner is OperationCanceledException);

    /// <summary>The limit that ended it, if one did.</summary>
    public static ReadingLimitException? FindLimit(Exception error) => Chain(error).OfType<ReadingLimitException>().FirstOrDefault();

    /// <summary>PdfPig's own words in brackets, on one line and short, since they may quote the file.</summary>
    public static Phrase Quote(Exception error) => Quote(error.Message);

    public static Phrase Quote(string message)
    {
        string words = string.Concat(message.Where(character => !char.IsControl(character)));
        words = words.Length <= LongestQuote ? words : words[..LongestQuote] + "…";
        return new Phrase($"（PdfPig：{words}）", $" (PdfPig: {words})");
    }

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (Exception? link = error; link is not null; link = link.InnerException)
            yield return link;
    }
}
