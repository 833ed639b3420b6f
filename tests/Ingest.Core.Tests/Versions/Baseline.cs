using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Core.Tests.Versions;

/// <summary>The results of all stages over all files under their versions.</summary>
/// <param name="Versions">By stage.</param>
/// <param name="Results">By file; lines in the order of the stages.</param>
internal sealed record Baseline(ImmutableSortedDictionary<Stage, string> Versions, ImmutableSortedDictionary<string, ImmutableArray<StageLine>> Results)
{
    private const string VersionsFile = "versions.txt";

    /// <summary>Of all lines of the stage, file by file.</summary>
    public string HashOf(Stage stage)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string file, ImmutableArray<StageLine> lines) in Results)
            foreach (StageLine line in lines.Where(line => line.Stage == stage))
                hash.AppendData(Encoding.UTF8.GetBytes($"{file}\t{line.Text}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Stages whose results are others while neither their version nor that of a stage before them is: what would be read
    /// differently without anything that says so.
    /// </summary>
    public IReadOnlyList<Stage> ChangedUnsaid(Baseline now)
    {
        bool said = false;
        var unsaid = new List<Stage>();
        foreach (Stage stage in Enum.GetValues<Stage>())
        {
            said |= Versions[stage] != now.Versions[stage];
            if (!said && HashOf(stage) != now.HashOf(stage))
                unsaid.Add(stage);
        }

        return unsaid;
    }

    /// <summary>What is gone (<c>-</c>) and what is new (<c>+</c>), file by file; empty when results and versions are the same.</summary>
    public IReadOnlyList<string> DifferencesTo(Baseline now)
    {
        List<string> all = [.. Versions.Where(stage => now.Versions[stage.Key] != stage.Value).Select(stage => $"{stage.Key}: version {stage.Value} -> {now.Versions[stage.Key]}")];
        foreach (string file in Results.Keys.Union(now.Results.Keys).Order(StringComparer.Ordinal))
        {
            ImmutableArray<StageLine> before = Results.GetValueOrDefault(file, []);
            ImmutableArray<StageLine> after = now.Results.GetValueOrDefault(file, []);
            string[] changes = [.. Without(before, after).Select(line => $"  - {line.Stage}: {line.Text}"), .. Without(after, before).Select(line => $"  + {line.Stage}: {line.Text}")];
            if (changes.Length > 0)
                all.AddRange([file, .. changes]);
        }

        return all;
    }

    /// <returns>Null when the folder has none yet.</returns>
    public static Baseline? Load(string folder)
    {
        string versions = Path.Combine(folder, VersionsFile);
        if (!File.Exists(versions))
            return null;
        return new Baseline(
            File.ReadLines(versions).Select(line => line.Split('\t')).ToImmutableSortedDictionary(fields => Enum.Parse<Stage>(fields[0]), fields => fields[1]),
            Directory.EnumerateFiles(folder, "*.lines").ToImmutableSortedDictionary(
                file => Path.GetFileNameWithoutExtension(file), file => File.ReadLines(file).Select(Parse).ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>Replaces what the folder has.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.EnumerateFiles(folder, "*.lines"))
            File.Delete(old);
        File.WriteAllText(Path.Combine(folder, VersionsFile), string.Concat(Versions.Select(stage => $"{stage.Key}\t{stage.Value}\t{HashOf(stage.Key)}\n")));
        foreach ((string file, ImmutableArray<StageLine> lines) in Results)
            File.WriteAllText(Path.Combine(folder, file + ".lines"), string.Concat(lines.Select(line => $"{line.Stage}\t{line.Text}\n")));
    }

    /// <summary>Hashes that are kept beside the versions and are not those of the kept lines.</summary>
    public IEnumerable<Stage> KeptHashesThatDiffer(string folder) =>
        File.ReadLines(Path.Combine(folder, VersionsFile)).Select(line => line.Split('\t'))
            .Where(fields => HashOf(Enum.Parse<Stage>(fields[0])) != fields[2]).Select(fields => Enum.Parse<Stage>(fields[0]));

    private static StageLine Parse(string line)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        return new StageLine(Enum.Parse<Stage>(line[..tab]), line[(tab + 1)..]);
    }

    private static List<StageLine> Without(ImmutableArray<StageLine> lines, ImmutableArray<StageLine> others)
    {
        Dictionary<StageLine, int> left = others.GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
        return [.. lines.Where(line => !left.TryGetValue(line, out int count) || (left[line] = count - 1) < 0)];
    }
}
