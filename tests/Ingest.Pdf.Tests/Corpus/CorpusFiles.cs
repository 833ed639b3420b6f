namespace Ingest.Pdf.Tests.Corpus;

/// <summary>
/// The fixtures, the published and made documents beside the checkout where they are, and every PDF below
/// the folder that INGEST_CORPUS names.
/// </summary>
internal static class CorpusFiles
{
    public static IReadOnlyList<string> All { get; } = [.. Folders()
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Folders()
    {
        string repository = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(repository, "Ingest.sln")))
            repository = Path.GetDirectoryName(repository) ?? throw new InvalidOperationException("The tests do not lie inside the repository.");
        yield return Path.Combine(repository, "fixtures");
        yield return Path.Combine(repository, "..", "shared", "corpus");
        yield return Path.Combine(repository, "..", "shared", "practice");
        if (Environment.GetEnvironmentVariable("INGEST_CORPUS") is { } named)
            yield return named;
    }
}
