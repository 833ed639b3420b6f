using System.Collections.Immutable;
using System.Globalization;
using Ingest.App.Compare;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>
/// Compares what two readers made of a file. What they disagree on is said to be in doubt: it is a misreading of one of
/// them and no mistake of the document.
/// </summary>
/// <param name="reader">Id of the other reader, for messages.</param>
internal sealed class OtherReading(string reader)
{
    /// <summary>Id of the findings it makes.</summary>
    public const string Rule = RuleSentences.TwoReaders;

    /// <summary>Code of the diagnostic that says that nothing was compared, and why.</summary>
    public const string Missing = "second-opinion";

    /// <summary>The document with a finding for each disagreement, or with the reason why nothing could be compared.</summary>
    /// <param name="reader">Id of the other reader.</param>
    /// <param name="other">What it made of the same bytes.</param>
    public static BudgetDocument Compare(BudgetDocument document, string reader, BudgetDocument other, Language language)
    {
        var second = new OtherReading(reader);
        if (Useless(other) is { } why)
            return document with { Diagnostics = document.Diagnostics.Add(second.Unavailable(why)) };
        ImmutableArray<Finding> doubts = [.. second.Doubts(document, other, language)];
        return doubts.IsEmpty ? document : document with { Findings = document.Findings.AddRange(doubts) };
    }

    /// <summary>Why there is nothing to compare with; null when there is. Of a document that was read in part only, the rest would be said to be missing.</summary>
    private static Phrase? Useless(BudgetDocument other) =>
        (ReadFailures.OutOfTime(other) ?? ReadFailures.Lost(other) ?? (other.IsUnreadable ? other.Diagnostics.MaxBy(diagnostic => diagnostic.Severity) : null))?.Message;

    private IEnumerable<Finding> Doubts(BudgetDocument document, BudgetDocument other, Language language)
    {
        Dictionary<CellId, CellReference> ours = PrintedAmounts.Of(document);
        Dictionary<CellId, CellReference> theirs = PrintedAmounts.Of(other);
        HashSet<string> both = [.. document.Statements.Select(statement => statement.Id).Intersect(other.Statements.Select(statement => statement.Id))];
        foreach ((string statement, CellReference first) in OnlyIn(ours, both))
            yield return Doubt(first, null, null, new Phrase($"{statement} 只有本阅读器读出，另一阅读器（{reader}）没有读出。", $"Only this reader has read {statement}; the other ({reader}) has not."), language);
        foreach ((string statement, CellReference first) in OnlyIn(theirs, both))
            yield return Doubt(first, null, null, new Phrase($"{statement} 只有另一阅读器（{reader}）读出，本阅读器没有读出。", $"Only the other reader ({reader}) has read {statement}."), language);
        foreach ((CellId key, CellReference cell) in ours.Where(fact => both.Contains(fact.Key.Statement)))
            if (theirs.GetValueOrDefault(key)?.Amount is var amount && amount != cell.Amount)
                yield return Doubt(cell, cell.Amount, amount, Disagreement(key, cell.Amount, amount), language);
        foreach ((CellId key, CellReference cell) in theirs.Where(fact => both.Contains(fact.Key.Statement) && !ours.ContainsKey(fact.Key)))
            yield return Doubt(cell with { Amount = null }, null, cell.Amount, Disagreement(key, null, cell.Amount), language);
    }

    /// <summary>Statements that only one of the two has, with their first amount: one doubt, not hundreds.</summary>
    private static IEnumerable<(string Statement, CellReference First)> OnlyIn(Dictionary<CellId, CellReference> facts, HashSet<string> both) =>
        facts.Where(fact => !both.Contains(fact.Key.Statement)).GroupBy(fact => fact.Key.Statement).Select(group => (group.Key, group.First().Value));

    private static Finding Doubt(CellReference cell, decimal? ours, decimal? theirs, Phrase message, Language language) => new()
    {
        Rule = Rule,
        Severity = Severity.Warning,
        Expected = theirs,
        Actual = ours,
        Difference = ours - theirs,
        Tolerance = 0,
        Cells = [cell],
        Message = message.In(language),
        ExtractionInDoubt = true,
    };

    private Phrase Disagreement(CellId key, decimal? ours, decimal? theirs) => new(
        $"{key}：本阅读器读作 {Shown(ours, "空白")}，另一阅读器（{reader}）读作 {Shown(theirs, "空白")}。请核对原件。",
        $"{key}: this reader reads {Shown(ours, "a blank")}, the other ({reader}) {Shown(theirs, "a blank")}. Look at the page.");

    private static string Shown(decimal? amount, string blank) => amount?.ToString("#,##0.############", CultureInfo.InvariantCulture) ?? blank;

    private Diagnostic Unavailable(Phrase why) => new(Missing, Severity.Warning, new Phrase(
        $"另一阅读器（{reader}）没有读出该文件，读数未经复核：{why.Chinese}",
        $"The other reader ({reader}) did not read the file, and nothing was read twice: {why.English}"));
}
