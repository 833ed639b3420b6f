using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Reports.Html;

/// <summary>
/// Boxes that hide findings by severity, rule and verdict: no script, a rule of style for each box. What is hidden is still
/// reached by a link to it.
/// </summary>
internal sealed class FindingFilter
{
    private readonly ImmutableArray<ReportedFinding> _findings;

    private readonly ReportWords _words;

    private readonly string[] _rules;

    public FindingFilter(ImmutableArray<ReportedFinding> findings, ReportWords words)
    {
        (_findings, _words) = (findings, words);
        _rules = [.. findings.Select(found => found.Finding.Rule).Distinct()];
    }

    /// <summary>The style that does it; made of numbers only.</summary>
    public string Style
    {
        get
        {
            var css = new StringBuilder();
            foreach (string name in Boxes().SelectMany(group => group.Boxes).Select(box => box.Name))
                css.Append(CultureInfo.InvariantCulture, $"body:has(#{name}:not(:checked)) .finding.{name}:not(:target){{display:none}}\n");
            return css.ToString();
        }
    }

    /// <summary>Classes by which the boxes know a finding.</summary>
    public string ClassesOf(ReportedFinding found) => string.Create(
        CultureInfo.InvariantCulture, $"s{(int)found.Finding.Severity} r{Array.IndexOf(_rules, found.Finding.Rule)} v{(int)(found.Verdict?.Status ?? VerdictStatus.Open)}");

    public void Write(TextWriter html)
    {
        foreach ((string title, IReadOnlyList<(string Name, string Label, int Count)> boxes) in Boxes())
        {
            if (boxes.Count < 2)
                continue;
            html.WriteLine($"<fieldset><legend>{HtmlText.Of(title)}</legend>");
            foreach ((string name, string label, int count) in boxes)
                html.WriteLine($"<label><input type=\"checkbox\" id=\"{name}\" checked><span>{HtmlText.Of(label)}</span><span class=\"count\">{count}</span></label>");
            html.WriteLine("</fieldset>");
        }
    }

    private IEnumerable<(string Title, IReadOnlyList<(string Name, string Label, int Count)> Boxes)> Boxes()
    {
        yield return (_words.Severity, [.. Enum.GetValues<Severity>().OrderDescending().Select(severity => ($"s{(int)severity}", _words.Of(severity), _findings.Count(found => found.Finding.Severity == severity))).Where(box => box.Item3 > 0)]);
        yield return (_words.Rule, [.. _rules.Select((rule, i) => ($"r{i}", rule, _findings.Count(found => found.Finding.Rule == rule)))]);
        yield return (_words.Conclusion, [.. Enum.GetValues<VerdictStatus>().Select(status => ($"v{(int)status}", VerdictWords.Of(status, _words), _findings.Count(found => (found.Verdict?.Status ?? VerdictStatus.Open) == status))).Where(box => box.Item3 > 0)]);
    }
}
