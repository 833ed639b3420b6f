using System.Globalization;
using System.Security.Cryptography;
using Ingest.App.Files;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>Reports that are on the disk and not yet shown: they wait for the commit of what they report.</summary>
/// <param name="Path">Where they wait.</param>
/// <param name="Target">Where they will stand.</param>
internal sealed record StagedReport(string Path, string Target);

/// <summary>
/// Reports beside one another, of one body and year in a folder. They are written under waiting names, flushed, and renamed when
/// the document is committed; a process that was killed in between leaves waiting names that carry the state they belong to,
/// so that <see cref="Recover"/> can tell whether the commit was reached. What stands in the folder is of the stored state.
/// </summary>
internal sealed class ReportShelf(Locations folders, IDocumentStore store, IDisk disk) : IDisposable
{
    private const string Waiting = ".staged";

    private const string Alive = ".alive";

    private const int StateDigits = 16;

    private readonly string _writer = Guid.NewGuid().ToString("N")[..12];

    private readonly Lock _opening = new();

    /// <summary>Held while this process lives, so that another does not take its waiting reports for leftovers.</summary>
    private FileStream? _alive;

    /// <summary>Under names that <see cref="ShelfName.Report"/> gives.</summary>
    public IReadOnlyList<StagedReport> Stage(BudgetDocument document, IEnumerable<ReportFile> reports)
    {
        SayAlive();
        string stem = Path.Combine(folders.Reports, ShelfName.Report(document.Identity.FiscalYear, document.Identity.Department, PersonalNumbers.Mask(document.Source.FileName), document.Source.Sha256));
        string state = StateOf(document);
        var staged = new List<StagedReport>();
        foreach (ReportFile report in reports)
        {
            string target = stem + report.Extension;
            var waiting = new StagedReport($"{target}.{state}.{_writer}{Waiting}", target);
            disk.Write(waiting.Path, report.Bytes.Span);
            staged.Add(waiting);
        }

        return staged;
    }

    /// <summary>After the commit. Repeating it does no harm.</summary>
    public void Publish(IEnumerable<StagedReport> reports)
    {
        foreach (StagedReport report in reports.Where(report => disk.FileExists(report.Path)))
            disk.Rename(report.Path, report.Target);
    }

    /// <summary>When there was no commit, because the same bytes were stored by somebody else.</summary>
    public void Drop(IEnumerable<StagedReport> reports)
    {
        foreach (StagedReport report in reports)
            disk.Delete(report.Path);
    }

    /// <summary>Brings to their end what processes that are gone have left waiting.</summary>
    public void Recover()
    {
        if (!Directory.Exists(folders.Reports))
            return;
        RemovePieces();
        foreach (string path in Directory.EnumerateFiles(folders.Reports, "*" + Waiting, SearchOption.AllDirectories).ToList())
        {
            string[] parts = Path.GetFileName(path[..^Waiting.Length]).Split('.');
            if (parts.Length < 3 || IsAlive(parts[^1]))
                continue;
            string target = path[..^(Waiting.Length + parts[^1].Length + parts[^2].Length + 2)];
            string stem = Path.GetFileNameWithoutExtension(target);
            // Whose document cannot be read waits until it is mended.
            bool damaged = false;
            if (stem.Length >= 8 && Try(stem[^8..], store.FindByPrefix)?.Any(document => Try(document.Sha256, store.Load) is { } stored && StateOf(stored) == parts[^2]) == true)
                disk.Rename(path, target);
            else if (!damaged)
                disk.Delete(path);

            T? Try<T>(string hash, Func<string, T?> question)
                where T : class => store.TryRead(hash, _ => damaged = true, question);
        }
    }

    public void Dispose() => _alive?.Dispose();

    /// <summary>Of waiting reports, which a process was writing when it was killed: nobody else writes under a name with its number in it.</summary>
    private void RemovePieces()
    {
        foreach (string path in Directory.EnumerateFiles(folders.Reports, $"*{Waiting}.*{WholeFile.Unfinished}", SearchOption.AllDirectories).ToList())
        {
            string name = Path.GetFileName(path);
            string writer = name[..name.LastIndexOf(Waiting, StringComparison.Ordinal)].Split('.')[^1];
            if (!IsAlive(writer))
                disk.Delete(path);
        }

        // Asking removes what says so of a process that is gone.
        foreach (string path in Directory.EnumerateFiles(folders.Reports, $"{InboxScanner.OwnPrefix}-*{Alive}").ToList())
            _ = IsAlive(Path.GetFileNameWithoutExtension(path)[(InboxScanner.OwnPrefix.Length + 1)..]);
    }

    /// <summary>Of what is stored: a document that reads differently is another state.</summary>
    private static string StateOf(BudgetDocument document)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            DocumentJson.Write(stream, document);
        return Convert.ToHexStringLower(hash.Hash!)[..StateDigits];
    }

    private string AlivePath(string writer) => Path.Combine(folders.Reports, string.Create(CultureInfo.InvariantCulture, $"{InboxScanner.OwnPrefix}-{writer}{Alive}"));

    private void SayAlive()
    {
        lock (_opening)
        {
            if (_alive is not null)
                return;
            Directory.CreateDirectory(folders.Reports);
            _alive = new FileStream(AlivePath(_writer), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
    }

    private bool IsAlive(string writer)
    {
        if (writer == _writer)
            return true;
        try
        {
            File.Delete(AlivePath(writer) is var path && File.Exists(path) ? Probe(path) : path);
            return false;
        }
        catch (IOException)
        {
            return true;
        }

        static string Probe(string path)
        {
            // Fails while the process that made it is there.
            using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
            return path;
        }
    }
}
