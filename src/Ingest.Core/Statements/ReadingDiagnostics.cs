using System.Buffers;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>What the reading of the tables has to say about itself.</summary>
internal static class ReadingDiagnostics
{
    private static readonly SearchValues<char> _dashes = SearchValues.Create("-—－–─―");

    public static IEnumerable<Diagnostic> Of(
        IReadOnlyList<FragmentOutcome> outcomes, IReadOnlyList<OpenTable> tables, IReadOnlyList<Statement> statements, UnitChoice units)
    {
        foreach (FragmentOutcome outcome in outcomes.Where(outcome => outcome.Role == GridRole.Unbound && outcome.Foreign?.First == outcome.Fragment))
            yield return Unbound(outcome);
        for (int i = 0; i < tables.Count; i++)
        {
            Statement statement = statements[i];
            int page = tables[i].First.Number;
            if (statements.Take(i).FirstOrDefault(other => other.Id == statement.Id) is { } twin)
                yield return new Diagnostic(
                    "duplicate-statement", Severity.Warning,
                    new Phrase(
                        $"第 {page} 页的 {Chinese(statement)}已在第 {twin.Pages[0]} 页读取过，两张表均保留。",
                        $"{English(statement)} on page {page} was already read on page {twin.Pages[0]}; both are kept."), page);
            if (UnitChoice.Printed(tables[i]) is null)
                yield return NoUnit(statement, page, units.Of(tables[i]));
            if (tables[i].Parts.Select(part => part.Fragment.Heading.Unit).OfType<AmountUnit>().Distinct().Count() > 1)
                yield return new Diagnostic(
                    "unit-conflict", Severity.Warning,
                    new Phrase(
                        $"{Chinese(statement)}各页所印单位不同，采用第一个。",
                        $"{English(statement)} prints different units on its pages; the first is used."), page);
            if (BlankSign(statement) is { } sign)
                yield return new Diagnostic(
                    "blank-signs", Severity.Info,
                    new Phrase(
                        $"{Chinese(statement)}有单元格只印“{sign}”，按空白处理。",
                        $"Cells of {English(statement)} hold nothing but \"{sign}\"; they are taken as blank."), page);
            if (!statement.Doubts.IsEmpty)
                yield return new Diagnostic(
                    "extraction-doubt", Severity.Warning,
                    new Phrase(
                        $"{Chinese(statement)}有 {statement.Doubts.Length} 处读取存疑，第一处：",
                        $"{English(statement)}: {statement.Doubts.Length} places could not be read with certainty; the first: ") + statement.Doubts[0].Message,
                    statement.Doubts[0].Page);
        }
    }

    /// <summary>What other than a dash is printed where there is nothing; null where nothing is.</summary>
    private static string? BlankSign(Statement statement) => statement.Rows
        .SelectMany(row => row.Cells)
        .Where(cell => cell.Value is null && cell.Text.AsSpan().IndexOfAnyExcept(_dashes) >= 0)
        .Select(cell => cell.Text)
        .FirstOrDefault(AmountParser.IsDash);

    private static Diagnostic NoUnit(Statement statement, int page, AmountUnit? unit) => unit is { } stated
        ? new Diagnostic("unit-inherited", Severity.Info, new Phrase(
            $"{Chinese(statement)}未印单位，采用全文统一注明的{stated.Printed()}。",
            $"{English(statement)} prints no unit; {stated.Printed()} is stated for the whole document."), page)
        : new Diagnostic("unit-missing", Severity.Warning, new Phrase(
            $"{Chinese(statement)}未印单位，其金额只在表内核对。",
            $"{English(statement)} prints no unit; its amounts are compared only within the table."), page);

    private static string Chinese(Statement statement) => $"{statement.Id}《{statement.Title}》";

    private static string English(Statement statement) => $"{statement.Id} \"{statement.Title}\"";

    private static Diagnostic Unbound(FragmentOutcome outcome)
    {
        TableFragment fragment = outcome.Fragment;
        bool known = fragment.Heading.Title is not null;
        string title = outcome.Foreign?.Title ?? "";
        return new Diagnostic(
            known ? "weak-binding" : "unbound-table",
            known ? Severity.Warning : Severity.Info,
            new Phrase(
                $"{(title.Length == 0 ? "" : $"“{title}”附近")}一张 {fragment.View.Rows} 行 {fragment.View.Columns} 列的表未能识别：{outcome.Reasons[0].Chinese}。",
                $"A table of {fragment.View.Rows} rows and {fragment.View.Columns} columns{(title.Length == 0 ? "" : $" near \"{title}\"")} was bound to no statement: {outcome.Reasons[0].English}."),
            fragment.Number);
    }
}
