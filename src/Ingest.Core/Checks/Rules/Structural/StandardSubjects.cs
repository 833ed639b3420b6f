using System.Collections.Immutable;
using Ingest.Core.Checks.Rules.Narrative;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>Codes and names of the national classifications that every province uses alike, of all editions.</summary>
internal static class StandardSubjects
{
    private const string Resource = "Ingest.Core.Checks.standard-subjects.txt";

    private static readonly Lazy<ILookup<string, string>> _codes = new(Read);

    /// <summary>Codes that the name has or has had; empty for a name that the classifications do not have.</summary>
    public static ImmutableArray<string> CodesOf(string name) => [.. _codes.Value[Spelling.Key(name)]];

    private static ILookup<string, string> Read()
    {
        using Stream stream = typeof(StandardSubjects).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"resource {Resource} cannot be opened");
        using var reader = new StreamReader(stream);
        var named = new List<(string Key, string Code)>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#' && line.Split(' ', 2) is [var code, var names])
                named.AddRange(names.Split('|').Select(name => (Spelling.Key(name), code)));
        return named.Distinct().ToLookup(pair => pair.Key, pair => pair.Code);
    }
}
