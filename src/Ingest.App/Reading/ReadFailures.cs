using Ingest.Core.Documents;
using Ingest.Pdf;

namespace Ingest.App.Reading;

/// <summary>Why a file is set aside.</summary>
internal static class ReadFailures
{
    /// <summary>The disk does not give the bytes.</summary>
    public const string Unreadable = "file-unreadable";

    /// <summary>The reader process ended while it read the file, twice.</summary>
    public const string Crashed = "reader-crashed";

    public const string TimeLimit = "time-limit";

    public const string MemoryLimit = "memory-limit";

    /// <summary>A fault of this program.</summary>
    public const string Internal = "internal-error";

    public const string NoBudgetTable = "no-budget-table";

    /// <summary>What makes a document useless; null for one that can be stored, with doubts or without.</summary>
    public static (string Reason, Phrase Message)? Refusal(BudgetDocument document)
    {
        if (document.Diagnostics.FirstOrDefault(diagnostic => diagnostic is { Severity: Severity.Error, Page: null }) is { } fatal)
            return (fatal.Code, fatal.Message);
        if (!document.Statements.IsEmpty || !document.Performance.IsEmpty)
            return null;
        Phrase images = document.Diagnostics.Any(diagnostic => diagnostic.Code == "image-only")
            ? new("有的页是没有文字的图像，请先进行文字识别。", " Pages are pictures without text: scan them with text recognition first.")
            : default;
        return (NoBudgetTable, new Phrase(
            $"{document.Source.FileName}：{document.Source.Pages} 页中没有版式能识别的预算表。{images.Chinese}如确为预算文件，请增加版式。",
            $"{document.Source.FileName}: none of its {document.Source.Pages} pages has a budget table that a layout explains.{images.English} Add a layout if it is a budget."));
    }
}
