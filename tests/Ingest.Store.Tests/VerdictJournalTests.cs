using System.Text;

namespace Ingest.Store.Tests;

public sealed class VerdictJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly VerdictJournal _journal;

    public VerdictJournalTests() => _journal = new VerdictJournal(_folder.File("verdicts.jsonl"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Verdicts_come_back_as_they_were_said_oldest_first()
    {
        StoredVerdict[] said = [Said("a", "两行\n\"引号\""), Said("b", null), Said("a", "再看")];
        foreach (StoredVerdict verdict in said)
            _journal.Append(verdict);

        Assert.Equal(said, _journal.Read(out IReadOnlyList<int> unreadable));
        Assert.Empty(unreadable);
        Assert.Equal(3, File.ReadAllLines(_journal.Path).Length);
    }

    [Fact]
    public void Without_a_file_there_are_none() => Assert.Empty(_journal.Read(out _));

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_line_that_a_crash_cut_off_is_no_verdict_and_spoils_none(int cut)
    {
        _journal.Append(Said("a", null));
        _journal.Append(Said("b", null));
        byte[] whole = File.ReadAllBytes(_journal.Path);
        File.WriteAllBytes(_journal.Path, whole[..^(cut + 1)]);

        _journal.Append(Said("c", null));

        Assert.Equal([Said("a", null), Said("c", null)], _journal.Read(out IReadOnlyList<int> unreadable));
        Assert.Equal([2], unreadable);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"sha256":"a","fingerprint":"f","status":"perhaps","who":"李","at":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"sha256":null,"fingerprint":"f","status":"open","who":"李","at":"2026-01-01T00:00:00Z"}""")]
    public void A_line_that_is_no_verdict_is_told_by_its_number(string line)
    {
        _journal.Append(Said("a", null));
        File.AppendAllText(_journal.Path, line + "\n", Encoding.UTF8);
        _journal.Append(Said("b", null));

        Assert.Equal(2, _journal.Read(out IReadOnlyList<int> unreadable).Count);
        Assert.Equal([2], unreadable);
    }

    private static StoredVerdict Said(string sha256, string? note) =>
        new(sha256, "0123456789abcdef", new Verdict(VerdictStatus.Confirmed, note, "李", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
}
