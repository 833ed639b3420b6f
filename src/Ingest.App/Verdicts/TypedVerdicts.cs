using Ingest.App.Reports.Xlsx;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Verdicts;

internal enum TypedOutcome
{
    /// <summary>Nothing was typed, or nothing else than what the workbook was written with.</summary>
    Unchanged,

    Recorded,

    /// <summary>Another verdict was given since the workbook was written; nothing was recorded.</summary>
    Conflict,

    /// <summary>The document has no such finding any more.</summary>
    Gone,

    /// <summary>The word for the verdict is none that is known.</summary>
    NotUnderstood,
}

/// <summary>What became of one row of a filled-in working paper.</summary>
/// <param name="Typed">Null where the row says nothing that could be taken.</param>
/// <param name="There">The last verdict in the store before.</param>
internal sealed record TypedResult(FilledRow Row, TypedOutcome Outcome, Verdict? Typed = null, Verdict? There = null);

/// <summary>Takes the verdicts that a reviewer typed into a working paper over into the store. What somebody else said meanwhile is never replaced silently.</summary>
/// <param name="by">Who decides where the row names nobody.</param>
/// <param name="overwrite">Record also what conflicts; the other verdict stays in the history.</param>
internal sealed class TypedVerdicts(IDocumentStore store, string by, bool overwrite, TimeProvider clock, ReportWords words)
{
    public IReadOnlyList<TypedResult> Take(FilledWorkbook workbook)
    {
        Dictionary<string, StoredFinding> findings = store.FindingsOf(workbook.Sha256).ToDictionary(found => found.Fingerprint, StringComparer.Ordinal);
        return [.. workbook.Rows.Select(row => Take(workbook.Sha256, row, findings.GetValueOrDefault(row.Fingerprint)))];
    }

    private TypedResult Take(string sha256, FilledRow row, StoredFinding? finding)
    {
        if (row.Status.Length + row.Note.Length + row.Who.Length == 0 && row.Day is null)
            return new TypedResult(row, TypedOutcome.Unchanged);
        Verdict? written = row.Known.Length == 0 ? null : store.VerdictHistory(sha256, row.Fingerprint).LastOrDefault(verdict => ReviewColumns.KnownOf(verdict) == row.Known);
        VerdictStatus? status = row.Status.Length == 0 ? written?.Status ?? VerdictStatus.Open : VerdictWords.Find(row.Status);
        if (status is null)
            return new TypedResult(row, TypedOutcome.NotUnderstood);
        var typed = new Verdict(status.Value, row.Note.Length == 0 ? null : row.Note, row.Who.Length == 0 ? written?.Who ?? by : row.Who, When(row.Day, finding?.Verdict));
        if (written is not null && Says(typed, written) && (row.Day is null || row.Day == DayOf(written.At)))
            return new TypedResult(row, TypedOutcome.Unchanged);
        if (finding is null)
            return new TypedResult(row, TypedOutcome.Gone, typed);
        if (finding.Verdict is { } there && ReviewColumns.KnownOf(there) != row.Known)
        {
            // The same workbook given twice, or two who agree.
            if (Says(typed, there))
                return new TypedResult(row, TypedOutcome.Unchanged, typed, there);
            if (!overwrite)
                return new TypedResult(row, TypedOutcome.Conflict, typed, there);
        }

        return new TypedResult(row, store.Judge(sha256, row.Fingerprint, typed) ? TypedOutcome.Recorded : TypedOutcome.Gone, typed, finding.Verdict);
    }

    /// <summary>
    /// The day that is written, at its beginning where the reviewer is; now where it is today, where none is written, and where
    /// it would put the verdict before the one that it follows.
    /// </summary>
    private DateTimeOffset When(DateOnly? day, Verdict? before)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (day is not { } date || date == DayOf(now))
            return now;
        DateTime begin = date.ToDateTime(TimeOnly.MinValue);
        var instant = new DateTimeOffset(begin, words.Zone.GetUtcOffset(begin));
        return instant > now || instant <= before?.At ? now : instant;
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, words.Zone).Date);

    private static bool Says(Verdict one, Verdict other) =>
        one.Status == other.Status && one.Who == other.Who && string.Equals(one.Note ?? "", (other.Note ?? "").Trim(), StringComparison.Ordinal);
}
