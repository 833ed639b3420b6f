using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Findings;
using Ingest.Review.Ports;
using Ingest.Store;
using Ingest.Store.LiteDb;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Review.Tests.Findings;

public sealed class VerdictDeskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-desk-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private readonly LiteDbDocumentStore _store;
    private readonly Bystander _bystander = new();
    private readonly VerdictDesk _desk;
    private readonly FindingId _id;

    public VerdictDeskTests()
    {
        _store = LiteDbDocumentStore.Open(Path.Combine(_folder, "ingest.db"), _clock);
        var document = new BudgetDocument
        {
            Source = new SourceFile("a.pdf", new string('a', 64), 1, 1, null, false),
            Findings = [new Finding { Rule = "X-10", Severity = Severity.Error, Message = "不符" }],
        };
        _store.Save(null, document, new EngineVersions("r", "l", "c"), TimeSpan.Zero);
        _id = new FindingId(document.Source.Sha256, _store.FindingsOf(document.Source.Sha256)[0].Fingerprint);
        _desk = new VerdictDesk(_store, _bystander, _bystander, _clock);
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_verdict_is_kept_with_who_when_and_why_and_its_reports_are_written_again()
    {
        VerdictOutcome judged = _desk.Judge(_id, VerdictStatus.Confirmed, "  与原件核对 ", "甲", seen: null);

        Assert.True(judged.IsRecorded);
        Assert.Equal([new Verdict(VerdictStatus.Confirmed, "与原件核对", "甲", _clock.GetUtcNow())], _store.VerdictHistory(_id.Sha256, _id.Fingerprint));
        Assert.Equal([_id.Sha256], _bystander.Outdated);
    }

    [Fact]
    public void What_somebody_else_said_since_is_told_and_both_verdicts_stand()
    {
        VerdictOutcome earlier = Say(VerdictStatus.Dismissed, "乙", seen: null);
        VerdictOutcome later = Say(VerdictStatus.Confirmed, "甲", seen: null);
        VerdictOutcome knowing = Say(VerdictStatus.Confirmed, "甲", seen: later.History[^1].At);

        Assert.Empty(earlier.Unseen);
        Assert.Equal("乙", Assert.Single(later.Unseen).Who);
        Assert.Empty(knowing.Unseen);
        Assert.Equal(["乙", "甲", "甲"], knowing.History.Select(said => said.Who));
    }

    [Fact]
    public void Undoing_goes_back_to_what_was_said_before_and_keeps_both()
    {
        Say(VerdictStatus.Dismissed, "甲", null);
        Say(VerdictStatus.Confirmed, "甲", null);
        _clock.Advance(TimeSpan.FromMinutes(1));

        VerdictOutcome undone = _desk.Undo(_id, "甲", status => $"撤销 {status}");

        Assert.Equal([VerdictStatus.Dismissed, VerdictStatus.Confirmed, VerdictStatus.Dismissed], undone.History.Select(said => said.Status));
        Assert.Equal("撤销 Confirmed", undone.History[^1].Note);
    }

    [Fact]
    public void Nobody_undoes_what_another_said_or_what_nobody_said()
    {
        Assert.False(_desk.Undo(_id, "甲", _ => "").IsRecorded);
        Say(VerdictStatus.Dismissed, "乙", null);

        Assert.False(_desk.Undo(_id, "甲", _ => "").IsRecorded);
        Assert.Single(_store.VerdictHistory(_id.Sha256, _id.Fingerprint));
    }

    [Fact]
    public void A_finding_that_is_gone_takes_no_verdict() =>
        Assert.False(_desk.Judge(_id with { Fingerprint = "ffffffffffffffff" }, VerdictStatus.Confirmed, null, "甲", null).IsRecorded);

    private VerdictOutcome Say(VerdictStatus status, string who, DateTimeOffset? seen)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        return _desk.Judge(_id, status, null, who, seen);
    }

    /// <summary>What is told of changes.</summary>
    private sealed class Bystander : IStoreChanges, IReports
    {
        public List<string> Outdated { get; } = [];

        public long Version { get; private set; }

        public IReadOnlyList<string> Formats => [];

        public void Changed() => Version++;

        public void Outdate(string sha256) => Outdated.Add(sha256);

        public Task<long> WaitAsync(long seen, CancellationToken cancellation) => Task.FromResult(Version);

        public Task<ReportDownload?> WriteAsync(string sha256, string format, CancellationToken cancellation) => Task.FromResult<ReportDownload?>(null);
    }
}
