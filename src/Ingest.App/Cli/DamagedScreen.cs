using Ingest.App.Composition;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary>Tells which stored documents a command had to leave out.</summary>
internal static class DamagedScreen
{
    /// <returns>The command's exit code.</returns>
    public static int Tell(IReadOnlyCollection<DamagedDocument> damaged, ReportWords words, TextWriter errors)
    {
        foreach (DamagedDocument document in damaged)
            errors.WriteLine(words.Say($"略去已损坏的文件 {document.Sha256}：{document.Problem}", $"Left out, since it is damaged: document {document.Sha256}: {document.Problem}"));
        if (damaged.Count == 0)
            return ExitCode.Done;
        errors.WriteLine(words.Say(
            $"略去 {damaged.Count} 份，其余不受影响。ingest check --repair 可从归档重新读取。",
            $"{damaged.Count} documents left out, the others are not concerned. 'ingest check --repair' reads them again from the archive."));
        return ExitCode.UnreadableFile;
    }
}
