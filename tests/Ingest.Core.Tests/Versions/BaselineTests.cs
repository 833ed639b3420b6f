using System.Collections.Immutable;

namespace Ingest.Core.Tests.Versions;

public sealed class BaselineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-baseline-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_result_that_changes_under_its_version_is_told_both_ways()
    {
        Baseline before = Made("1", ("a.pdf", Stage.Statements, "T03 499.92"), ("a.pdf", Stage.Statements, "T03 124.92"));
        Baseline now = Made("1", ("a.pdf", Stage.Statements, "T03 499.29"), ("a.pdf", Stage.Statements, "T03 124.92"));

        Assert.Equal([Stage.Statements], before.ChangedUnsaid(now));
        Assert.Equal(["a.pdf", "  - Statements: T03 499.92", "  + Statements: T03 499.29"], before.DifferencesTo(now));
    }

    [Fact]
    public void A_new_version_says_the_change_of_its_stage_and_of_those_behind_it_only()
    {
        Baseline before = Made("1", ("a.pdf", Stage.Reader, "1"), ("a.pdf", Stage.Tables, "1"), ("a.pdf", Stage.Rules, "1"));
        Baseline now = Made("1", ("a.pdf", Stage.Reader, "2"), ("a.pdf", Stage.Tables, "2"), ("a.pdf", Stage.Rules, "2"));

        Assert.Equal([Stage.Reader], before.ChangedUnsaid(now with { Versions = now.Versions.SetItem(Stage.Tables, "2") }));
        Assert.Empty(before.ChangedUnsaid(now with { Versions = now.Versions.SetItem(Stage.Reader, "2") }));
    }

    [Fact]
    public void A_line_that_is_there_twice_and_was_there_once_is_a_difference()
    {
        Baseline once = Made("1", ("a.pdf", Stage.Rules, "X-01"));
        Baseline twice = Made("1", ("a.pdf", Stage.Rules, "X-01"), ("a.pdf", Stage.Rules, "X-01"));

        Assert.Equal(["a.pdf", "  + Rules: X-01"], once.DifferencesTo(twice));
        Assert.Equal(["a.pdf", "  - Rules: X-01"], twice.DifferencesTo(once));
    }

    [Fact]
    public void What_is_kept_is_what_was_made()
    {
        Baseline made = Made("1", ("a.pdf", Stage.Reader, "page 1\ttabs"), ("b.pdf", Stage.Rules, "X-01"));
        Made("1", ("gone.pdf", Stage.Rules, "X-02")).Save(_folder);

        made.Save(_folder);

        Assert.Empty(made.DifferencesTo(Baseline.Load(_folder)!));
        Assert.Empty(Baseline.Load(_folder)!.KeptHashesThatDiffer(_folder));
    }

    private static Baseline Made(string version, params (string File, Stage Stage, string Text)[] lines) => new(
        Enum.GetValues<Stage>().ToImmutableSortedDictionary(stage => stage, _ => version),
        lines.GroupBy(line => line.File).ToImmutableSortedDictionary(
            file => file.Key, file => file.Select(line => new StageLine(line.Stage, line.Text)).ToImmutableArray(), StringComparer.Ordinal));
}
