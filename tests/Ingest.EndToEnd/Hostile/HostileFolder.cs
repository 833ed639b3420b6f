using Ingest.Pdf.Tests.Hostile;

namespace Ingest.EndToEnd.Hostile;

/// <summary>
/// The hostile set as files: everything made to hurt a reader, and good documents with bytes changed or cut off.
/// A sound document comes last and shows that the program still works then. INGEST_HOSTILE_FOLDER names a folder
/// where they are kept.
/// </summary>
internal sealed class HostileFolder : IDisposable
{
    private const int ChangedPerDocument = 12;

    private const int CutPerDocument = 12;

    private static readonly string[] _documents = ["odd/two-tables.pdf", "odd/object-streams.pdf", "seed-writer/seed-writer.pdf"];

    private readonly bool _isKept;

    private readonly string _path;

    public HostileFolder()
    {
        string? kept = Environment.GetEnvironmentVariable("INGEST_HOSTILE_FOLDER");
        _isKept = kept is not null;
        _path = kept is null ? Directory.CreateTempSubdirectory("ingest-hostile-").FullName : Directory.CreateDirectory(kept).FullName;
        foreach (string name in HostileFiles.Names)
            Write(name, HostileFiles.Make(name));
        foreach (string document in _documents)
        {
            byte[] good = File.ReadAllBytes(IngestProgram.Fixture(document));
            string name = Path.GetFileNameWithoutExtension(document);
            for (int seed = 1; seed <= ChangedPerDocument; seed++)
                Write($"changed-{name}-{seed}", new Mutator(seed).Mutate(good));
            for (int part = 1; part <= CutPerDocument; part++)
                Write($"cut-{name}-{part}", good[..(good.Length * part / (CutPerDocument + 1))]);
        }

        Files.Add(IngestProgram.Fixture("odd/two-tables.pdf"));
    }

    public List<string> Files { get; } = [];

    public void Dispose()
    {
        if (!_isKept)
            Directory.Delete(_path, recursive: true);
    }

    private void Write(string name, byte[] bytes)
    {
        string file = Path.Combine(_path, name + ".pdf");
        File.WriteAllBytes(file, bytes);
        Files.Add(file);
    }
}
