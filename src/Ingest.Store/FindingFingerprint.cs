using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contract.Documents;

namespace Ingest.Store;

/// <summary>
/// Recognises a finding when its document is read again by other versions: the same cell (<see cref="CellId"/>) accused with the
/// same printed amount, whichever rule says so. Wording, rules, severity and further cells may change; what accuses no cell at all
/// is known by its rule.
/// </summary>
public static class FindingFingerprint
{
    private const char Separator = '\u001f';

    private const char Counter = '-';

    /// <summary>One per finding, in order; sixteen hex digits, with a counter where two would be equal.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings) => Distinct(findings, Of);

    /// <summary>As it was before rows that are alike were told apart, when the order of the findings decided which of them was meant.</summary>
    internal static IReadOnlyList<string> Former(IReadOnlyList<Finding> findings) => Distinct(findings, finding => Hash(Accused(finding)));

    /// <summary>
    /// The fingerprints under which verdicts on each finding are kept: its own, and the one it had by a counter. What had none was the
    /// first of its kind then, and is not taken for another row now.
    /// </summary>
    internal static IReadOnlyList<string[]> NamesOf(IReadOnlyList<Finding> findings)
    {
        IReadOnlyList<string> prints = Of(findings), former = Former(findings);
        return [.. prints.Select((print, i) => former[i].Contains(Counter, StringComparison.Ordinal) && !prints.Contains(former[i]) ? [print, former[i]] : new[] { print })];
    }

    /// <summary>Every name that a finding may be kept under; the one it is asked by alone where the document's contents are damaged: what was said of it is kept all the same.</summary>
    /// <param name="load">Gives the document, or null when there is none.</param>
    internal static string[] NamesOf(Func<BudgetDocument?> load, string print)
    {
        try
        {
            return load() is { } document ? NamesOf(document.Findings, print) : [print];
        }
        catch (StoreException error) when (error.Failure == StoreFailure.Corrupt)
        {
            return [print];
        }
    }

    /// <inheritdoc cref="NamesOf(IReadOnlyList{Finding})"/>
    internal static string[] NamesOf(IReadOnlyList<Finding> findings, string print) => NamesOf(findings).FirstOrDefault(names => names[0] == print) ?? [print];

    /// <summary>Its fingerprint now and before: a store keeps those of the time when the document was stored. Empty where there is no such finding.</summary>
    internal static string[] AsStored(IReadOnlyList<Finding> findings, string print) =>
        [.. Of(findings).Zip(Former(findings)).Where(pair => pair.First == print).SelectMany(pair => new[] { pair.First, pair.Second })];

    /// <summary>Each finding with its fingerprint and the last verdict on it.</summary>
    /// <param name="latest">By the fingerprint it was given under.</param>
    internal static IEnumerable<(string Fingerprint, Finding Finding, Verdict? Verdict)> WithVerdicts(IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, Verdict> latest) =>
        NamesOf(findings).Select((names, i) => (names[0], findings[i], names.Select(name => latest.GetValueOrDefault(name)).FirstOrDefault(verdict => verdict is not null)));

    private static string[] Distinct(IReadOnlyList<Finding> findings, Func<Finding, string> printOf)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new string[findings.Count];
        for (int i = 0; i < result.Length; i++)
        {
            string print = printOf(findings[i]);
            seen[print] = seen.GetValueOrDefault(print) + 1;
            result[i] = seen[print] == 1 ? print : $"{print}{Counter}{seen[print]}";
        }

        return result;
    }

    /// <summary>What stands before it in a text is read anew too often to count by: there the amount has to tell.</summary>
    private static string Of(Finding finding) => CellOf(finding) is { Occurrence: > 0 and var occurrence, Statement: not CellId.Narrative and not CellId.Performance }
        ? Hash(Accused(finding) + Separator + occurrence.ToString(CultureInfo.InvariantCulture)) : Hash(Accused(finding));

    /// <summary>The cell most likely wrong; where nothing is singled out, the one that the finding is about.</summary>
    private static CellReference? CellOf(Finding finding) => !finding.Suspects.IsEmpty ? finding.Suspects[0].Cell : finding.Cells.IsEmpty ? null : finding.Cells[0];

    private static string Accused(Finding finding)
    {
        CellReference? cell = CellOf(finding);
        return string.Join(Separator, cell is null ? finding.Rule : "", cell?.Statement, cell?.Side?.ToString(), cell?.Code, cell?.Name, cell?.Project, cell?.Column,
            cell?.Amount?.ToString(CultureInfo.InvariantCulture));
    }

    private static string Hash(string accused) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(accused)))[..16];
}
