using System.Globalization;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports;

/// <summary>What a report says beside an amount about how it was read.</summary>
/// <param name="Sign">A character to put behind the amount.</param>
internal readonly record struct ReadingRemark(char Sign, string Text);

/// <summary>The amounts of a document that were read in doubt, chosen by arithmetic or corrected: a report never shows one of them as if it were sure.</summary>
internal sealed class CellReadings
{
    /// <summary>Sign of an amount whose reading is in doubt.</summary>
    public const char Doubted = '?';

    private const char Corrected = '✎', Chosen = '≈';

    private readonly Dictionary<CellId, ReadingRemark> _remarks = [];
    private readonly List<CellReference> _doubted = [];

    public CellReadings(BudgetDocument document, ReportWords words)
    {
        foreach (Statement statement in document.Statements)
            foreach ((int index, StatementRow row) in statement.Rows.Index())
                foreach (AmountCell cell in row.Cells)
                    if (Remark(statement, index, cell, words) is { } remark)
                    {
                        _remarks[CellId.Of(statement, row, cell.Column)] = remark;
                        if (remark.Sign == Doubted)
                            _doubted.Add(CellReference.Of(statement, row, cell));
                    }
    }

    /// <summary>In print order.</summary>
    public IReadOnlyList<CellReference> InDoubt => _doubted;

    /// <summary>Null where there is nothing to say.</summary>
    public ReadingRemark? Of(CellId cell) => _remarks.TryGetValue(cell, out ReadingRemark remark) ? remark : null;

    private static ReadingRemark? Remark(Statement statement, int row, AmountCell cell, ReportWords words)
    {
        string others = string.Join(words.Say("、", ", "), cell.Recognition?.Alternatives ?? []);
        return cell.Recognition switch
        {
            { State: RecognitionState.CorrectedByReviewer, Corrected: { } word } => new(Corrected, words.Say(
                $"{word.Who} 于 {Day(word.At)} 按原件更正，原读作“{others}”。", $"Corrected from the page by {word.Who} on {Day(word.At)}; it was read as \"{others}\".")),
            { State: RecognitionState.ConfirmedByArithmetic } => new(Chosen, words.Say($"图像识别，由勾稽关系选定（另有：{others}）。", $"Recognised, and chosen by arithmetic (others: {others}).")),
            _ when statement.IsDoubted(row, cell) => new(Doubted, Doubt(statement, row, cell, words)),
            _ => null,
        };
    }

    private static string Doubt(Statement statement, int row, AmountCell cell, ReportWords words)
    {
        string said = string.Join(" ", statement.Doubts.Where(doubt => doubt.Row == row && doubt.Column == cell.Column).Select(doubt => doubt.Message.In(words.Language)).Distinct());
        return said.Length > 0 ? said : words.Say("未能读作金额。", "It could not be read as an amount.");
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
