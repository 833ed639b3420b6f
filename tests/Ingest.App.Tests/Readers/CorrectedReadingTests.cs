using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Store;

namespace Ingest.App.Tests.Readers;

public sealed class CorrectedReadingTests : IDisposable
{
    private static readonly FigureCorrection _typed = new(new CellId("T01", null, null, "合计", null, "total"), 1, new Box(1, 2, 3, 4), "", "5.00", "甲", DateTimeOffset.UnixEpoch);

    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("a", 1)]
    [InlineData("b", 0)]
    [InlineData(null, 0)]
    public async Task A_file_is_read_with_what_was_typed_for_it_and_for_no_other(string? sha256, int expected)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_place.Folders.CorrectionFile)!);
        var journal = new CorrectionJournal(_place.Folders.CorrectionFile);
        journal.Append("a", _typed);
        string file = Path.Combine(_place.Folder.Path, "x.pdf");
        await File.WriteAllTextAsync(file, "x");
        ReadRequest? asked = null;
        _place.Reading.Script = (request, usual, _) =>
        {
            asked = request;
            return Task.FromResult(usual);
        };
        await using var reading = new CorrectedReading(_place.Reading, journal);

        await reading.ReadAsync(new ReadRequest(file, "x.pdf") { Sha256 = sha256 }, CancellationToken.None);

        Assert.Equal(expected, ReadRequest.Parse(asked!.ToBytes()).Corrections.Count(correction => correction == _typed));
    }
}
