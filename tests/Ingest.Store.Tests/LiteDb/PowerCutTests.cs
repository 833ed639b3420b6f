using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Store.LiteDb;
using Xunit.Abstractions;

namespace Ingest.Store.Tests.LiteDb;

/// <summary>
/// The power is cut after any step that was taken on the disk, and of what was not flushed any part is gone.
/// Whatever the moment: what was reported as done is there, what was being done is there whole or not at all,
/// and the store goes on.
/// </summary>
public sealed class PowerCutTests(ITestOutputHelper log)
{
    private const int CutsOfOneLife = 25;

    private const int Changes = 40;

    /// <summary>After a cut, before the next one.</summary>
    private const int FurtherChanges = 5;

    [Fact]
    public void Nothing_is_lost_doubled_or_half_by_a_few_power_cuts() => Assert.Equal(new Toll(0, 0), Suffer(50, seed: 20260101, flushes: true));

    [LongFact("INGEST_CUTS")]
    public void Nothing_is_lost_doubled_or_half_by_many_power_cuts() =>
        Assert.Equal(new Toll(0, 0), Suffer(LongFactAttribute.Size("INGEST_CUTS")!.Value, seed: Environment.TickCount, flushes: true));

    /// <summary>What the tests above would find if the store, or the disk, did not flush.</summary>
    [Fact]
    public void On_a_disk_that_does_not_flush_the_same_cuts_do_damage()
    {
        Toll toll = Suffer(25, seed: 20260101, flushes: false);

        Assert.True(toll.Wrong + toll.Unusable > 0);
    }

    private Toll Suffer(int cuts, int seed, bool flushes)
    {
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var random = new Random(seed);
        var toll = new Toll(0, 0);
        int done = 0;
        int within = 0;
        while (done < cuts)
        {
            var life = new Life(new SimulatedDisk { Flushes = flushes }, random, Changes);
            for (int i = 0; i < CutsOfOneLife && done < cuts; i++, done++)
            {
                int moment = random.Next(life.Disk.Steps + 1);
                within += life.IsWithinChange(moment) ? 1 : 0;
                toll = toll.Plus(Verify(life, moment, random));
            }
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} power cuts, {within} of them while something was written: {toll.Wrong} with something lost, doubled or half, {toll.Unusable} after which the store could not be opened"));
        return toll;
    }

    private static Toll Verify(Life life, int moment, Random random)
    {
        SimulatedDisk disk = life.Disk.AfterPowerCut(moment, random);
        try
        {
            string found = Life.Describe(disk);
            // Every other time the power goes again while the store takes up its work.
            if (random.Next(2) == 0)
            {
                var next = new Life(disk, random, FurtherChanges);
                int again = random.Next(next.Disk.Steps + 1);
                disk = next.Disk.AfterPowerCut(again, random);
                return new Toll(life.Allows(moment, found) && next.Allows(again, Life.Describe(disk)) && Life.Problems(disk) == 0 ? 0 : 1, 0);
            }

            return new Toll(life.Allows(moment, found) && Life.Problems(disk) == 0 && Life.GoesOn(disk) ? 0 : 1, 0);
        }
        catch (StoreException)
        {
            return new Toll(0, 1);
        }
    }

    /// <param name="Wrong">Cuts after which something was not as it must be.</param>
    /// <param name="Unusable">Cuts after which the store was said to be damaged.</param>
    private sealed record Toll(int Wrong, int Unusable)
    {
        public Toll Plus(Toll other) => new(Wrong + other.Wrong, Unusable + other.Unusable);
    }

    /// <summary>What a store went through on one disk, and what it held after each change.</summary>
    private sealed class Life
    {
        private readonly Random _random;

        /// <summary>The step after which each change was reported as done, and what the store held then.</summary>
        private readonly List<(int Step, string Contents)> _moments = [];

        public Life(SimulatedDisk disk, Random random, int changes)
        {
            (Disk, _random) = (disk, random);
            using LiteDbDocumentStore store = Open(disk);
            _moments.Add((disk.Steps, Describe(store)));
            for (int i = 0; i < changes; i++)
            {
                Change(store, random.Next(1_000_000).ToString(CultureInfo.InvariantCulture));
                _moments.Add((disk.Steps, Describe(store)));
            }
        }

