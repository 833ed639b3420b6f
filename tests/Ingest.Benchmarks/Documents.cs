using System.Reflection;

namespace Ingest.Benchmarks;

/// <summary>
/// The PDFs to measure: those in the folder INGEST_BENCHMARK_FOLDER, or the fixtures of the seed
/// document. All of them are in memory before anything is measured.
/// </summary>
internal static class Documents
{
    private static string Repository =>
        typeof(Documents).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;

    public static IReadOnlyList<(string Name, byte[] Bytes)> Load() => [.. Files().Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))];

    /// <summary>Their paths, in a fixed order.</summary>
    public static IReadOnlyList<string> Files()
    {
        string? folder = Environment.GetEnvironmentVariable("INGEST_BENCHMARK_FOLDER");
        IEnumerable<string> files = folder is null
            ? Directory.EnumerateDirectories(Path.Combine(Repository, "fixtures"), "seed-*").SelectMany(seed => Directory.EnumerateFiles(seed, "*.pdf"))
            : Directory.EnumerateFiles(folder, "*.pdf");
        string[] found = [.. files.Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new InvalidOperationException($"There is no PDF in {folder ?? "fixtures"}.");
    }
}
