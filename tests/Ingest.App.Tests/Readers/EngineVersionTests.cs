using Ingest.App.Configuration;
using System.Text.RegularExpressions;
using Ingest.App.Readers;
using Ingest.Store;

namespace Ingest.App.Tests.Readers;

public sealed partial class EngineVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The same source built elsewhere must not make what is stored look outdated: nothing of a build is in the versions.</summary>
    [Fact]
    public void Versions_are_those_that_the_stages_carry()
    {
        EngineVersions versions = Versions();

        Assert.Matches(Pair(), versions.Reader);
        Assert.Matches(Stages(), versions.Rules);
    }

    [Fact]
    public void A_layout_of_the_user_is_part_of_the_versions_by_its_contents()
    {
        string file = _folder.File("mine.json");
        File.WriteAllText(file, Layout("收支总表"));
        EngineVersions without = Versions();
        EngineVersions with = Versions(file);
        File.WriteAllText(file, Layout("部门收支总表"));
        EngineVersions changed = Versions(file);

        Assert.Equal(3, new[] { without, with, changed }.Distinct().Count());
        Assert.Equal((without.Reader, without.Rules), (changed.Reader, changed.Rules));
    }

    [Fact]
    public void What_reads_again_is_part_of_the_versions()
    {
        using PdfReaders readers = Readers();
        string[] versions = [.. EngineParts.WitnessScopes.Select(scope => Engine.Open(new EngineChoice("builtin", "builtin", scope, false, []), readers).Versions.Reader)];

        Assert.Equal(3, versions.Distinct().Count());
        Assert.DoesNotContain("pdfpig", versions[0], StringComparison.Ordinal);
    }

    private static EngineVersions Versions(params string[] layouts)
    {
        using PdfReaders readers = Readers();
        return Engine.Open(new EngineChoice("builtin", "builtin", EngineParts.Off, false, layouts), readers).Versions;
    }

    private static PdfReaders Readers() => new(new ReaderCommandLine("none", []), ReaderBounds.Of(new ReaderSettings()), ReaderTimes.Of(new ReaderTimeSettings()));

    private static string Layout(string title) => $$"""
        { "format": "layout@1", "id": "mine", "version": 1, "name": "某市", "basedOn": "xinjiang-2024",
          "statements": [{ "id": "T01", "titles": ["{{title}}"] }] }
        """;

    [GeneratedRegex(@"^builtin-\d+\+builtin-\d+$")]
    private static partial Regex Pair();

    [GeneratedRegex(@"^statements-\d+\+narrative-\d+\+rules-\d+$")]
    private static partial Regex Stages();
}
