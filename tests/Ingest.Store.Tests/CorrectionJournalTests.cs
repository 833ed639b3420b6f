using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;

namespace Ingest.Store.Tests;

public sealed class CorrectionJournalTests : IDisposable
{
    private static readonly string _document = new('a', 64);

    private static readonly FigureCorrection _first = new(
        new CellId("T05", RowSide.Expenditure, "2101101", "行政单位医疗", null, "basic", 1), 9, new Box(1.5f, 2, 30, 12), "6.66", "6.06", "甲", new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string File => Path.Combine(_folder.Path, "corrections.jsonl");

    [Fact]
    public void What_was_typed_comes_back_as_it_was_by_document_and_in_order()
    {
        var journal = new CorrectionJournal(File);
        journal.Append(_document, _first);
        journal.Append(new string('b', 64), _first with { Typed = "1" });
        journal.Append(_document, _first with { Typed = "" });

        Assert.Equal([_first, _first with { Typed = "" }], new CorrectionJournal(File).Of(_document).AsEnumerable());
    }

    [Fact]
    public void Nothing_was_typed_where_there_is_no_file() => Assert.Empty(new CorrectionJournal(File).Of(_document));

    /// <summary>The page and the watcher are two processes.</summary>
    [Fact]
    public void What_another_process_adds_is_seen()
    {
        var watcher = new CorrectionJournal(File);
        Assert.Empty(watcher.Of(_document));

        new CorrectionJournal(File).Append(_document, _first);

        Assert.Single(watcher.Of(_document));
    }

    [Theory]
    [InlineData("{\"sha256\": \"torn")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_line_that_is_none_costs_no_other(string line)
    {
        var journal = new CorrectionJournal(File);
        journal.Append(_document, _first);
        System.IO.File.AppendAllText(File, line);
        journal.Append(_document, _first with { Who = "乙" });

        Assert.Equal(["甲", "乙"], journal.Of(_document).Select(correction => correction.Who));
    }
}
