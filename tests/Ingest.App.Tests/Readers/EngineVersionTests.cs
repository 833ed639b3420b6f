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
        EngineVersions versions = Engine.Open("builtin", "builtin", secondOpinion: false, []).Versions;

        Assert.Matches(Pair(), versions.Reader);
        Assert.Matches(Stages(), versions.Rules);
    }

    [Fact]
    public void A_layout_of_the_user_is_part_of_the_versions_by_its_contents()
    {
        string file = _folder.File("mine.json");
        File.WriteAllText(file, Layout("收支总表"));
        EngineVersions without = Engine.Open("builtin", "builtin", secondOpinion: false, []).Versions;
        EngineVersions with = Engine.Open("builtin", "builtin", secondOpinion: false, [file]).Versions;
        File.WriteAllText(file, Layout("部门收支总表"));
        EngineVersions changed = Engine.Open("builtin", "builtin", secondOpinion: false, [file]).Versions;

        Assert.Equal(3, new[] { without, with, changed }.Distinct().Count());
        Assert.Equal((without.Reader, without.Rules), (changed.Reader, changed.Rules));
    }

    private static string Layout(string title) => $$"""
        { "format": "layout@1", "id": "mine", "version": 1, "name": "某市", "basedOn": "xinjiang-2024",
          "statements": [{ "id": "T01", "titles": ["{{title}}"] }] }
        """;

    [GeneratedRegex(@"^builtin-\d+\+builtin-\d+$")]
    private static partial Regex Pair();

    [GeneratedRegex(@"^statements-\d+\+narrative-\d+\+rules-\d+$")]
    private static partial Regex Stages();
}
