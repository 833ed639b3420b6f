using System.Security.Cryptography;
using System.Text;
using Ingest.Contract.Documents;

namespace Ingest.Store;

/// <summary>What a reviewer decided.</summary>
public enum VerdictStatus
{
    /// <summary>待复核.</summary>
    Open,

    /// <summary>属实: the document is wrong.</summary>
    Confirmed,

    /// <summary>排除: not a fault.</summary>
    Dismissed,
}

/// <param name="Who">Name of the reviewer as given.</param>
public sealed record Verdict(VerdictStatus Status, string? Note, string Who, DateTimeOffset At);

/// <summary>A finding of a stored document with the last verdict on it.</summary>
/// <param name="Fingerprint">Stable over reprocessing of the same document; unique within it.</param>
public sealed record StoredFinding(string Sha256, string? Department, int? FiscalYear, string Fingerprint, Finding Finding, Verdict? Verdict);

/// <summary>
/// Recognises a finding when its document is read again by other versions: the same cell accused with the same
/// printed amount, whichever rule says so. Wording, rules, severity and further cells may change; a finding about no
/// cell is known by its rule.
/// </summary>
public static class FindingFingerprint
{
    /// <summary>One per finding, in order; sixteen hex digits, with a counter where two would be equal.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new string[findings.Count];
        for (int i = 0; i < result.Length; i++)
        {
            string print = Of(findings[i]);
            seen[print] = seen.GetValueOrDefault(print) + 1;
            result[i] = seen[print] == 1 ? print : $"{print}-{seen[print]}";
        }

        return result;
    }

    private static string Of(Finding finding)
    {
        CellReference? cell = !finding.Suspects.IsEmpty ? finding.Suspects[0].Cell : finding.Cells.IsEmpty ? null : finding.Cells[0];
        string identity = string.Join('\u001f', cell is null ? finding.Rule : "", cell?.Statement, cell?.Side?.ToString(), cell?.Code, cell?.Name, cell?.Project, cell?.Column,
            cell?.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
    }
}
