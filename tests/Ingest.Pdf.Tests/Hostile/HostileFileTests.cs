using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Hostile;

public sealed class HostileFileTests
{
    // Ten times less than the defaults, so that the suite stays short; the mechanisms are the same. The
    // clock stands still: what the other limits do not end would not end here.
    private static readonly ReadingOptions _options = new()
    {
        Clock = new TickingClock(TimeSpan.Zero),
        Limits = new ReadingLimits
        {
            StreamBytes = 12 << 20,
            DecodedBytes = 100 << 20,
            OperatorsPerPage = 500_000,
            LettersPerPage = 50_000,
        },
    };

    public static TheoryData<string> Names => [.. HostileFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_read_or_refused(string name) => Assert.NotNull(Endurance.Read(HostileFiles.Make(name), _options));

    [Theory]
    [InlineData("bomb-flate", "limit-stream-bytes")]
    [InlineData("bomb-on-every-page", "limit-decoded-bytes")]
    [InlineData("bomb-run-length", "limit-stream-bytes")]
    [InlineData("contents-thousands-of-times", "limit-operators")]
    [InlineData("exponential-forms", "limit-operators")]
    [InlineData("many-letters", "limit-letters")]
    [InlineData("many-font-programs", "limit-fonts")]
    [InlineData("many-fonts", "limit-fonts")]
    [InlineData("many-open-strings", "LimitExceeded")]
    [InlineData("many-objects", "limit-pages")]
    [InlineData("huge-kids", "limit-pages")]
    [InlineData("deep-dictionaries", "limit-depth")]
    [InlineData("deep-page-tree", "limit-depth")]
    [InlineData("only-a-header", "Damaged")]
    [InlineData("null-bytes", "Damaged")]
    [InlineData("circle-root", "Damaged")]
    public void The_limit_that_was_met_is_named(string name, string code) =>
        Assert.Contains(code, Endurance.Read(HostileFiles.Make(name), _options));
}
