using System.Globalization;
using Ingest.App.Words;

namespace Ingest.App.Compare;

/// <summary>Comparisons of readers for a person.</summary>
internal sealed class ComparisonText(ReportWords words, TextWriter output)
{
    private const int LettersShown = 40;

    private const int FactsShown = 20;

    public void Show(FileComparison result)
    {
        output.WriteLine(result.File);
        if (result.Problem is { } problem)
        {
            output.WriteLine($"  {problem}");
            return;
        }

        output.WriteLine(words.Say(
            $"  共 {result.PageCount} 页，文字或线条不同的 {result.Pages.Length} 页；不同的金额 {result.Facts.Length} 个",
            $"  {result.PageCount} pages, {result.Pages.Length} with other letters or lines; {result.Facts.Length} amounts differ"));
        (string first, string second) = (result.Readers[0], result.Readers[1]);
        foreach (PageComparison page in result.Pages)
            output.WriteLine($"  {words.Page} {page.Page}: {Seen(first, page.Letters, page.Rulings)}; {Seen(second, page.OtherLetters, page.OtherRulings)}");
        ShowStatements(first, result.Statements);
        ShowStatements(second, result.OtherStatements);
        foreach (FactChange fact in result.Facts.Take(FactsShown))
            output.WriteLine($"  {fact.Cell}: {first} {Shown(fact.Before)}, {second} {Shown(fact.After)}");
        if (result.Facts.Length > FactsShown)
            output.WriteLine("  …");
    }

    private void ShowStatements(string reader, IReadOnlyList<string> statements)
    {
        if (statements.Count > 0)
            output.WriteLine(words.Say($"  只有 {reader} 读出的报表：", $"  Only {reader} finds: ") + string.Join(' ', statements));
    }

    private string Seen(string reader, string letters, int rulings) => words.Say(
        $"只有 {reader} 有 {letters.Length} 字{Quoted(letters)}、{rulings} 条线", $"only {reader}: {letters.Length} letters{Quoted(letters)}, {rulings} lines");

    private static string Quoted(string letters) => letters.Length switch
    {
        0 => "",
        <= LettersShown => $" “{letters}”",
        _ => $" “{letters[..LettersShown]}…”",
    };

    private static string Shown(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "—";
}
