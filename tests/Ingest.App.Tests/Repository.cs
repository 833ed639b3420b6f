using System.Reflection;

namespace Ingest.App.Tests;

/// <summary>Where the sources and what was built of them are.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("Repository"));

    public static string TestReader { get; } = Path.GetFullPath(Metadata("TestReader"));

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
