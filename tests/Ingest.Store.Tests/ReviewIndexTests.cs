using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store.LiteDb;
using Ingest.Store.Review;
using Ingest.Store.Sqlite;
using Xunit.Abstractions;

namespace Ingest.Store.Tests;

/// <summary>The same questions over either store; another opening of it writes.</summary>
public sealed class ReviewIndexTests(ITestOutputHelper log) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void Findings_of_all_documents_come_in_pages_gravest_first_and_then_by_the_money_concerned(string kind)
    {
        using IDocumentStore store = Filled(kind);
        var index = new ReviewIndex(store);

        ListPage<ReviewedFinding> first = index.Findings(new FindingQuery(), 0, 3), second = index.Findings(new FindingQuery(), 3, 3);

        Assert.Equal((5, 5), (first.Total, second.Total));
        // 2.00 and 1.00 万元, then those of no known amount.
        Assert.Equal([("bb", "X-01", 20_000m), ("aa", "X-01", 10_000m), ("cc", "T03-tree", null)], first.Rows.Select(Told));
        Assert.Equal([("cc", "X-16", 70_000m), ("aa", "X-16", null)], second.Rows.Select(Told));

        static (string, string, decimal?) Told(ReviewedFinding finding) => (finding.Document.Sha256, finding.Line.Rule, finding.Line.Concerned);
    }

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void Filters_leave_what_they_say(string kind)
    {
        using IDocumentStore store = Filled(kind);
        var index = new ReviewIndex(store);
        store.Judge("aa", store.FindingsOf("aa")[0].Fingerprint, new Verdict(VerdictStatus.Dismissed, null, "李", DateTimeOffset.UnixEpoch));

        Assert.Equal(["aa X-16", "cc X-16"], Of(new() { Severity = Severity.Warning }));
        Assert.Equal(["aa X-01", "bb X-01"], Of(new() { Rule = "X-01" }));
        Assert.Equal(["cc T03-tree", "cc X-16"], Of(new() { Department = "乙局" }));
        Assert.Equal(["bb X-01", "cc T03-tree", "cc X-16"], Of(new() { FirstYear = 2024 }));
        Assert.Equal(["aa X-01", "aa X-16"], Of(new() { LastYear = 2023 }));
        Assert.Equal(["aa X-01"], Of(new() { Verdict = VerdictStatus.Dismissed }));
        Assert.Equal(["aa X-16", "bb X-01", "cc T03-tree", "cc X-16"], Of(new() { Verdict = VerdictStatus.Open }));
        Assert.Equal(["cc T03-tree"], Of(new() { InDoubtOnly = true }));
        Assert.Equal(["bb X-01"], Of(new() { Document = "bb" }));
        Assert.Equal(["cc T03-tree", "cc X-16"], Of(new() { Text = "乙" }));
        Assert.Equal(["cc T03-tree"], Of(new() { Text = "TREE" }));
        Assert.Empty(Of(new() { Level = DocumentLevel.Unit }));
        Assert.Equal(["cc X-16", "bb X-01", "aa X-01"], index.Findings(new() { Order = FindingOrder.Amount }, 0, 3).Rows.Select(Name));
        Assert.Equal(["aa X-01", "aa X-16", "bb X-01"], index.Findings(new() { Order = FindingOrder.Document, Department = "甲局" }, 0, 9).Rows.Select(Name));

        IEnumerable<string> Of(FindingQuery query) => index.Findings(query, 0, 9).Rows.Select(Name).Order(StringComparer.Ordinal);

        static string Name(ReviewedFinding finding) => $"{finding.Document.Sha256} {finding.Line.Rule}";
    }

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void What_another_process_stores_or_says_is_in_the_next_answer(string kind)
    {
        using IDocumentStore store = Filled(kind);
        var index = new ReviewIndex(store);
        index.Totals();
        using (IDocumentStore other = Open(kind))
        {
            other.Judge("bb", other.FindingsOf("bb")[0].Fingerprint, new Verdict(VerdictStatus.Confirmed, "见原件", "王", DateTimeOffset.UnixEpoch));
            other.Save(null, Document("aa", "甲局", 2023, "2023-02-01"), SampleDocument.Versions, TimeSpan.Zero);
            other.Save(null, Document("dd", "乙局", 2024, "2024-08-01", SampleDocument.Finding("X-02")), SampleDocument.Versions, TimeSpan.Zero);
            other.Quarantine(other.Claim("scan.pdf", "99", 1).Id, "image-only", "只有图像");
        }

        Assert.Equal(["bb X-01 Confirmed", "dd X-02 Open"], index.Findings(new(), 0, 9).Rows.Select(finding => $"{finding.Document.Sha256} {finding.Line.Rule} {finding.Status}").Order(StringComparer.Ordinal));
        Assert.Equal(3, index.Findings(new FindingQuery { Department = "乙局", WithReplaced = true }, 0, 9).Total);
        StoreTotals totals = index.Totals();
        Assert.Equal((4, 1, 0), (totals.Documents, totals.Replaced, totals.OrderUnsure));
        Assert.Equal((2, 1, 0, 1, 0), (totals.Findings.All, totals.Findings.OpenErrors, totals.Findings.OpenDoubts, totals.Findings.Confirmed, totals.Findings.Dismissed));
        Assert.Equal((3, 1), (totals.Arrivals[ArrivalState.Stored], totals.Arrivals[ArrivalState.Quarantined]));
        Assert.Equal(["scan.pdf"], index.Arrivals(ArrivalState.Quarantined, 0, 9).Rows.Select(arrival => arrival.OriginalPath));
    }

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void A_store_that_is_made_anew_is_taken_up_from_its_beginning(string kind)
    {
        IDocumentStore? store = Filled(kind);
        var index = new ReviewIndex(Redirected.To(() => store!));
        Assert.Equal(5, index.Findings(new(), 0, 1).Total);
        store.Dispose();
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(_folder.File("x"))!))
            File.Delete(file);

        store = Open(kind);
        using IDocumentStore made = store;
        made.Save(null, Document("zz", "丙局", 2024, null, SampleDocument.Finding("X-09")), SampleDocument.Versions, TimeSpan.Zero);

        Assert.Equal(["zz"], index.Findings(new(), 0, 9).Rows.Select(finding => finding.Document.Sha256));
    }

    [Theory]
    [InlineData(FindingOrder.Gravity)]
    [InlineData(FindingOrder.Amount)]
    [InlineData(FindingOrder.Document)]
    [InlineData(FindingOrder.Rule)]
    public void What_is_sorted_in_stands_where_sorting_anew_would_put_it(FindingOrder order)
    {
        using IDocumentStore store = Filled("litedb");
        var index = new ReviewIndex(store);
        index.Findings(new() { Order = order }, 0, 1);
        store.Save(null, Document("aa", "甲局", 2023, "2023-02-01", SampleDocument.Finding("X-01") with { Difference = 9.00m }, SampleDocument.Finding("X-00", "basic", Severity.Warning)), SampleDocument.Versions, TimeSpan.Zero);
        store.Save(null, Document("dd", "丙局", 2022, null, SampleDocument.Finding("X-05") with { Difference = 1.50m }), SampleDocument.Versions, TimeSpan.Zero);
        store.Judge("bb", store.FindingsOf("bb")[0].Fingerprint, new Verdict(VerdictStatus.Confirmed, null, "李", DateTimeOffset.UnixEpoch));

        Assert.Equal(new ReviewIndex(store).Findings(new() { Order = order }, 0, 9).Rows, index.Findings(new() { Order = order }, 0, 9).Rows);
        Assert.Equal(6, index.Findings(new() { Order = order }, 0, 9).Total);
    }

    [Fact]
    public void Bodies_stand_with_their_years_and_what_is_replaced_counts_apart()
    {
        using IDocumentStore store = Filled("litedb");
        store.Save(null, Document("dd", "乙局", 2024, "2024-08-01", SampleDocument.Finding("X-02")), SampleDocument.Versions, TimeSpan.Zero);
        BudgetDocument unit = Document("ee", "乙局", 2024, "2024-09-01");
        store.Save(null, unit with { Identity = unit.Identity with { Level = DocumentLevel.Unit } }, SampleDocument.Versions, TimeSpan.Zero);
        var index = new ReviewIndex(store);

        ListPage<BodyRow> bodies = index.Bodies(null, 0, 9);

        Assert.Equal([("乙局", DocumentLevel.Department), ("乙局", DocumentLevel.Unit), ("甲局", DocumentLevel.Department)], bodies.Rows.Select(body => (body.Department!, body.Level!.Value)));
        BodyCell cell = Assert.Single(bodies.Rows[0].Years);
        Assert.Equal((2024, DocumentKind.Budget, 1, 1, 1), (cell.FiscalYear, cell.Kind, cell.Documents.Count, cell.Replaced, cell.Findings.OpenErrors));
        Assert.Equal("dd", cell.Documents[0].Sha256);
        Assert.Equal([2023, 2024], bodies.Rows[2].Years.Select(year => year.FiscalYear));
        Assert.Equal((1, 3), (index.Bodies("甲", 0, 1).Total, index.Bodies(null, 1, 1).Total));
        Assert.Equal(["aa", "bb"], index.DocumentsOf("甲局").Select(document => document.Sha256));
    }

    [Fact]
    public void Findings_are_folded_by_rule_and_by_document()
    {
        using IDocumentStore store = Filled("litedb");
        var index = new ReviewIndex(store);

        Assert.Equal([("X-01", 2, 2, 20_000m), ("T03-tree", 1, 1, null), ("X-16", 2, 0, 70_000m)],
            index.Folded(new(), FoldBy.Rule, 0, 9).Rows.Select(fold => (fold.Key, fold.Findings, fold.Errors, fold.Concerned)));
        Assert.Equal(["aa", "cc", "bb"], index.Folded(new(), FoldBy.Document, 0, 9).Rows.Select(fold => fold.Document!.Sha256));
    }

    [Fact]
    public void Rules_are_counted_over_all_documents_with_what_was_said_of_them()
    {
        using IDocumentStore store = Filled("sqlite");
        BudgetDocument counted = Document("dd", "丙局", 2024, null, SampleDocument.Finding("X-01")) with
        {
            Coverage = new Coverage(5, 3, 1, [], [new RuleTally("X-01", 10, 2, 1, 4, 1, 3, 7, []), new RuleTally("X-77", 5, 0, 0, 0, 0, 0, 0, [])]),
        };
        store.Save(null, counted, SampleDocument.Versions, TimeSpan.Zero);
        store.Judge("dd", store.FindingsOf("dd")[0].Fingerprint, new Verdict(VerdictStatus.Dismissed, null, "李", DateTimeOffset.UnixEpoch));
        var index = new ReviewIndex(store);

        RuleRecord rule = index.Rules().Single(rule => rule.Rule == "X-01");

        Assert.Equal((10, 3, 4, 4, 3, 1), (rule.Held, rule.Rounded, rule.Failed, rule.NotAssessed, rule.Findings.All, rule.Findings.Dismissed));
        Assert.Equal(["T03-tree", "X-01", "X-16", "X-77"], index.Rules().Select(one => one.Rule));
    }

    /// <summary>How long questions take over many documents, once they are taken up: what a page of the review page waits for.</summary>
    [LongFact("INGEST_REVIEW_DOCUMENTS")]
    public void Questions_over_many_documents_are_measured()
    {
        int count = LongFactAttribute.Size("INGEST_REVIEW_DOCUMENTS")!.Value;
        var random = new Random(1);
        Finding[] findings = [.. Enumerable.Range(0, 20).Select(i => SampleDocument.Finding($"X-{i:00}", $"column{i}", (Severity)(i % 3)) with { Difference = random.Next(1, 100_000) / 100m })];
        ChangedDocument[] documents = [.. Enumerable.Range(0, count).Select(i =>
        {
            BudgetDocument document = Document($"{i:x64}", $"第{i / 5}局", 2020 + (i % 5), "2024-02-01", findings);
            return new ChangedDocument(StoredDocument.Of(document, SampleDocument.Versions, DateTimeOffset.UnixEpoch, TimeSpan.Zero), DocumentDigest.Of(document));
        })];
        int asked = 0;
        var index = new ReviewIndex(Redirected.To(null!, () => new StoreChanges(new StoreMark("s", 1, 0, 0), false, true, asked++ == 0 ? documents : asked == 4 ? documents[77..78] : [], [], [])));

        foreach ((string name, Action question) in ((string, Action)[])
        [
            ("taking everything up", () => index.Findings(new() { Document = "none" }, 0, 1)), ("first page of findings, first time", () => index.Findings(new(), 0, 50)),
            ("first page of findings", () => index.Findings(new(), 0, 50)), ("first page of findings after another document", () => index.Findings(new(), 0, 50)), ("a page of a rule by amount", () => index.Findings(new() { Rule = "X-07", Order = FindingOrder.Amount }, 500, 50)),
            ("folded by rule", () => index.Folded(new(), FoldBy.Rule, 0, 50)), ("folded by document", () => index.Folded(new(), FoldBy.Document, 0, 50)),
            ("bodies, first time", () => index.Bodies(null, 0, 50)), ("bodies", () => index.Bodies("9", 100, 50)), ("totals", () => index.Totals()), ("rules", () => index.Rules()),
        ])
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            TimeSpan processor = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
            question();
            log.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}: {System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, {(System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds:0} ms of the processor"));
        }
    }

    private IDocumentStore Filled(string kind)
    {
        IDocumentStore store = Open(kind);
        foreach (BudgetDocument document in new[]
        {
            Document("aa", "甲局", 2023, "2023-02-01", SampleDocument.Finding("X-01") with { Difference = -1.00m }, SampleDocument.Finding("X-16", "basic", Severity.Warning)),
            Document("bb", "甲局", 2024, "2024-02-01", SampleDocument.Finding("X-01") with { Difference = 2.00m }),
            Document("cc", "乙局", 2024, "2024-02-01", SampleDocument.Finding("T03-tree") with { ExtractionInDoubt = true }, SampleDocument.Finding("X-16", "basic", Severity.Warning) with { Difference = 7m }),
        })
            store.Save(store.Claim($"{document.Source.Sha256}.pdf", document.Source.Sha256, 10).Id, document, SampleDocument.Versions, TimeSpan.Zero);
        return store;
    }

    private IDocumentStore Open(string kind) => kind == "sqlite"
        ? SqliteDocumentStore.Open(_folder.File("store.db"), new SteppingClock())
        : LiteDbDocumentStore.Open(_folder.File("store.db"), new SteppingClock());

    private static BudgetDocument Document(string hash, string body, int year, string? published, params Finding[] findings) =>
        SampleDocument.Published(hash, published, department: body, year: year) with { Findings = [.. findings] };

    /// <summary>Asks whichever store is the present one.</summary>
#pragma warning disable CA1852 // The proxy is derived from it at run time.
    internal class Redirected : System.Reflection.DispatchProxy
#pragma warning restore CA1852
    {
        private Func<IDocumentStore>? _present;

        private Func<StoreChanges>? _changes;

        /// <param name="changes">Answers that one question instead.</param>
        public static IDocumentStore To(Func<IDocumentStore> present, Func<StoreChanges>? changes = null)
        {
            IDocumentStore proxy = Create<IDocumentStore, Redirected>();
            var redirected = (Redirected)(object)proxy;
            (redirected._present, redirected._changes) = (present, changes);
            return proxy;
        }

        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args) =>
            _changes is not null && targetMethod!.Name == nameof(IDocumentStore.Changes) ? _changes() : targetMethod!.Invoke(_present!(), System.Reflection.BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
