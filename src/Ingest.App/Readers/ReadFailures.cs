using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

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

    /// <summary>What a person is told of a fault of this program.</summary>
    public static Phrase Fault(Exception error) => new(
        $"程序内部错误（{error.GetType().Name}：{error.Message}）。请将此文件与日志一并报告。",
        $"A fault of this program ({error.GetType().Name}: {error.Message}). Report it with this file and the log.");

    /// <summary>
    /// What says that reading stopped for lack of time, or null. How far it came depends on what else the machine had to
    /// do: such a document is never kept.
    /// </summary>
    public static Diagnostic? OutOfTime(BudgetDocument document) =>
        document.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code is "limit-page-time" or "limit-file-time");

    /// <summary>What says that the file has ended its reader's process, or kept it too long, before all of it was read; null when all was.</summary>
    public static Diagnostic? Lost(BudgetDocument document) =>
        document.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code is Crashed or TimeLimit or MemoryLimit);

    /// <summary>What makes a document useless; null for one that can be stored, with doubts or without.</summary>
    public static (string Reason, Phrase Message)? Refusal(BudgetDocument document)
    {
        if (OutOfTime(document) is { } late)
            return (TimeLimit, late.Message);
        if (!document.Statements.IsEmpty || !document.Performance.IsEmpty)
            return null;
        // The gravest first: why it does not open, or that it is a scan, or no budget at all.
        Diagnostic reason = document.Diagnostics.Where(diagnostic => diagnostic.Page is null).MaxBy(diagnostic => diagnostic.Severity)
            ?? throw new InvalidOperationException("A document without statements says why.");
        return (reason.Code, reason.Message);
    }
}
