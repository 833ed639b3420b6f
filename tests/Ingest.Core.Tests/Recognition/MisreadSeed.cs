using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Tests.Checks;

namespace Ingest.Core.Tests.Recognition;

/// <summary>The seed budget with an amount as a recogniser might have misread it.</summary>
internal static class MisreadSeed
{
    /// <summary>T05 行政单位医疗 基本支出, which three hard relations reach: the row, the account above, T03.</summary>
    public static BudgetDocument Misread(string text, params string[] alternatives) =>
        With(Samples.Seed, "T05", "2101101", "basic", cell => Unsure(cell, text, alternatives));

    public static AmountCell Unsure(AmountCell cell, string text, params string[] alternatives) => cell with
    {
        Value = AmountParser.Parse(text).Value,
        Text = text,
        Recognition = new CellRecognition(0.4f, RecognitionState.Unsure, [.. alternatives]),
    };

    public static AmountCell Cell(BudgetDocument document) =>
        document.Statements.Single(statement => statement.Id == "T05").Rows.Single(row => row.Code == "2101101").Cell("basic")!;

    public static BudgetDocument With(BudgetDocument document, string id, string code, string column, Func<AmountCell, AmountCell> change) => document with
    {
        Statements = [.. document.Statements.Select(statement => statement.Id == id ? With(statement, code, column, change) : statement)],
    };

    private static Statement With(Statement statement, string code, string column, Func<AmountCell, AmountCell> change)
    {
        int index = statement.Rows.IndexOf(statement.Rows.Single(row => row.Code == code));
        StatementRow row = statement.Rows[index];
        ImmutableArray<AmountCell> cells = [.. row.Cells.Select(cell => cell.Column == column ? change(cell) : cell)];
        bool isUnsure = cells.Single(cell => cell.Column == column).Recognition?.State == RecognitionState.Unsure;
        return statement with
        {
            Rows = statement.Rows.SetItem(index, row with { Cells = cells }),
            Doubts = isUnsure ? statement.Doubts.Add(new ExtractionDoubt(ExtractionDoubt.Recognition, Phrase.Same("?"), column, index, 1, row.Box)) : statement.Doubts,
        };
    }
}
