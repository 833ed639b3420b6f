using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Store.LiteDb;

namespace Ingest.Store.Tests.LiteDb;

/// <summary>Full disks, and files that are not as they were left.</summary>
public sealed class DiskFaultTests
{
    private readonly SimulatedDisk _disk = new();

    [Fact]
    public void A_full_disk_is_said_to_be_full_and_loses_nothing_wherever_it_ends()
    {
        using LiteDbDocumentStore store = Open(_disk);
        int full = 0;
        for (int i = 0; i < 40; i++)
        {
            string hash = $"h{i}";
            Arrival arrival = store.Claim($"{i}.pdf", hash, 1);
            string before = Contents(store);
            // From no byte more to nearly all that the change takes.
            _disk.Room = _disk.Used + (i * 1777);
            StoreException? error = Record.Exception(() => store.Save(arrival.Id, Large(hash), SampleDocument.Versions, TimeSpan.Zero)) as StoreException;
            if (error is not null)
            {
                full++;
                Assert.Equal((StoreFailure.DiskFull, true), (error.Failure, error.IsTransient));
                Assert.Equal(before, Contents(store));
                Assert.Equal(ArrivalState.Claimed, store.FindArrival(arrival.Id)!.State);
            }

            _disk.Room = long.MaxValue;
            if (error is not null)
                store.Save(arrival.Id, Large(hash), SampleDocument.Versions, TimeSpan.Zero);
        }

        Assert.InRange(full, 10, 40);
        Assert.Empty(store.CheckIntegrity());
        Assert.Equal(40, store.Counts()[ArrivalState.Stored]);
    }

    [Fact]
    public void A_disk_that_is_full_when_pages_are_moved_to_the_file_stops_before_anything_is_changed()
    {
        using LiteDbDocumentStore store = Open(_disk);
        for (int i = 0; _disk.Journal.Length < JournalLimit; i++)
            store.Save(store.Claim($"{i}.pdf", $"h{i}", 1).Id, Large($"h{i}"), SampleDocument.Versions, TimeSpan.Zero);
        _disk.Room = _disk.Used + 8192;

        Assert.Equal(StoreFailure.DiskFull, Assert.Throws<StoreException>(() => store.Claim("a.pdf", "aa", 1)).Failure);
        Assert.Empty(store.CheckIntegrity());

        _disk.Room = long.MaxValue;
        store.Claim("a.pdf", "aa", 1);
        Assert.Empty(store.CheckIntegrity());
        Assert.InRange(_disk.Journal.Length, 1, JournalLimit);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(10)]
    public void On_a_small_volume_most_of_the_room_is_used_before_it_is_said_to_be_full(int megabytes)
    {
        _disk.Room = megabytes << 20;
        using LiteDbDocumentStore store = LiteDbDocumentStore.Open(_disk, new SteppingClock(), TimeSpan.Zero);
        int stored = 0;
        StoreException? full = null;
        for (; full is null; stored++)
            full = Record.Exception(() => store.Save(store.Claim($"{stored}.pdf", $"h{stored}", 1).Id, Large($"h{stored}"), SampleDocument.Versions, TimeSpan.Zero)) as StoreException;

        Assert.Equal(StoreFailure.DiskFull, full.Failure);
        Assert.InRange(_disk.Data.Length, _disk.Room / 2, _disk.Room);
        Assert.Empty(store.CheckIntegrity());
        _disk.Room += 1 << 20;
        store.Claim("more.pdf", "more", 1);
        Assert.Empty(store.CheckIntegrity());
    }

    [Fact]
    public void The_journal_is_bounded()
    {
        using LiteDbDocumentStore store = Open(_disk);
        long longest = 0;
        for (int i = 0; i < 60; i++)
        {
            store.Save(store.Claim($"{i}.pdf", $"h{i}", 1).Id, Large($"h{i}"), SampleDocument.Versions, TimeSpan.Zero);
            longest = Math.Max(longest, _disk.Journal.Length);
        }

        // One change beyond the limit, at most.
        Assert.InRange(longest, JournalLimit, JournalLimit + (100 * 8192));
    }

    [Fact]
    public void A_change_that_was_written_in_part_is_not_there_and_does_not_stand_in_the_way()
    {
        using (LiteDbDocumentStore store = Open(_disk))
            store.Claim("a.pdf", "aa", 1);
        SimulatedDisk other = Grown(out byte[] before, out byte[] after);
        for (int left = before.Length; left < after.Length; left += 1000)
        {
            other.Journal = after[..left];
            using LiteDbDocumentStore store = Open(other);
            Assert.Single(store.Arrivals());
            Assert.Empty(store.CheckIntegrity());
        }

        other.Journal = after;
        using LiteDbDocumentStore whole = Open(other);
        Assert.Equal(2, whole.Arrivals().Count());
    }

