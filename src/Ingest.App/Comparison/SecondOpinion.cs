using System.Collections.Immutable;
using System.Globalization;
using Ingest.Core;
using Ingest.Core.Documents;
using Ingest.Pdf;

namespace Ingest.App.Comparison;

/// <summary>
/// Has a file read by another reader too. What the two disagree on is said to be in doubt: it is a misreading
/// of one of them and no mistake of the document.
/// </summary>
/// <param name="pipeline">With the other reader.</param>
/// <param name="reader">Id of the other reader, for messages.</param>
internal sealed class SecondOpinion(DocumentPipeline pipeline, string reader)
{
    /// <summary>Id of the findings it makes; no rule of the catalogue, since nothing of the document is checked.</summary>
    public const string Rule = "READ-02";

    public static readonly Phrase Sentence = new("两个阅读器对同一金额的读数一致", "Two readers read the same amount alike");

    /// <summary>The document with a finding for each disagreement.</summary>
    public BudgetDocument Ask(BudgetDocument document, ReadOnlyMemory<byte> file, ProcessingOptions options, CancellationToken cancellation = default)
    {
        BudgetDocument other = pipeline.Process(document.Source.FileName, file, options, cancellation);
        if (other.IsUnreadable)
            return document with { Diagnostics = document.Diagnostics.Add(Unavailable(other)) };
        ImmutableArray<Finding> doubts = [.. Doubts(document, other, options.Language)];
        return doubts.IsEmpty ? document : document with { Findings = document.Findings.AddRange(doubts) };
    }

    private IEnumerable<Finding> Doubts(BudgetDocument document, BudgetDocument other, Language language)
    {
        Dictionary<FactKey, CellReference> ours = FactKey.Cells(document);
        Dictionary<FactKey, CellReference> theirs = FactKey.Cells(other);
        HashSet<string> both = [.. document.Statements.Select(statement => statement.Id).Intersect(other.Statements.Select(statement => statement.Id))];
        foreach ((string statement, CellReference first) in Missing(ours, both))
            yield return Doubt(first, null, null, new Phrase($"{statement} 只有本阅读器读出，另一阅读器（{reader}）没有读出。", $"Only this reader has read {statement}; the other ({reader}) has not."), language);
        foreach ((string statement, CellReference first) in Missing(theirs, both))
            yield return Doubt(first, null, null, new Phrase($"{statement} 只有另一阅读器（{reader}）读出，本阅读器没有读出。", $"Only the other reader ({reader}) has read {statement}."), language);
        foreach ((FactKey key, CellReference cell) in ours.Where(fact => both.Contains(fact.Key.Statement)))
            if (theirs.GetValueOrDefault(key)?.Amount is var amount && amount != cell.Amount)
                yield return Doubt(cell, cell.Amount, amount, Disagreement(key, cell.Amount, amount), language);
        foreach ((FactKey key, CellReference cell) in theirs.Where(fact => both.Contains(fact.Key.Statement) && !ours.ContainsKey(fact.Key)))
            yield return Doubt(cell with { Amount = null }, null, cell.Amount, Disagreement(key, null, cell.Amount), language);
    }

    /// <summary>Statements that only one of the two has, with their first amount: one doubt, not hundreds.</summary>
    private static IEnumerable<(string Statement, CellReference First)> Missing(Dictionary<FactKey, CellReference> facts, HashSet<string> both) =>
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

    private Phrase Disagreement(FactKey key, decimal? ours, decimal? theirs) => new(
        $"{key}：本阅读器读作 {Shown(ours, "空白")}，另一阅读器（{reader}）读作 {Shown(theirs, "空白")}。请核对原件。",
        $"{key}: this reader reads {Shown(ours, "a blank")}, the other ({reader}) {Shown(theirs, "a blank")}. Look at the page.");

    private static string Shown(decimal? amount, string blank) => amount?.ToString("#,##0.############", CultureInfo.InvariantCulture) ?? blank;

    private Diagnostic Unavailable(BudgetDocument other)
    {
        Phrase why = other.Diagnostics.MaxBy(diagnostic => diagnostic.Severity)?.Message ?? default;
        return new Diagnostic("second-opinion", Severity.Warning, new Phrase(
            $"另一阅读器（{reader}）不能读取该文件，读数未经复核。{why.Chinese}",
            $"The other reader ({reader}) cannot read the file; nothing was read twice. {why.English}"));
    }
}
