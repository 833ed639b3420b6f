using System.Text.Json.Nodes;

namespace Ingest.Core.Tests.Checks;

/// <summary>The documents beside the repository, where they are at hand.</summary>
internal static class PracticeFolder
{
    private static readonly string _shared = Path.Combine(Samples.Repository, "..", "shared");

    public static bool Exists => Directory.Exists(Path.Combine(_shared, "practice"));

    private static readonly string[] _folders = ["practice", "corpus"];

    public static IEnumerable<string> Truths() => _folders
        .Select(folder => Path.Combine(_shared, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.truth.json")).Order(StringComparer.Ordinal);

    /// <summary>The faults in tables; those in sentences are checked with the sentences.</summary>
    public static List<JsonObject> Faults(string path) =>
        [.. (JsonNode.Parse(File.ReadAllText(path))!["faults"]?.AsArray() ?? [])
            .Select(fault => fault!.AsObject())
            .Where(fault => fault["statement"]!.GetValue<string>() != "narrative")];
}

/// <summary>Runs where the practice documents are at hand; they are no part of the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PracticeFactAttribute : FactAttribute
{
    public PracticeFactAttribute()
    {
        if (!PracticeFolder.Exists)
            Skip = "../shared/practice is not there";
    }
}
