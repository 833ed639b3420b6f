using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Html;

/// <summary>How far the checks reached: what could not be checked and why comes first, then every rule.</summary>
internal static class ScopeSection
{
    public static void Write(TextWriter html, ReportWords words, BudgetDocument document)
    {
        if (document.Coverage is not { } coverage)
            return;
        html.WriteLine($"<h2 id=\"scope\">{HtmlText.Of(words.Coverage)}</h2><dl class=\"facts\">");
        foreach ((string label, int count) in ScopeCounts.Of(coverage, words))
            html.WriteLine($"<dt>{HtmlText.Of(label)}</dt><dd>{count}</dd>");
        html.WriteLine("</dl>");
        WriteUnchecked(html, words, new CellNames(document, words), coverage.Unchecked);
        RuleTally[] blocked = [.. coverage.Rules.Where(tally => tally.NotAssessable > 0)];
        if (blocked.Length > 0)
        {
            html.WriteLine($"<div class=\"scroll\" tabindex=\"0\"><table><caption>{HtmlText.Of(words.Blocked)}</caption><thead><tr><th scope=\"col\">{HtmlText.Of(words.Rule)}</th><th scope=\"col\">{HtmlText.Of(words.RuleSentence)}</th><th scope=\"col\">{HtmlText.Of(words.Missing)}</th></tr></thead><tbody>");
            foreach (RuleTally tally in blocked)
                html.WriteLine($"<tr><td>{HtmlText.Of(tally.Rule)}</td><td>{HtmlText.Of(RuleSentences.Of(tally.Rule, words.Language))}</td><td>{HtmlText.Of(string.Join("；", tally.Missing))}</td></tr>");
            html.WriteLine("</tbody></table></div>");
        }

        WriteRules(html, words, coverage.Rules);
    }

    private static void WriteUnchecked(TextWriter html, ReportWords words, CellNames names, ImmutableArray<CellReference> cells)
    {
        if (cells.IsEmpty)
            return;
        html.WriteLine($"<details><summary>{HtmlText.Of(words.Unchecked)} ({cells.Length})</summary><ul class=\"plain\">");
        foreach (CellReference cell in cells)
            html.WriteLine($"<li>{HtmlText.Of(names.Of(cell))}</li>");
        html.WriteLine("</ul></details>");
    }

    private static void WriteRules(TextWriter html, ReportWords words, ImmutableArray<RuleTally> rules)
    {
        string[] header = [words.Rule, words.RuleSentence, words.TickMark, .. TallyColumns.Names(words)];
        html.WriteLine($"<details><summary>{HtmlText.Of(words.Rules)} ({rules.Length})</summary><div class=\"scroll\" tabindex=\"0\"><table><caption>{HtmlText.Of(words.Rules)}</caption><thead><tr>{string.Concat(header.Select(name => $"<th scope=\"col\">{HtmlText.Of(name)}</th>"))}</tr></thead><tbody>");
        foreach (RuleTally tally in rules)
        {
            html.Write($"<tr><td>{HtmlText.Of(tally.Rule)}</td><td>{HtmlText.Of(RuleSentences.Of(tally.Rule, words.Language))}</td><td>{HtmlText.Of(TallyColumns.TickMark(tally, words))}</td>");
            foreach (int count in TallyColumns.Counts(tally))
                html.Write($"<td class=\"n\">{count}</td>");
            html.WriteLine("</tr>");
        }

        html.WriteLine("</tbody></table></div></details>");
    }
}
