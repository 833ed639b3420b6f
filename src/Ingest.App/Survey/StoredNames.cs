using System.CommandLine;
using Ingest.App.Configuration;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Survey;

/// <summary>Documents and findings as people name them on the command line.</summary>
internal static class StoredNames
{
    /// <summary>"1a2b3c4d/0f0f0f0f": the document's hash and the finding's fingerprint, shortened.</summary>
    public static string Of(StoredFinding finding) => $"{finding.Sha256[..8]}/{finding.Fingerprint}";

    public static Argument<string> Document(ReportWords words) => new("DOC") { Description = words.Say("文件编号，即其 SHA-256 的前几位，见 ingest list。", "First digits of the document's SHA-256, as 'ingest list' shows them.") };

    /// <exception cref="SettingsException">There is none, or more than one.</exception>
    public static StoredDocument Find(IDocumentStore store, string prefix) => store.FindByPrefix(prefix.ToLowerInvariant()) switch
    {
        [var one] => one,
        [] => throw new SettingsException(new Phrase($"没有编号以 {prefix} 开头的文件。ingest list 可列出全部。", $"No stored document's hash begins with {prefix}. 'ingest list' shows them.")),
        _ => throw new SettingsException(new Phrase($"有多份文件的编号以 {prefix} 开头，请多写几位。", $"Several documents begin with {prefix}. Give more digits.")),
    };

    /// <exception cref="SettingsException">There is none, or more than one.</exception>
    public static (StoredDocument Document, StoredFinding Finding) FindFinding(IDocumentStore store, string name)
    {
        if (name.Split('/') is not [var hash, var print])
            throw new SettingsException(new Phrase(
                $"“{name}”不是疑点编号。ingest show 文件编号 会列出形如 1a2b3c4d/0123456789abcdef 的编号。",
                $"'{name}' does not name a finding. 'ingest show DOC' shows names such as 1a2b3c4d/0123456789abcdef."));
        StoredDocument document = Find(store, hash);
        StoredFinding[] found = [.. store.FindingsOf(document.Sha256).Where(finding => finding.Fingerprint.StartsWith(print, StringComparison.Ordinal))];
        // A finding whose print is the beginning of another's is meant when it is written out.
        return (document, found.FirstOrDefault(finding => finding.Fingerprint == print) ?? (found is [var one] ? one : throw NotOne(document, print, found.Length)));
    }

    private static SettingsException NotOne(StoredDocument document, string print, int found) => new(found == 0
        ? new Phrase(
            $"文件 {document.Sha256[..8]} 没有编号为 {print} 的疑点。ingest show {document.Sha256[..8]} 可列出全部。",
            $"Document {document.Sha256[..8]} has no finding {print}. 'ingest show {document.Sha256[..8]}' shows them.")
        : new Phrase($"有多个疑点的编号以 {print} 开头，请多写几位。", $"Several findings begin with {print}. Give more digits."));
}
