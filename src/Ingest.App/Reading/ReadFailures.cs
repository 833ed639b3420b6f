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
    public static (string Reason, string Message)? Refusal(BudgetDocument document)
    {
        if (document.Diagnostics.FirstOrDefault(diagnostic => diagnostic is { Severity: Severity.Error, Page: null }) is { } fatal)
            return (fatal.Code, fatal.Message);
        if (!document.Statements.IsEmpty || !document.Performance.IsEmpty)
            return null;
        string images = document.Diagnostics.Any(diagnostic => diagnostic.Code == "image-only") ? " Pages are pictures without text: scan them with text recognition first." : "";
        return (NoBudgetTable, $"{document.Source.FileName}: none of its {document.Source.Pages} pages has a budget table that a layout explains.{images} Add a layout if it is a budget.");
    }
}
