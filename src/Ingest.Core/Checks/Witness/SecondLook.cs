using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Findings;

namespace Ingest.Core.Checks.Witness;

/// <summary>
/// Has the second reader look at cells that no error rests on but that may be misread: those that the first reader doubts and,
/// where that is asked for, those that no relation reaches. What the two read differently is one finding for each table.
/// </summary>
/// <param name="call">Gives the witness of the document; called only when there is a cell to look at.</param>
public sealed class SecondLook(Func<IWitness?> call, Language language)
{
    /// <summary>Id of its findings; no rule of the catalogue, since nothing that the document says is checked.</summary>
    public const string Rule = "READ-02";

    /// <summary>Code of the diagnostic that says that the second reader was asked and could not answer.</summary>
    public const string Silent = "no-second-reading";

    // A sentence of more readings is not read; all cells are in the finding.
    private const int Quoted = 3;

    /// <param name="document">With findings and coverage.</param>
    public BudgetDocument At(BudgetDocument document, WitnessScope scope, CancellationToken cancellation)
    {
        HashSet<int> recognised = document.RecognisedPages();
        IEnumerable<CellReference> cells = document.Statements.SelectMany(Doubted);
        if (scope == WitnessScope.Unchecked)
            cells = cells.Concat((document.Coverage?.Unchecked ?? []).Where(cell => cell.Page is not { } page || !recognised.Contains(page))).Distinct();
        Finding[] findings = [.. cells.GroupBy(cell => cell.Statement).Select(table => Compare(table, cancellation)).OfType<Finding>()];
        return findings.Length == 0 ? document : document with { Findings = [.. document.Findings.Concat(findings).OrderByDescending(finding => finding.Severity)] };
    }

    /// <summary>Says once why the second reader could not be heard.</summary>
    public static BudgetDocument WithSilence(BudgetDocument document, IWitness? asked) => asked?.Silence is not { } why ? document : document with
    {
        Diagnostics = document.Diagnostics.Add(new Diagnostic(Silent, Severity.Warning, new Phrase(
            $"另一阅读器（{asked.Reader}）未能复读有疑点之处，未经复读的疑点只作存疑：{why.Chinese}",
            $"The second reader ({asked.Reader}) could not read again what is in question, and nothing that it has not read is called an error: {why.English}"))),
    };

    private static IEnumerable<CellReference> Doubted(Statement statement)
    {
        HashSet<(int? Row, string? Column)> doubts = [.. statement.Doubts.Select(doubt => (doubt.Row, doubt.Column))];
        if (doubts.Count == 0)
            yield break;
        foreach ((int index, StatementRow row) in statement.Rows.Index())
            foreach (AmountCell cell in row.Cells)
                if (cell is { Text.Length: > 0, Recognition: null } && IsDoubted(doubts, index, cell.Column))
                    yield return new CellReference
                    {
                        Statement = statement.Id, Side = row.Side, Code = row.Code, Name = row.Name, Project = row.Project,
                        Column = cell.Column, Amount = cell.Value, Page = cell.Page, Box = cell.Box,
                    };
    }

    private static bool IsDoubted(HashSet<(int? Row, string? Column)> doubts, int row, string column) =>
        doubts.Contains((row, column)) || doubts.Contains((row, null)) || doubts.Contains((null, column)) || doubts.Contains((null, null));

    private Finding? Compare(IEnumerable<CellReference> cells, CancellationToken cancellation)
    {
        var differing = new List<(CellReference Cell, string Other)>();
        string reader = "";
        foreach (CellReference cell in cells)
        {
            if (call() is not { } witness)
                return null;
            reader = witness.Reader;
            if (witness.Ask(cell, cancellation) is { Answer: TestimonyAnswer.Other } testimony)
                differing.Add((cell, testimony.Text ?? ""));
        }

        return differing.Count == 0 ? null : new Finding
        {
            Rule = Rule,
            Severity = Severity.Warning,
            Cells = [.. differing.Select(difference => difference.Cell)],
            Message = Message(differing, reader).In(language),
            ExtractionInDoubt = true,
        };
    }

    private static Phrase Message(List<(CellReference Cell, string Other)> differing, string reader)
    {
        Phrase[] quoted = [.. differing.Take(Quoted).Select(difference => Quote(difference.Cell, difference.Other))];
        string more = differing.Count > Quoted ? " …" : "";
        return new Phrase(
            $"{differing[0].Cell.Statement} 有 {differing.Count} 个金额两个阅读器读数不同（{reader}）：{string.Join("；", quoted.Select(quote => quote.Chinese))}{more}。请核对原件。",
            $"{differing[0].Cell.Statement}: {differing.Count} amounts are read differently by the second reader ({reader}): {string.Join("; ", quoted.Select(quote => quote.English))}{more}. Look at the page.");
    }

    private static Phrase Quote(CellReference cell, string other)
    {
        string where = string.Join(' ', new[] { cell.Code, cell.Name, cell.Column }.Where(part => !string.IsNullOrEmpty(part)));
        Phrase ours = cell.Amount is { } amount ? Phrase.Same(amount.ToString("#,##0.############", CultureInfo.InvariantCulture)) : new("未识别的文字", "no amount");
        return new Phrase(
            $"第 {cell.Page} 页 {where} 读作 {ours.Chinese}，另读作“{other}”",
            $"page {cell.Page} {where} {ours.English}, the second \"{other}\"");
    }
}
