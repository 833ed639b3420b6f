using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;

namespace Ingest.Store.Tests;

/// <summary>What every store must do; run on each implementation that is compiled in.</summary>
public abstract class DocumentStoreContract : IDisposable
{
    private static readonly TimeSpan _readTime = TimeSpan.FromMilliseconds(12);

    protected TemporaryFolder Folder { get; } = new();

    private readonly Lazy<IDocumentStore> _opened;

    protected DocumentStoreContract() => _opened = new Lazy<IDocumentStore>(Open);

    private IDocumentStore Store => _opened.Value;

    /// <summary>Opens the store in <see cref="Folder"/>; called again, it opens the same one.</summary>
    protected IDocumentStore Open() => Open(said: null);

    /// <param name="said">Where verdicts are written down too.</param>
    protected abstract IRestorableStore Open(VerdictJournal? said);

    public void Dispose()
    {
        if (_opened.IsValueCreated)
            _opened.Value.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [StoreFact]
    public void A_stored_document_comes_back_with_every_byte_of_its_extraction()
    {
        BudgetDocument document = SampleDocument.Create("aa", findings: SampleDocument.Finding("T03-row"));
        Store.Save(null, document, SampleDocument.Versions, _readTime);

        Assert.Equal(DocumentJson.ToBytes(document), DocumentJson.ToBytes(Store.Load("aa")!));
    }

    [StoreFact]
    public void How_many_amounts_were_checked_is_kept_and_unknown_where_nothing_was()
    {
        BudgetDocument document = SampleDocument.Create("aa");
        CellReference cell = new() { Statement = "T03", Column = "basic" };
        Store.Save(null, document, SampleDocument.Versions, _readTime);
        StoredDocument before = Store.Find("aa")!;

        Store.Save(null, document with { Coverage = new Coverage(5, 3, 1, [cell, cell], []) }, SampleDocument.Versions, _readTime);

        StoredDocument after = Assert.Single(Store.Documents(DocumentQuery.All));
        Assert.Equal((null, null), (before.Amounts, before.Unchecked));
        Assert.Equal((5, 2), (after.Amounts, after.Unchecked));
    }

    [StoreFact]
    public void Counts_per_state_add_up_to_everything_that_came_in()
    {
        Arrival[] arrivals = [.. Enumerable.Range(0, 5).Select(i => Store.Claim($"{i}.pdf", $"hash{i}", 10))];
        Store.Save(arrivals[0].Id, SampleDocument.Create("hash0"), SampleDocument.Versions, _readTime);
        Store.MarkDuplicate(arrivals[1].Id);
        Store.Quarantine(arrivals[2].Id, "password-required", "The file is locked.");
        Store.Withdraw(arrivals[3].Id, "gone", "The file was taken away.");

        IReadOnlyDictionary<ArrivalState, int> counts = Store.Counts();

        Assert.Equal(5, counts.Values.Sum());
        Assert.All(Enum.GetValues<ArrivalState>(), state => Assert.Equal(1, counts[state]));
    }

    [StoreFact]
    public void Claiming_the_same_file_again_after_a_crash_gives_the_same_arrival()
    {
        Arrival first = Store.Claim("a.pdf", "aa", 10);

        Assert.Equal(first.Id, Store.Claim("a.pdf", "aa", 10).Id);
        Assert.NotEqual(first.Id, Store.Claim("b.pdf", "aa", 10).Id);
    }

    [StoreFact]
    public void A_file_of_the_same_name_in_the_inbox_of_another_watcher_is_another_arrival()
    {
        Arrival ours = Store.Claim("a.pdf", "aa", 10, "/one/a.pdf");

        Assert.Equal(ours.Id, Store.Claim("a.pdf", "aa", 10, "/one/a.pdf").Id);
        Assert.NotEqual(ours.Id, Store.Claim("a.pdf", "aa", 10, "/other/a.pdf").Id);
    }

    [StoreFact]
    public void The_same_path_dropped_again_after_it_was_stored_is_a_new_arrival()
    {
        Arrival first = Store.Claim("a.pdf", "aa", 10);
        Store.Save(first.Id, SampleDocument.Create("aa"), SampleDocument.Versions, _readTime);

        Assert.NotEqual(first.Id, Store.Claim("a.pdf", "aa", 10).Id);
    }

    [StoreTheory]
    [InlineData("aa,bb,cc,dd")]
    [InlineData("dd,cc,bb,aa")]
    [InlineData("cc,aa,dd,bb")]
    public void The_later_publication_replaces_the_earlier_one_in_whatever_order_they_come(string order)
    {
        BudgetDocument[] documents =
        [
            SampleDocument.Published("aa", "2024-02-01"), SampleDocument.Published("bb", "2024-03-01"), SampleDocument.Published("cc", "2024-09-01"), SampleDocument.Published("dd", "2025-02-01", year: 2025),
        ];
        foreach (string hash in order.Split(','))
            Store.Save(null, documents.Single(document => document.Source.Sha256 == hash), SampleDocument.Versions, _readTime);

        Assert.Equal([(null, true, false), ("aa", true, false), ("bb", false, false), (null, false, false)], Places("aa", "bb", "cc", "dd"));
        Assert.Equal(["cc", "dd"], Store.Documents(new DocumentQuery { LatestOnly = true }).Select(document => document.Sha256));
    }

    [StoreTheory]
    [InlineData("aa,bb,cc")]
    [InlineData("cc,bb,aa")]
    public void Where_a_date_is_not_told_nothing_is_replaced_and_the_order_is_said_to_be_unsure(string order)
    {
        BudgetDocument[] documents = [SampleDocument.Published("aa", "2024-02-01"), SampleDocument.Published("bb", null), SampleDocument.Published("cc", "2024-03-01")];
        foreach (string hash in order.Split(','))
            Store.Save(null, documents.Single(document => document.Source.Sha256 == hash), SampleDocument.Versions, _readTime);

        Assert.Equal([(null, true, true), (null, false, true), ("aa", false, true)], Places("aa", "bb", "cc"));
    }

    [StoreFact]
    public void Two_publications_of_one_day_do_not_replace_one_another()
    {
        Save(SampleDocument.Published("aa", "2024-02-01"), SampleDocument.Published("bb", "2024-02-01"));

        Assert.Equal([(null, false, true), (null, false, true)], Places("aa", "bb"));
    }

    [StoreFact]
    public void A_unit_s_budget_never_replaces_its_department_s_of_the_same_name()
    {
        Save(
            SampleDocument.Published("aa", "2024-02-01"), SampleDocument.Published("bb", "2024-03-01", DocumentLevel.Unit),
            SampleDocument.Published("cc", "2024-04-01"), SampleDocument.Published("dd", "2024-05-01", DocumentLevel.Unit));

        Assert.Equal([(null, true, false), (null, true, false), ("aa", false, false), ("bb", false, false)], Places("aa", "bb", "cc", "dd"));
        Assert.Equal(["dd"], Store.Documents(new DocumentQuery { LatestOnly = true, Level = DocumentLevel.Unit }).Select(document => document.Sha256));
    }

    [StoreFact]
    public void A_document_that_does_not_tell_its_level_replaces_neither_a_department_s_nor_a_unit_s()
    {
        Save(SampleDocument.Published("aa", "2024-02-01"), SampleDocument.Published("bb", "2024-03-01", level: null));

        Assert.Equal([(null, false, true), (null, false, true)], Places("aa", "bb"));
    }

    [StoreFact]
    public void A_document_whose_body_or_date_is_recognised_later_takes_its_place_among_the_publications()
    {
        BudgetDocument nobody = SampleDocument.Published("bb", "2024-03-01");
        Save(SampleDocument.Published("aa", "2024-02-01"), nobody with { Identity = nobody.Identity with { Department = null } }, SampleDocument.Published("cc", null));
        Assert.Equal([(null, false, true), (null, false, false), (null, false, true)], Places("aa", "bb", "cc"));

        Save(nobody, SampleDocument.Published("cc", "2024-04-01"));

        Assert.Equal([(null, true, false), ("aa", true, false), ("bb", false, false)], Places("aa", "bb", "cc"));
    }

    [StoreFact]
    public void A_document_that_turns_out_to_be_of_another_body_leaves_the_others()
    {
        Save(SampleDocument.Published("aa", "2024-02-01"), SampleDocument.Published("bb", "2024-03-01"), SampleDocument.Published("cc", "2024-04-01"));

        Save(SampleDocument.Published("bb", "2024-03-01", department: "别的局"));
        Assert.Equal([(null, true, false), (null, false, false), ("aa", false, false)], Places("aa", "bb", "cc"));

        BudgetDocument nobody = SampleDocument.Published("cc", "2024-04-01");
        Save(nobody with { Identity = nobody.Identity with { FiscalYear = null } });
        Assert.Equal([(null, false, false), (null, false, false), (null, false, false)], Places("aa", "bb", "cc"));
    }

    [StoreFact]
    public void What_has_changed_since_a_mark_is_told_once_and_nothing_else()
    {
        Arrival arrival = Store.Claim("a.pdf", "aa", 10);
        Store.Save(arrival.Id, SampleDocument.Published("aa", "2024-02-01"), SampleDocument.Versions, _readTime);
        Save(SampleDocument.Published("cc", "2025-02-01", year: 2025));
        StoreChanges all = Store.Changes(default);
        Assert.Equal((true, true), (all.IsAnew, all.IsAll));
        Assert.Equal(all.Now, Store.Mark());
        Assert.Equal(["aa", "cc"], all.Documents.Select(changed => changed.Document.Sha256));
        Assert.Equal([arrival.Id], all.Arrivals.Select(one => one.Id));
        Assert.Equal(ArrivalState.Stored, all.Arrivals[0].State);

        StoreChanges none = Store.Changes(all.Now);
        Assert.Equal((false, 0, 0, 0, all.Now), (none.IsAnew, none.Documents.Count, none.Verdicts.Count, none.Arrivals.Count, none.Now));

        // Of the document that is replaced by it too.
        Save(SampleDocument.Published("bb", "2024-03-01") with { Findings = [SampleDocument.Finding("T03-row")] });
        string print = Assert.Single(Store.FindingsOf("bb")).Fingerprint;
        var verdict = new Verdict(VerdictStatus.Confirmed, null, "李", DateTimeOffset.UnixEpoch);
        Store.Judge("bb", print, verdict);
        StoreChanges some = Store.Changes(all.Now);
        Assert.Equal(some.Now, Store.Mark());
        Assert.True(some.Now.Document > all.Now.Document && some.Now.Verdict > all.Now.Verdict);
        Assert.Equal([("aa", true), ("bb", false)], some.Documents.Select(changed => (changed.Document.Sha256, changed.Document.IsReplaced)).Order());
        Assert.Equal([new StoredVerdict("bb", print, verdict)], some.Verdicts);
        FindingLine line = Assert.Single(some.Documents.Single(changed => changed.Document.Sha256 == "bb").Digest.Findings);
        Assert.Equal((print, "T03-row", "T03-row total", "T03"), (line.Fingerprint, line.Rule, line.Message, line.Statement));
    }

    [StoreFact]
    public void Changes_come_in_portions_and_a_mark_of_another_store_means_everything_anew()
    {
        for (int i = 0; i < 5; i++)
            Store.Save(Store.Claim($"{i}.pdf", $"h{i}", 10).Id, SampleDocument.Create($"h{i}", $"局{i}"), SampleDocument.Versions, _readTime);
        var seen = new List<string>();
        var arrivals = new Dictionary<long, Arrival>();
        StoreChanges portion = Store.Changes(default, most: 2);
        for (int i = 0; i < 20; i++)
        {
            seen.AddRange(portion.Documents.Select(changed => changed.Document.Sha256));
            foreach (Arrival arrival in portion.Arrivals)
                arrivals[arrival.Id] = arrival;
            if (portion.IsAll)
                break;
            portion = Store.Changes(portion.Now, most: 2);
        }

        Assert.Equal(["h0", "h1", "h2", "h3", "h4"], seen);
        Assert.Equal(5, arrivals.Values.Count(arrival => arrival.State == ArrivalState.Stored));
        Assert.Equal((true, 5), (Store.Changes(portion.Now with { Store = "another" }).IsAnew, Store.Changes(portion.Now with { Store = "another" }).Documents.Count));
        Assert.True(Store.Changes(portion.Now with { Document = 1000 }).IsAnew);
    }

    [StoreFact]
    public void The_second_of_two_arrivals_with_the_same_bytes_that_are_read_at_once_is_a_duplicate()
    {
        Arrival first = Store.Claim("a.pdf", "aa", 10);
        Arrival second = Store.Claim("b.pdf", "aa", 10);

        Assert.True(Store.Save(second.Id, SampleDocument.Create("aa", total: 1m), SampleDocument.Versions, _readTime));
        Assert.False(Store.Save(first.Id, SampleDocument.Create("aa", total: 2m), SampleDocument.Versions, _readTime));

        Assert.Equal([ArrivalState.Duplicate, ArrivalState.Stored], Store.ArrivalsOf("aa").Select(arrival => arrival.State));
        Assert.Equal(1m, Assert.Single(Store.Facts(DocumentQuery.All)).Amount);
    }

    [StoreFact]
    public void An_arrival_is_found_by_its_path_and_bytes_and_keeps_where_it_is_read_in_place()
    {
        Store.Claim("/in/a.pdf", "aa", 10, "/in/a.pdf");
        Store.Withdraw(Store.FindArrival("/in/a.pdf", "aa")!.Id, "gone", "Taken away.");
        Arrival again = Store.Claim("/in/a.pdf", "aa", 10, "/in/a.pdf");

        Assert.Equal(again, Store.FindArrival("/in/a.pdf", "aa"));
        Assert.Equal("/in/a.pdf", again.Location);
        Assert.Null(Store.FindArrival("/in/a.pdf", "bb"));
        Assert.Null(Store.FindArrival("/in/b.pdf", "aa"));
    }

    [StoreFact]
    public void Reprocessing_replaces_facts_and_findings_and_keeps_the_verdict_on_what_is_still_found()
    {
        Store.Save(null, SampleDocument.Create("aa", findings: [SampleDocument.Finding("T03-row"), SampleDocument.Finding("T03-tree")]), SampleDocument.Versions, _readTime);
        StoredFinding judged = Store.Findings(DocumentQuery.All).First();
        Assert.True(Store.Judge("aa", judged.Fingerprint, new Verdict(VerdictStatus.Confirmed, "见原件", "李", DateTimeOffset.UnixEpoch)));

        Store.Save(null, SampleDocument.Create("aa", total: 1m, findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions with { Rules = "2" }, _readTime);

        StoredFinding kept = Assert.Single(Store.Findings(DocumentQuery.All));
        Assert.Equal(VerdictStatus.Confirmed, kept.Verdict!.Status);
        Assert.Equal("见原件", kept.Verdict.Note);
        Assert.Equal(1m, Assert.Single(Store.Facts(DocumentQuery.All)).Amount);
        Assert.Equal("2", Store.Find("aa")!.Versions.Rules);
    }

    [StoreFact]
    public void Every_verdict_is_kept_and_the_last_one_counts()
    {
        Store.Save(null, SampleDocument.Create("aa", findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions, _readTime);
        string print = Store.Findings(DocumentQuery.All).Single().Fingerprint;
        Store.Judge("aa", print, new Verdict(VerdictStatus.Confirmed, null, "李", DateTimeOffset.UnixEpoch));
        Store.Judge("aa", print, new Verdict(VerdictStatus.Dismissed, "四舍五入", "王", DateTimeOffset.UnixEpoch.AddDays(1)));

        Assert.Equal(["李", "王"], Store.VerdictHistory("aa", print).Select(verdict => verdict.Who));
        Assert.Equal(VerdictStatus.Dismissed, Store.Findings(DocumentQuery.All).Single().Verdict!.Status);
        Assert.False(Store.Judge("aa", "0000000000000000", new Verdict(VerdictStatus.Open, null, "李", DateTimeOffset.UnixEpoch)));
    }

    [StoreFact]
    public void A_verdict_on_one_of_two_rows_that_are_alike_does_not_pass_to_the_other()
    {
        BudgetDocument document = SampleDocument.WithDoubledRow("aa");
        Store.Save(null, document, SampleDocument.Versions, _readTime);
        Store.Judge("aa", Store.FindingsOf("aa")[0].Fingerprint, new Verdict(VerdictStatus.Dismissed, null, "李", DateTimeOffset.UnixEpoch));

        Store.Save(null, document with { Findings = [document.Findings[1]] }, SampleDocument.Versions, _readTime);

        Assert.Null(Assert.Single(Store.FindingsOf("aa")).Verdict);
    }

    /// <summary>Before such rows were told apart, the second of two findings was known by a counter.</summary>
    [StoreFact]
    public void A_verdict_that_is_kept_under_the_former_fingerprint_is_found()
    {
        BudgetDocument document = SampleDocument.WithDoubledRow("aa");
        Store.Save(null, document, SampleDocument.Versions, _readTime);
        var said = new Verdict(VerdictStatus.Confirmed, "见原件", "李", DateTimeOffset.UnixEpoch);
        string former = FindingFingerprint.Of(document.Findings)[0] + "-2";

        Assert.IsType<IRestorableStore>(Store, exactMatch: false).Restore([new StoredVerdict("aa", former, said)]);

        Assert.Equal([null, said], Store.FindingsOf("aa").Select(finding => finding.Verdict));
        string second = Store.FindingsOf("aa")[1].Fingerprint;
        Assert.NotEqual(former, second);
        Assert.Equal(said, Assert.Single(Store.VerdictHistory("aa", second)));
        Assert.True(Store.Judge("aa", second, said with { Status = VerdictStatus.Dismissed }));
        Assert.Equal(VerdictStatus.Dismissed, Store.FindingsOf("aa")[1].Verdict!.Status);
    }

    [StoreFact]
    public void All_verdicts_are_told_oldest_first_also_those_on_findings_that_are_gone()
    {
        Store.Save(null, SampleDocument.Create("aa", findings: [SampleDocument.Finding("T03-row"), SampleDocument.Finding("T03-tree")]), SampleDocument.Versions, _readTime);
        string[] prints = [.. Store.FindingsOf("aa").Select(finding => finding.Fingerprint)];
        Verdict[] said = [.. Enumerable.Range(0, 3).Select(i => new Verdict(VerdictStatus.Dismissed, $"{i}", "李", DateTimeOffset.UnixEpoch.AddDays(i)))];
        Store.Judge("aa", prints[1], said[0]);
        Store.Judge("aa", prints[0], said[1]);
        Store.Judge("aa", prints[1], said[2]);

        Store.Save(null, SampleDocument.Create("aa"), SampleDocument.Versions, _readTime);

        Assert.Equal([new("aa", prints[1], said[0]), new("aa", prints[0], said[1]), new("aa", prints[1], said[2])], Store.Verdicts());
    }

    [StoreFact]
    public void A_verdict_is_written_down_before_it_counts()
    {
        var said = new VerdictJournal(Folder.File("verdicts.jsonl"));
        using IDocumentStore store = Open(said);
        store.Save(null, SampleDocument.Create("aa", findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions, _readTime);
        string print = Assert.Single(store.FindingsOf("aa")).Fingerprint;
        var verdict = new Verdict(VerdictStatus.Confirmed, "见原件\n第二行", "李", DateTimeOffset.UnixEpoch);

        Assert.True(store.Judge("aa", print, verdict));
        Assert.False(store.Judge("aa", "0000000000000000", verdict));

        Assert.Equal([new StoredVerdict("aa", print, verdict)], said.Read(out _));
    }

    [StoreFact]
    public void A_verdict_that_cannot_be_written_down_does_not_count()
    {
        using IDocumentStore store = Open(new VerdictJournal(Folder.File("none/verdicts.jsonl")));
        store.Save(null, SampleDocument.Create("aa", findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions, _readTime);
        string print = Assert.Single(store.FindingsOf("aa")).Fingerprint;

        StoreException error = Assert.Throws<StoreException>(() => store.Judge("aa", print, new Verdict(VerdictStatus.Confirmed, null, "李", DateTimeOffset.UnixEpoch)));

        Assert.Contains("verdicts.jsonl", error.Message, StringComparison.Ordinal);
        Assert.Null(Assert.Single(store.FindingsOf("aa")).Verdict);
    }

    [StoreFact]
    public void A_fact_keeps_its_printed_decimals_and_its_place()
    {
        Store.Save(null, SampleDocument.Create("aa", total: 534.20m), SampleDocument.Versions, _readTime);

        Fact fact = Assert.Single(Store.Facts(DocumentQuery.All));
        Assert.Equal("534.20", fact.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("T03", "201", "total", "万元", 4, new Contract.Geometry.Box(1, 2, 3, 4)), (fact.Statement, fact.Code, fact.Column, fact.Unit, fact.Page, fact.Box));
    }

    [StoreTheory]
    [InlineData(2023, 2024, null, null, "aa,bb")]
    [InlineData(2025, null, null, null, "cc")]
    [InlineData(null, null, "财政", null, "bb")]
    [InlineData(null, null, null, "xinjiang-2024", "aa,bb,cc")]
    [InlineData(null, null, null, "xinjiang", "")]
    public void Documents_are_selected_by_year_body_and_layout(int? first, int? last, string? department, string? layout, string expected)
    {
        Store.Save(null, SampleDocument.Create("aa", "甲局", 2023), SampleDocument.Versions, _readTime);
        Store.Save(null, SampleDocument.Create("bb", "财政局", 2024), SampleDocument.Versions, _readTime);
        Store.Save(null, SampleDocument.Create("cc", "甲局", 2025), SampleDocument.Versions, _readTime);

        IEnumerable<string> found = Store.Documents(new DocumentQuery { FirstYear = first, LastYear = last, Department = department, Layout = layout }).Select(document => document.Sha256);

        Assert.Equal(expected, string.Join(',', found.Order(StringComparer.Ordinal)));
    }

    [StoreFact]
    public void Only_documents_read_by_other_versions_are_outdated()
    {
        Store.Save(null, SampleDocument.Create("aa"), SampleDocument.Versions, _readTime);
        Store.Save(null, SampleDocument.Create("bb"), SampleDocument.Versions with { Rules = "0" }, _readTime);

        Assert.Equal("bb", Assert.Single(Store.Documents(new DocumentQuery { OtherThan = SampleDocument.Versions })).Sha256);
    }

    [StoreFact]
    public void What_is_said_twice_because_the_first_answer_was_lost_is_recorded_once()
    {
        Arrival unread = Store.Claim("a.pdf", "aa", 10), read = Store.Claim("b.pdf", "bb", 10);
        for (int time = 0; time < 2; time++)
        {
            Store.Quarantine(unread.Id, "damaged", "No page could be found.");
            Assert.True(Store.Save(read.Id, SampleDocument.Create("bb"), SampleDocument.Versions, _readTime));
        }

        Assert.Equal([ArrivalState.Quarantined, ArrivalState.Claimed], Store.Journal(unread.Id).Select(entry => entry.State));
        Assert.Equal([ArrivalState.Stored, ArrivalState.Claimed], Store.Journal(read.Id).Select(entry => entry.State));
    }

    [StoreFact]
    public void The_journal_tells_every_change_of_an_arrival_newest_first()
    {
        Arrival arrival = Store.Claim("a.pdf", "aa", 10);
        Store.Relocate(arrival.Id, "processing/1.pdf");
        Store.Quarantine(arrival.Id, "damaged", "No page could be found.");
        Store.Withdraw(arrival.Id, "gone", "Taken away.");

        JournalEntry[] journal = [.. Store.Journal(arrival.Id)];

        Assert.Equal([ArrivalState.Withdrawn, ArrivalState.Quarantined, ArrivalState.Claimed, ArrivalState.Claimed], journal.Select(entry => entry.State));
        Assert.Equal("damaged: No page could be found.", journal[1].Detail);
        Assert.Equal("processing/1.pdf", journal[2].Location);
        Assert.True(journal[0].At > journal[3].At);
    }

    [StoreFact]
    public void What_was_stored_is_there_after_closing_and_opening_again()
    {
        using (IDocumentStore first = Open())
            first.Save(first.Claim("a.pdf", "aa", 10).Id, SampleDocument.Create("aa"), SampleDocument.Versions, _readTime);

        Assert.NotNull(Store.Load("aa"));
        Assert.Equal(1, Store.Counts()[ArrivalState.Stored]);
        Assert.Empty(Store.CheckIntegrity());
    }

    [StoreFact]
    public void A_change_to_an_unknown_arrival_is_refused_and_stores_nothing()
    {
        Assert.Throws<ArgumentException>(() => Store.Save(77, SampleDocument.Create("aa"), SampleDocument.Versions, _readTime));

        Assert.Null(Store.Find("aa"));
    }

    [StoreFact]
    public void Several_that_make_the_same_store_at_once_make_one()
    {
        IDocumentStore[] stores = OpenAtOnce(8);
        Parallel.For(0, stores.Length, i => stores[i].Save(stores[i].Claim($"{i}.pdf", $"h{i}", 1).Id, SampleDocument.Create($"h{i}", $"局{i}"), SampleDocument.Versions, _readTime));

        Assert.Single(stores.Select(store => store.Changes(default).Now.Store).Distinct());
        Assert.Equal(stores.Length, Store.Counts()[ArrivalState.Stored]);
        Assert.Equal(stores.Length, Store.Arrivals().Select(arrival => arrival.Id).Distinct().Count());
        Assert.Empty(Store.CheckIntegrity());
        foreach (IDocumentStore store in stores)
            store.Dispose();
    }

    [StoreFact]
    public void A_document_whose_entry_is_damaged_is_told_and_the_others_are_read_and_it_is_mended_by_being_stored_again()
    {
        foreach (string hash in (string[])["aa", "bb", "cc"])
            Store.Save(Store.Claim($"{hash}.pdf", hash, 1).Id, SampleDocument.Published(hash, $"2024-0{hash[0] - 'a' + 1}-01"), SampleDocument.Versions, _readTime);
        Close();
        DamageEntry("bb");
        using IDocumentStore store = Open();
        var damaged = new List<DamagedDocument>();

        Assert.Equal(["aa", "cc"], store.Documents(DocumentQuery.All, damaged.Add).Select(document => document.Sha256));
        Assert.Equal(["bb"], damaged.Select(document => document.Sha256));
        Assert.Equal(2, store.Facts(DocumentQuery.All, damaged.Add).Count());
        Assert.Throws<StoreException>(() => store.Documents(DocumentQuery.All).ToList());
        Assert.Equal(["bb"], store.CheckIntegrity().Select(problem => problem.Document));
        Assert.Equal(["aa", "cc"], store.Changes(default).Documents.Select(changed => changed.Document.Sha256).Order(StringComparer.Ordinal));

        // Another publication of the same body is stored as if the damaged one were not there.
        store.Save(null, SampleDocument.Published("cc", "2024-03-01"), SampleDocument.Versions, _readTime);
        store.Save(null, SampleDocument.Published("bb", "2024-02-01"), SampleDocument.Versions, _readTime);

        Assert.Empty(store.CheckIntegrity());
        Assert.Equal(("aa", "bb"), (store.Find("bb")!.Supersedes, store.Find("cc")!.Supersedes));
    }

    protected IDocumentStore[] OpenAtOnce(int count)
    {
        var stores = new IDocumentStore[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, i => stores[i] = Open());
        return stores;
    }

    private void Close() => _opened.Value.Dispose();

    /// <summary>Makes the entry of a document, in the file of a store that nobody has open, something that the program has never written.</summary>
    protected abstract void DamageEntry(string sha256);

    [StoreFact]
    public void A_verdict_that_is_there_is_not_taken_over_twice()
    {
        Save(SampleDocument.Create("aa", findings: SampleDocument.Finding("T03-row")));
        string print = Store.FindingsOf("aa")[0].Fingerprint;
        StoredVerdict[] said =
        [
            new("aa", print, new Verdict(VerdictStatus.Confirmed, null, "李", DateTimeOffset.UnixEpoch)), new("aa", print, new Verdict(VerdictStatus.Confirmed, "见原件", "李", DateTimeOffset.UnixEpoch)),
            new("aa", print, new Verdict(VerdictStatus.Confirmed, null, "王", DateTimeOffset.UnixEpoch)),
        ];
        Store.Judge("aa", print, said[0].Verdict);

        Parallel.For(0, 4, _ => ((IRestorableStore)Store).Restore(said));

        Assert.Equal(said, Store.Verdicts());
    }

    private void Save(params BudgetDocument[] documents)
    {
        foreach (BudgetDocument document in documents)
            Store.Save(null, document, SampleDocument.Versions, _readTime);
    }

    private IEnumerable<(string?, bool, bool)> Places(params string[] hashes) => hashes.Select(hash => Store.Find(hash)!).Select(document => (document.Supersedes, document.IsReplaced, document.IsOrderUnsure));

    [StoreFact]
    public async Task Writers_in_several_threads_queue_and_lose_nothing()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 4 }, (i, _) =>
        {
            Store.Save(Store.Claim($"{i}.pdf", $"h{i}", 1).Id, SampleDocument.Create($"h{i}", $"局{i}"), SampleDocument.Versions, _readTime);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(40, Store.Counts()[ArrivalState.Stored]);
        Assert.Equal(40, Store.Documents(DocumentQuery.All).Count());
    }
}
