using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Ingest.Core.Checks;
using Ingest.Core.Layouts;
using Ingest.Core.Narrative;
using Ingest.Core.Statements;
using Ingest.Pdf;
using Ingest.Tables;
using Xunit.Abstractions;

namespace Ingest.Core.Tests.Versions;

/// <summary>
/// No result changes without a version that says so: what is stored under a version is then what this program would read.
/// <c>INGEST_BASELINE=new</c> takes the present results for the new baseline, if the versions say what changed, and prints
/// what differs, to go into the change's message.
/// </summary>
public class VersionTests(ITestOutputHelper output)
{
    private const int MostShown = 60;

    private static readonly string _repository = Path.GetFullPath(typeof(VersionTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!);

    private static readonly string _kept = Path.Combine(_repository, "tests", "Ingest.Core.Tests", "Versions", "Results");

    [Fact]
    public void Results_of_the_fixtures_are_those_kept_for_these_versions()
    {
        Baseline now = Now();
        Baseline before = Baseline.Load(_kept) ?? new Baseline(now.Versions, ImmutableSortedDictionary<string, ImmutableArray<StageLine>>.Empty);
        IReadOnlyList<string> differences = before.DifferencesTo(now);
        IReadOnlyList<Stage> unsaid = before.Results.IsEmpty ? [] : before.ChangedUnsaid(now);

        if (Environment.GetEnvironmentVariable("INGEST_BASELINE") == "new" && unsaid.Count == 0)
        {
            now.Save(_kept);
            foreach (string line in differences)
                output.WriteLine(line);
            return;
        }

        string list = string.Join('\n', differences.Take(MostShown).Append($"{differences.Count} lines in all"));
        Assert.True(unsaid.Count == 0, $"Results changed under the same version. Raise that of {string.Join(", ", unsaid)} and take the new baseline.\n{list}");
        Assert.True(differences.Count == 0, $"Take the new baseline: INGEST_BASELINE=new dotnet test tests/Ingest.Core.Tests -c Release --filter VersionTests\n{list}");
        Assert.Empty(before.KeptHashesThatDiffer(_kept));
    }

    private static Baseline Now()
    {
        var stages = new StageResults(new BuiltInPdfReader(), new TableFinder());
        string fixtures = Path.Combine(_repository, "fixtures");
        var results = Directory.EnumerateFiles(fixtures, "*.pdf", SearchOption.AllDirectories)
            // Made anew whenever their test runs.
            .Where(file => !file.StartsWith(Path.Combine(fixtures, "hostile") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .AsParallel()
            .Select(file => (Name: Path.GetRelativePath(fixtures, file).Replace(Path.DirectorySeparatorChar, '~'), Lines: stages.Of(file).ToImmutableArray()))
            .ToImmutableSortedDictionary(file => file.Name, file => file.Lines, StringComparer.Ordinal);
        return new Baseline(Versions(), results.Add("layouts", Layouts()));
    }

    private static ImmutableSortedDictionary<Stage, string> Versions() => new Dictionary<Stage, string>
    {
        [Stage.Reader] = new BuiltInPdfReader().Id,
        [Stage.Tables] = new TableFinder().Id,
        [Stage.Layouts] = string.Join(' ', LayoutCatalog.Embedded.Versions),
        [Stage.Statements] = $"{StatementReader.Version}",
        [Stage.Narrative] = $"{NarrativeReader.Version}",
        [Stage.Rules] = $"{RuleCatalogue.Version}",
    }.ToImmutableSortedDictionary();

    /// <summary>A layout that no fixture needs may be changed as little as one that many need.</summary>
    private static ImmutableArray<StageLine> Layouts()
    {
        Assembly core = typeof(LayoutCatalog).Assembly;
        return [.. core.GetManifestResourceNames().Where(name => name.Contains(".Layouts.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using Stream file = core.GetManifestResourceStream(name)!;
            return new StageLine(Stage.Layouts, $"{name} #{Convert.ToHexStringLower(SHA256.HashData(file))[..8]}");
        })];
    }
}