        public SimulatedDisk Disk { get; }

        public bool IsWithinChange(int step) => _moments.TrueForAll(moment => moment.Step != step);

        /// <summary>True for what was reported as done by then, and for that with the change that was being made.</summary>
        public bool Allows(int step, string contents)
        {
            int last = _moments.FindLastIndex(moment => moment.Step <= step);
            // Before the store was first opened there is none, and opening it makes an empty one.
            return _moments[Math.Max(last, 0)].Contents == contents || (last + 1 < _moments.Count && _moments[last + 1].Contents == contents);
        }

        public static string Describe(SimulatedDisk disk)
        {
            using LiteDbDocumentStore store = Open(disk);
            return Describe(store);
        }

        public static int Problems(SimulatedDisk disk)
        {
            using LiteDbDocumentStore store = Open(disk);
            return store.CheckIntegrity().Count;
        }

        public static bool GoesOn(SimulatedDisk disk)
        {
            using LiteDbDocumentStore store = Open(disk);
            Arrival arrival = store.Claim("after.pdf", "after", 1);
            store.Save(arrival.Id, SampleDocument.Create("after"), SampleDocument.Versions, TimeSpan.Zero);
            return store.CheckIntegrity().Count == 0 && store.Load("after") is not null;
        }

        private static LiteDbDocumentStore Open(SimulatedDisk disk) => LiteDbDocumentStore.Open(disk, new SteppingClock(), TimeSpan.Zero, journalLimit: 60 * 8192);

        /// <summary>One transaction.</summary>
        private void Change(LiteDbDocumentStore store, string name)
        {
            List<Arrival> claimed = [.. store.Arrivals(ArrivalState.Claimed)];
            if (claimed.Count == 0 || _random.Next(8) == 0)
            {
                store.Claim($"{name}.pdf", name, 10);
                return;
            }

            Arrival arrival = claimed[_random.Next(claimed.Count)];
            List<StoredDocument> documents = [.. store.Documents(DocumentQuery.All)];
            switch (_random.Next(1, 8))
            {
                case 1:
                    store.Relocate(arrival.Id, $"processing/{name}.pdf");
                    break;
                case 2:
                    store.Quarantine(arrival.Id, "damaged", "No page could be found.");
                    break;
                case 3 when documents.Count > 0:
                    store.Save(null, Document(documents[_random.Next(documents.Count)].Sha256), SampleDocument.Versions with { Rules = name }, TimeSpan.Zero);
                    break;
                case 4 when documents.Count > 0 && store.FindingsOf(documents[^1].Sha256) is [var finding, ..]:
                    store.Judge(finding.Sha256, finding.Fingerprint, new Verdict(VerdictStatus.Confirmed, name, "李", DateTimeOffset.UnixEpoch));
                    break;
                default:
                    store.Save(arrival.Id, Document(arrival.Sha256), SampleDocument.Versions, TimeSpan.Zero);
                    break;
            }
        }

        /// <summary>Of one row or of hundreds, so that a commit has few pages or many.</summary>
        private BudgetDocument Document(string hash)
        {
            BudgetDocument small = SampleDocument.Create(hash, $"局{_random.Next(3)}", total: _random.Next(1000), findings: SampleDocument.Finding("T03-row"));
            Statement statement = small.Statements[0];
            int rows = _random.Next(3) == 0 ? _random.Next(600) : 0;
            return small with { Statements = [statement with { Rows = [.. statement.Rows, .. Enumerable.Range(0, rows).Select(i => statement.Rows[0] with { Name = $"第{i}行 {_random.Next()}" })] }] };
        }

        private static string Describe(LiteDbDocumentStore store) => string.Join('\n',
        [
            .. store.Arrivals().Select(arrival => arrival.ToString()), .. store.Journal().Select(entry => entry.ToString()),
            .. store.Documents(DocumentQuery.All).Select(document => $"{document} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(DocumentJson.ToBytes(store.Load(document.Sha256)!)))}"),
            .. store.Verdicts().Select(verdict => verdict.ToString()), $"{store.Facts(DocumentQuery.All).Count()} facts",
        ]);
    }
}