    [Fact]
    public void A_change_in_the_middle_of_the_journal_that_is_damaged_is_not_taken_for_one_that_was_cut_off()
    {
        SimulatedDisk disk = Grown(out byte[] before, out byte[] after);
        for (int at = 0; at < before.Length; at += 499)
        {
            byte[] damaged = [.. after];
            damaged[at] ^= 0x10;
            disk.Journal = damaged;

            StoreException error = Assert.Throws<StoreException>(() => Open(disk));

            Assert.Equal(StoreFailure.Corrupt, error.Failure);
            Assert.Contains("journal of simulated.db is damaged", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8191)]
    [InlineData(8192)]
    [InlineData(30000)]
    public void A_file_that_was_cut_short_is_damaged(int missing)
    {
        using (LiteDbDocumentStore store = Open(_disk))
            store.Save(store.Claim("a.pdf", "aa", 1).Id, Large("aa"), SampleDocument.Versions, TimeSpan.Zero);
        _disk.Data = _disk.Data[..^missing];

        StoreException? error = null;
        try
        {
            using LiteDbDocumentStore store = Open(_disk);
            Assert.NotEmpty(store.CheckIntegrity());
        }
        catch (StoreException thrown)
        {
            error = thrown;
        }

        Assert.True(error is null or { Failure: StoreFailure.Corrupt });
    }

    /// <summary>A digest guards what was read from documents, the journal the states; no bit of these turns unnoticed, and no damage ends in anything but a reason.</summary>
    [Fact]
    public void A_bit_that_turned_is_noticed_or_touches_nothing_that_counts()
    {
        using (LiteDbDocumentStore store = Open(_disk))
            for (int i = 0; i < 3; i++)
                store.Save(store.Claim($"{i}.pdf", $"h{i}", 1).Id, Large($"h{i}"), SampleDocument.Versions, TimeSpan.Zero);
        string contents = Amounts(_disk);
        byte[] sound = _disk.Data;
        var random = new Random(7);
        int noticed = 0;
        for (int i = 0; i < Turns; i++)
        {
            byte[] damaged = [.. sound];
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            _disk.Data = damaged;
            _disk.Journal = [];
            try
            {
                using LiteDbDocumentStore store = Open(_disk);
                if (store.CheckIntegrity().Count == 0)
                    Assert.Equal(contents, Amounts(_disk));
                else
                    noticed++;
            }
            catch (StoreException error)
            {
                Assert.Equal(StoreFailure.Corrupt, error.Failure);
                noticed++;
            }
        }

        Assert.InRange(noticed, Turns / 4, Turns);
    }

    private const int Turns = 400;

    private const long JournalLimit = 100 * 8192;

    private static LiteDbDocumentStore Open(SimulatedDisk disk) => LiteDbDocumentStore.Open(disk, new SteppingClock(), TimeSpan.Zero, journalLimit: JournalLimit);

    /// <summary>A disk with two changes in its journal, which closing would have taken out of it.</summary>
    private static SimulatedDisk Grown(out byte[] before, out byte[] after)
    {
        var disk = new SimulatedDisk();
        LiteDbDocumentStore store = Open(disk);
        store.Dispose();
        byte[] data = disk.Data;
        store.Claim("a.pdf", "aa", 1);
        before = disk.Journal;
        store.Claim("b.pdf", "bb", 1);
        after = disk.Journal;
        Assert.Equal(data, disk.Data);
        return disk;
    }

    private static BudgetDocument Large(string hash)
    {
        BudgetDocument small = SampleDocument.Create(hash, $"局{hash}");
        Statement statement = small.Statements[0];
        return small with { Statements = [statement with { Rows = [.. Enumerable.Range(0, 400).Select(i => statement.Rows[0] with { Name = $"第{i}行" })] }] };
    }

    private static string Contents(LiteDbDocumentStore store) => string.Join('\n', [
        .. store.Arrivals().Select(arrival => arrival.ToString()), .. store.Journal().Select(entry => entry.ToString()),
        .. store.Documents(DocumentQuery.All).Select(document => document.ToString()), store.Facts(DocumentQuery.All).Count().ToString(CultureInfo.InvariantCulture)]);

    private static string Amounts(SimulatedDisk disk)
    {
        using LiteDbDocumentStore store = Open(disk);
        return string.Join('\n', [
            .. store.Facts(DocumentQuery.All).Select(fact => fact.ToString()), .. store.Arrivals().Select(arrival => $"{arrival.Id} {arrival.State} {arrival.Location}"),
            .. store.Documents(DocumentQuery.All).Select(document => $"{document.Sha256} {document.Errors} {document.Warnings}")]);
    }
}
