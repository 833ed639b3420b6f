using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>Every command that the README tells its readers to type is typed, in the order in which it stands there, and prints what it shows.</summary>
public sealed partial class ReadmeTests(ITestOutputHelper log) : IDisposable
{
    private const string Program = "dotnet run --project src/Ingest.App -c Release -- ";

    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-readme-").FullName;

    /// <summary>Files that the examples speak of, and the fixtures that stand for them.</summary>
    private static readonly (string Name, string Fixture)[] _files =
    [
        ("某部门2025年预算.pdf", "faults/digit-typo-t05.pdf"), ("某部门2024年预算.pdf", "pair-2023/pair-2023.pdf"), ("存放预算的文件夹/甲.pdf", "pair-2024/pair-2024.pdf"),
        ("budget.pdf", "faults/digit-typo-t05.pdf"), ("budget-of-the-year-before.pdf", "pair-2023/pair-2023.pdf"), ("folder/a.pdf", "pair-2024/pair-2024.pdf"),
    ];

    /// <summary>What is not typed here, and why.</summary>
    private static readonly Dictionary<string, string> _left = new(StringComparer.Ordinal)
    {
        ["dotnet test Ingest.sln -c Release"] = "it is the run that this test is part of",
        ["review --open"] = "it opens a browser and goes on; the tests of the review page start it",
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("README.md")]
    [InlineData(".github/README.en.md")]
    public void Its_commands_do_what_it_says(string readme)
    {
        Prepare();
        string[] blocks = [.. Fence().Matches(File.ReadAllText(Path.Combine(IngestProgram.Repository, readme))).Select(block => block.Groups[1].Value)];
        var printed = new HashSet<string>(StringComparer.Ordinal);
        int typed = 0;
        foreach (string command in blocks.SelectMany(Commands))
        {
            if (_left.TryGetValue(command, out string? reason))
            {
                log.WriteLine($"left out: {command}: {reason}");
                continue;
            }

            Outcome outcome = IngestProgram.RunIn(_folder, command.Split(' '));
            log.WriteLine($"{outcome.ExitCode}: ingest {command}");
            // 1: the fixtures have files that cannot be read; 3: the example has an error.
            Assert.True(outcome.ExitCode is 0 or 1 or 3, $"{command}: {outcome.ExitCode} {outcome.Output} {outcome.Error}");
            Assert.True(outcome.ExitCode != 1 || command.StartsWith("run fixtures", StringComparison.Ordinal), $"{command}: {outcome.Output} {outcome.Error}");
            if (Output().Match(command) is { Success: true } named)
                Assert.True(new FileInfo(Path.Combine(_folder, named.Groups[1].Value)).Length > 0, command);
            printed.UnionWith(outcome.Output.Split('\n').Select(Timeless));
            typed++;
        }

        Assert.True(typed > 8, $"{readme}: {typed} commands");
        string[] shown = [.. blocks.Where(block => !Commands(block).Any()).SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(line => line != "…").Select(Timeless)];
        Assert.NotEmpty(shown);
        // Where a line is cut off, so much of it is printed.
        Assert.All(shown, line => Assert.Contains(printed, said => line.EndsWith('…') ? said.StartsWith(line[..^1], StringComparison.Ordinal) : said == line));
    }

    /// <summary>A folder as a reader has it: the fixtures, the settings of the repository, and the files of the examples.</summary>
    private void Prepare()
    {
        string fixtures = IngestProgram.Fixture("");
        foreach (string pdf in Directory.EnumerateFiles(fixtures, "*.pdf", SearchOption.AllDirectories))
            Copy(pdf, Path.Combine("fixtures", Path.GetRelativePath(fixtures, pdf)));
        Copy(Path.Combine(IngestProgram.Repository, "pipeline.json"), "pipeline.json");
        foreach ((string name, string fixture) in _files)
            Copy(IngestProgram.Fixture(fixture), name);
    }

    private void Copy(string from, string name)
    {
        string to = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private static IEnumerable<string> Commands(string block) =>
        from line in block.Split('\n')
        let command = line.StartsWith(Program, StringComparison.Ordinal) ? line[Program.Length..] : line.StartsWith("ingest ", StringComparison.Ordinal) ? line["ingest ".Length..] : line
        where command != line || _left.ContainsKey(line)
        select command.Trim();

    private static string Timeless(string line) => Seconds().Replace(line.TrimEnd(), "");

    [GeneratedRegex(@"^```\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@" -o (\S+)")]
    private static partial Regex Output();

    [GeneratedRegex(@" ?[0-9]+\.[0-9]+ (s\.?|秒。)$")]
    private static partial Regex Seconds();
}
