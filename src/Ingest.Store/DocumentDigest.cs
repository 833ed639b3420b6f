using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Store;

/// <summary>What lists and counts over all documents need of one of them, kept beside its contents when these are written.</summary>
/// <param name="Findings">In the document's order.</param>
/// <param name="Rules">In the order of the catalogue.</param>
/// <param name="Figures">What stands in its tables.</param>
public sealed record DocumentDigest(ImmutableArray<FindingLine> Findings, ImmutableArray<RuleFigures> Rules, FigureSet Figures)
{
    public static DocumentDigest Empty { get; } = new([], [], FigureSet.Empty);

    internal static DocumentDigest Of(BudgetDocument document)
    {
        Dictionary<string, AmountUnit?> units = document.Statements.GroupBy(statement => statement.Id).ToDictionary(statement => statement.Key, statement => statement.First().Unit, StringComparer.Ordinal);
        IReadOnlyList<string> prints = FindingFingerprint.Of(document.Findings);
        return new DocumentDigest(
            [.. document.Findings.Select((finding, i) => FindingLine.Of(finding, prints[i], units))],
            [.. (document.Coverage?.Rules ?? []).Select(rule => new RuleFigures(
                rule.Rule, rule.Consistent, rule.Rounding + rule.ImprobableRounding, rule.Inconsistent, rule.Undefined + rule.NotAssessable))],
            FigureSet.Of(document));
    }

    internal bool IsSameAs(DocumentDigest other) => Findings.SequenceEqual(other.Findings) && Rules.SequenceEqual(other.Rules) && Figures.IsSameAs(other.Figures);

    internal byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, this);
        return packed.ToArray();
    }

    /// <summary>Empty where the bytes are damaged: the contents themselves tell, and are mended with it.</summary>
    internal static DocumentDigest UnpackOrEmpty(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<DocumentDigest>(brotli) is { Findings.IsDefault: false, Rules.IsDefault: false, Figures: { Codes: not null, Amounts: not null } } digest ? digest : Empty;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or InvalidDataException)
        {
            return Empty;
        }
    }
}

/// <summary>One finding as a list shows it.</summary>
/// <param name="Concerned">The size of the difference in yuan; null where there is none, or its unit is not known.</param>
/// <param name="Statement">Of the cell most likely wrong, or of the first that takes part.</param>
/// <param name="Page">The same cell's.</param>
public sealed record FindingLine(
    string Fingerprint, string Rule, Severity Severity, bool InDoubt, string Message, decimal? Concerned, string? Statement, int? Page)
{
    internal static FindingLine Of(Finding finding, string fingerprint, IReadOnlyDictionary<string, AmountUnit?> units)
    {
        CellReference? cell = !finding.Suspects.IsEmpty ? finding.Suspects[0].Cell : finding.Cells.IsEmpty ? null : finding.Cells[0];
        // A sentence has no unit of its own here; what it is compared with has.
        AmountUnit? unit = new[] { cell }.Concat(finding.Cells).OfType<CellReference>().Select(one => units.GetValueOrDefault(one.Statement)).FirstOrDefault(known => known is not null);
        return new FindingLine(
            fingerprint, finding.Rule, finding.Severity, finding.ExtractionInDoubt, finding.Message,
            finding.Difference is { } difference && unit is { } known ? InYuan(difference, known) : null, cell?.Statement, cell?.Page);
    }

    /// <summary>Null for what is no amount of money that could be written down.</summary>
    private static decimal? InYuan(decimal difference, AmountUnit unit) =>
        Math.Abs(difference) < decimal.MaxValue / unit.InYuan() ? Math.Abs(difference) * unit.InYuan() : null;
}

/// <summary>How often a rule was tried on a document, and with what outcome.</summary>
/// <param name="Rounded">Held within what rounding explains.</param>
/// <param name="NotAssessed">An operand was missing or undefined.</param>
public readonly record struct RuleFigures(string Rule, int Held, int Rounded, int Failed, int NotAssessed);
