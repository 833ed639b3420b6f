using System.CommandLine;
using Ingest.App.Configuration;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary>Documents and findings as people name them on the command line.</summary>
internal static class StoredNames
{
    /// <summary>"1a2b3c4d/0f0f0f0f": the document's hash and the finding's fingerprint, shortened.</summary>
    public static string Of(StoredFinding finding) => $"{finding.Sha256[..8]}/{finding.Fingerprint}";

    public static Argument<string> Document() => new("DOC") { Description = "First digits of the document's SHA-256, as 'ingest list' shows them." };

    /// <exception cref="SettingsException">There is none, or more than one.</exception>
    public static StoredDocument Find(IDocumentStore store, string prefix) => store.FindByPrefix(prefix.ToLowerInvariant()) switch
    {
        [var one] => one,
        [] => throw new SettingsException([$"No stored document's hash begins with {prefix}. 'ingest list' shows them."]),
        _ => throw new SettingsException([$"Several documents begin with {prefix}. Give more digits."]),
    };

    /// <exception cref="SettingsException">There is none, or more than one.</exception>
    public static (StoredDocument Document, StoredFinding Finding) FindFinding(IDocumentStore store, string name)
    {
        if (name.Split('/') is not [var hash, var print])
            throw new SettingsException([$"'{name}' does not name a finding. 'ingest show DOC' shows names such as 1a2b3c4d/0123456789abcdef."]);
        StoredDocument document = Find(store, hash);
        StoredFinding[] found = [.. store.FindingsOf(document.Sha256).Where(finding => finding.Fingerprint.StartsWith(print, StringComparison.Ordinal))];
        // A finding whose print is the beginning of another's is meant when it is written out.
        return (document, found.FirstOrDefault(finding => finding.Fingerprint == print) ?? (found is [var one] ? one : throw new SettingsException(
            [found.Length == 0 ? $"Document {document.Sha256[..8]} has no finding {print}. 'ingest show {document.Sha256[..8]}' shows them." : $"Several findings begin with {print}. Give more digits."])));
    }
}
