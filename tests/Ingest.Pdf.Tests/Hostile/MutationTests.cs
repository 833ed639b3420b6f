using System.Globalization;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Hostile;

/// <summary>
/// Good files with a few bytes changed. By default some thousands; INGEST_FUZZ_ROUNDS multiplies them,
/// INGEST_FUZZ_SEED goes elsewhere. A failure names the seed of the file it is about.
/// </summary>
public sealed class MutationTests
{
    private const int MutantsPerRound = 400;

    private static readonly ReadingOptions _options = new()
    {
        Password = "user",
        Limits = new ReadingLimits { StreamBytes = 1 << 20, DecodedBytes = 8 << 20, OperatorsPerPage = 20_000, LettersPerPage = 20_000, Pages = 100 },
    };

    public static TheoryData<int> Files => [.. Enumerable.Range(0, GoodFiles.All.Length)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_good_files_are_read_without_complaint(int file)
    {
        IEnumerable<string> complaints = Endurance.Read(GoodFiles.All[file], _options).Where(code => code is not ("hidden-numbers" or "unmapped-glyphs"));

        Assert.Empty(complaints);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_changed_file_is_read_or_refused(int file)
    {
        byte[] good = GoodFiles.All[file];
        int first = Setting("INGEST_FUZZ_SEED", 1);
        int count = MutantsPerRound * Setting("INGEST_FUZZ_ROUNDS", 1);
        for (int seed = first; seed < first + count; seed++)
            Read(new Mutator(seed).Mutate(good), $"file {file}, seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_cut_off_anywhere_is_read_or_refused(int file)
    {
        byte[] good = GoodFiles.All[file];
        for (int length = 0; length < good.Length; length += 7)
            Read(good[..length], $"file {file}, cut off at {length}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_without_its_beginning_is_read_or_refused(int file)
    {
        byte[] good = GoodFiles.All[file];
        for (int start = 0; start < good.Length; start += 31)
            Read(good[start..], $"file {file}, begun at {start}");
    }

    private static void Read(byte[] bytes, string which)
    {
        try
        {
            Endurance.Read(bytes, _options);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Not read and not refused: {which}.", failure);
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
