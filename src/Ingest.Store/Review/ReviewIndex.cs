using Ingest.Contract.Documents;

namespace Ingest.Store.Review;

/// <summary>
/// Answers questions over the findings of all documents at once, from the memory: lists in pages, counts, folds. Each question
/// first takes up what the store has become since the last one, whoever changed it, which the store finds by an index; the first
/// one takes up everything. Safe to use from several threads. All questions throw <see cref="StoreException"/>.
/// </summary>
public sealed class ReviewIndex(IDocumentStore store)
{
    private readonly Lock _turn = new();

    private readonly Dictionary<string, KnownDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>By document and fingerprint; also of findings that no document has.</summary>
    private readonly Dictionary<string, Dictionary<string, Verdict>> _verdicts = new(StringComparer.Ordinal);

    private readonly SortedDictionary<long, Arrival> _arrivals = [];

    /// <summary>Documents that change at once, beyond which sorting anew is no dearer than sorting them in.</summary>
    private const int Many = 500;

    /// <summary>All findings, sorted; made when it is asked for, and kept so while single documents change.</summary>
    private readonly Dictionary<FindingOrder, ReviewedFinding[]> _sorted = [];

    private List<IGrouping<(string? Department, DocumentLevel? Level), KnownDocument>>? _bodies;

    private StoreMark _mark;

    /// <summary>A page of findings.</summary>
    /// <param name="skip">Findings before it.</param>
    /// <param name="take">Findings on it, at most.</param>
    public ListPage<ReviewedFinding> Findings(FindingQuery query, int skip, int take) => Ask(() => PageOf(Matching(query), skip, take));

    /// <summary>Where a finding stands in a list, and what stands beside it.</summary>
    public FindingPlace Place(FindingQuery query, string sha256, string fingerprint) => Ask(() =>
    {
        (int at, int total) = (0, 0);
        ReviewedFinding? first = null, previous = null, next = null, last = null;
        foreach (ReviewedFinding finding in Matching(query))
        {
            total++;
            first ??= finding;
            if (total == at + 1 && at > 0)
                next = finding;
            if (finding.Line.Fingerprint == fingerprint && finding.Document.Sha256 == sha256)
                (at, previous) = (total, last);
            last = finding;
        }

        return at == 0 ? new FindingPlace(0, total, null, first) : new FindingPlace(at, total, previous, next);
    });

    public FindingCounts Count(FindingQuery query) => Ask(() => Matching(query).Aggregate(default(FindingCounts), (counts, finding) => new FindingCounts(
        counts.Errors + (finding.Line.Severity == Contract.Text.Severity.Error ? 1 : 0), counts.Warnings + (finding.Line.Severity == Contract.Text.Severity.Warning ? 1 : 0),
        counts.Infos + (finding.Line.Severity == Contract.Text.Severity.Info ? 1 : 0), counts.Reviewed + (finding.IsDecided ? 1 : 0))));

    /// <summary>Years of which there are documents, the last first.</summary>
    public IReadOnlyList<int> Years() => Ask(() => _documents.Values.Select(known => known.Document.FiscalYear).OfType<int>().Distinct().OrderDescending().ToList());

    /// <summary>The same findings counted by rule or by document; the most grave first.</summary>
    public ListPage<FindingFold> Folded(FindingQuery query, FoldBy by, int skip, int take) => Ask(() => PageOf(
        Matching(query).GroupBy(finding => by == FoldBy.Rule ? finding.Line.Rule : finding.Document.Sha256)
            .Select(fold => new FindingFold(
                fold.Key, by == FoldBy.Rule ? null : fold.First().Document, fold.Count(), fold.Count(finding => finding.Line.Severity == Contract.Text.Severity.Error),
                fold.Count(finding => !finding.IsDecided), fold.Max(finding => finding.Line.Concerned)))
            .OrderByDescending(fold => fold.Errors).ThenByDescending(fold => fold.Findings).ThenBy(fold => fold.Key, StringComparer.Ordinal),
        skip, take));

    public StoreTotals Totals() => Ask(() => new StoreTotals(
        Enum.GetValues<ArrivalState>().ToDictionary(state => state, state => _arrivals.Values.Count(arrival => arrival.State == state)),
        _documents.Count, _documents.Values.Count(known => known.Document.IsReplaced), _documents.Values.Count(known => known.Document is { IsOrderUnsure: true, IsReplaced: false }),
        Count(_documents.Values.Where(known => !known.Document.IsReplaced))));

    /// <summary>Bodies by name, a department before units of its name, each with its years.</summary>
    /// <param name="name">Part of the name; null for all.</param>
    public ListPage<BodyRow> Bodies(string? name, int skip, int take) => Ask(() => PageOf(
        Bodies().Where(body => name is null || body.Key.Department?.Contains(name, StringComparison.OrdinalIgnoreCase) == true), skip, take, Row));

    /// <summary>The documents of one body, of all years, by year and date of publication.</summary>
    public IReadOnlyList<StoredDocument> DocumentsOf(string department) => Ask(() => Bodies().Where(body => body.Key.Department == department)
        .SelectMany(body => body).Select(known => known.Document)
        .OrderBy(document => document.FiscalYear).ThenBy(document => document.PublishedOn).ThenBy(document => document.Sha256, StringComparer.Ordinal).ToList());

    /// <summary>Documents that count, by body and year, in whose tables an amount or a code stands.</summary>
    public ListPage<StoredDocument> DocumentsWith(FigureQuery query, int skip, int take) => Ask(() => PageOf(
        _documents.Values.Where(known => !known.Document.IsReplaced && query.Matches(known.Figures)).Select(known => known.Document)
            .OrderBy(document => document.Department, StringComparer.Ordinal).ThenBy(document => document.FiscalYear).ThenBy(document => document.Sha256, StringComparer.Ordinal), skip, take));

    /// <summary>Takes up what the store holds, so that the first question need not.</summary>
    public void Fill() => Findings(new FindingQuery(), 0, 1);

    /// <summary>Documents that count of a body and of the units below it, of one year, by body and kind.</summary>
    public IReadOnlyList<StoredDocument> DocumentsOf(string department, int? year) => Ask(() => Bodies().Where(body => IsWithin(body.Key, department))
        .SelectMany(body => body).Select(known => known.Document).Where(document => document.FiscalYear == year && !document.IsReplaced)
        .OrderBy(document => document.Department, StringComparer.Ordinal).ThenBy(document => document.Kind).ThenBy(document => document.Sha256, StringComparer.Ordinal).ToList());

    /// <summary>Every rule that was tried or has findings, in the order of its id.</summary>
    public IReadOnlyList<RuleRecord> Rules() => Ask(() =>
    {
        var records = new SortedDictionary<string, RuleRecord>(StringComparer.Ordinal);
        foreach (KnownDocument known in _documents.Values.Where(known => !known.Document.IsReplaced))
        {
            foreach (RuleFigures figures in known.Rules)
            {
                RuleRecord record = Of(figures.Rule);
                records[figures.Rule] = record with
                {
                    Held = record.Held + figures.Held,
                    Rounded = record.Rounded + figures.Rounded,
                    Failed = record.Failed + figures.Failed,
                    NotAssessed = record.NotAssessed + figures.NotAssessed,
                };
            }

            foreach (ReviewedFinding finding in known.Findings)
                records[finding.Line.Rule] = Of(finding.Line.Rule) with { Findings = Of(finding.Line.Rule).Findings.With(finding) };
        }

        return records.Values.ToList();

        RuleRecord Of(string rule) => records.GetValueOrDefault(rule) ?? new RuleRecord(rule, 0, 0, 0, 0, default);
    });

    /// <summary>What came in, newest first.</summary>
    public ListPage<Arrival> Arrivals(ArrivalState? state, int skip, int take) =>
        Ask(() => PageOf(_arrivals.Values.Reverse().Where(arrival => state is null || arrival.State == state), skip, take));

    private T Ask<T>(Func<T> question)
    {
        lock (_turn)
        {
            TakeUp();
            return question();
        }
    }

    private void TakeUp()
    {
        StoreChanges changes;
        do
        {
            changes = store.Changes(_mark);
            if (changes.IsAnew)
                Forget();
            foreach (Arrival arrival in changes.Arrivals)
                _arrivals[arrival.Id] = arrival;
            foreach (StoredVerdict said in changes.Verdicts)
                Take(said);
            foreach (ChangedDocument changed in changes.Documents)
                _documents[changed.Document.Sha256] = new KnownDocument(changed.Document, changed.Digest, _verdicts.GetValueOrDefault(changed.Document.Sha256));
            foreach (string sha256 in changes.Verdicts.Select(said => said.Sha256).Distinct())
                if (_documents.TryGetValue(sha256, out KnownDocument? known))
                    known.Judge(_verdicts[sha256]);
            SortIn([.. changes.Documents.Select(changed => changed.Document.Sha256), .. changes.Verdicts.Select(said => said.Sha256)]);
            if (changes.Documents.Count > 0)
                _bodies = null;
            _mark = changes.Now;
        }
        while (!changes.IsAll);
    }

    private void SortIn(HashSet<string> changed)
    {
        if (changed.Count > Many)
            _sorted.Clear();
        if (changed.Count == 0)
            return;
        foreach (FindingOrder order in _sorted.Keys.ToList())
        {
            ReviewedFinding[] now = [.. Sort(changed.Select(sha256 => _documents.GetValueOrDefault(sha256)).OfType<KnownDocument>().SelectMany(known => known.Findings), order)];
            _sorted[order] = [.. Merged(_sorted[order].Where(finding => !changed.Contains(finding.Document.Sha256)), now, new FindingComparer(order))];
        }
    }

    private static IEnumerable<ReviewedFinding> Merged(IEnumerable<ReviewedFinding> kept, ReviewedFinding[] added, FindingComparer comparer)
    {
        int next = 0;
        foreach (ReviewedFinding finding in kept)
        {
            while (next < added.Length && comparer.Compare(added[next], finding) < 0)
                yield return added[next++];
            yield return finding;
        }

        while (next < added.Length)
            yield return added[next++];
    }

    private void Forget()
    {
        _documents.Clear();
        _verdicts.Clear();
        _arrivals.Clear();
        _sorted.Clear();
        _bodies = null;
    }

    private void Take(StoredVerdict said)
    {
        if (!_verdicts.TryGetValue(said.Sha256, out Dictionary<string, Verdict>? prints))
            _verdicts[said.Sha256] = prints = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        prints[said.Fingerprint] = said.Verdict;
    }

    private IEnumerable<ReviewedFinding> Matching(FindingQuery query)
    {
        if (query.Document is { } sha256)
            return _documents.TryGetValue(sha256, out KnownDocument? known) ? Sort(known.Findings.Where(finding => Matches(finding, query)), query.Order) : [];
        if (!_sorted.TryGetValue(query.Order, out ReviewedFinding[]? sorted))
            _sorted[query.Order] = sorted = [.. Sort(_documents.Values.SelectMany(document => document.Findings), query.Order)];
        return sorted.Where(finding => Matches(finding, query));
    }

    private static bool Matches(ReviewedFinding finding, FindingQuery query)
    {
        (StoredDocument document, FindingLine line, _) = finding;
        return (query.Severity is null || line.Severity == query.Severity)
            && (query.Rule is null || line.Rule == query.Rule)
            && (query.Department is null || document.Department == query.Department)
            && (query.Level is null || document.Level == query.Level)
            && (query.FirstYear is null || document.FiscalYear >= query.FirstYear)
            && (query.LastYear is null || document.FiscalYear <= query.LastYear)
            && (query.Kind is null || document.Kind == query.Kind)
            && (query.Verdict is null || finding.Status == query.Verdict)
            && (!query.UndecidedOnly || !finding.IsDecided)
            && (!query.InDoubtOnly || line.InDoubt)
            && (query.WithReplaced || !document.IsReplaced)
            && (query.Text is not { Length: > 0 } text || line.Message.Contains(text, StringComparison.OrdinalIgnoreCase)
                || document.Department?.Contains(text, StringComparison.OrdinalIgnoreCase) == true || document.FileName.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As <see cref="FindingComparer"/> says; keys that are taken out once are a third of its time over all findings.</summary>
    private static IEnumerable<ReviewedFinding> Sort(IEnumerable<ReviewedFinding> findings, FindingOrder order)
    {
        IOrderedEnumerable<ReviewedFinding> sorted = order switch
        {
            FindingOrder.Gravity => findings.OrderByDescending(finding => finding.Line.Severity).ThenByDescending(finding => finding.Line.Concerned ?? -1),
            FindingOrder.Amount => findings.OrderByDescending(finding => finding.Line.Concerned ?? -1),
            FindingOrder.Rule => findings.OrderBy(finding => finding.Line.Rule, StringComparer.Ordinal).ThenByDescending(finding => finding.Line.Concerned ?? -1),
            _ => findings.OrderBy(_ => 0),
        };
        return sorted.ThenBy(finding => finding.Document.Department, StringComparer.Ordinal).ThenBy(finding => finding.Document.FiscalYear)
            .ThenBy(finding => finding.Document.Sha256, StringComparer.Ordinal);
    }

    private List<IGrouping<(string? Department, DocumentLevel? Level), KnownDocument>> Bodies() => _bodies ??=
        [.. _documents.Values.GroupBy(known => (known.Document.Department, known.Document.Level)).OrderBy(body => body.Key.Department, StringComparer.Ordinal).ThenBy(body => body.Key.Level)];

    private static BodyRow Row(IGrouping<(string? Department, DocumentLevel? Level), KnownDocument> body) => new(
        body.Key.Department, body.Key.Level,
        [
            .. body.GroupBy(known => (known.Document.FiscalYear, known.Document.Kind)).OrderBy(cell => cell.Key.FiscalYear).ThenBy(cell => cell.Key.Kind).Select(cell => new BodyCell(
                cell.Key.FiscalYear, cell.Key.Kind,
                [.. cell.Select(known => known.Document).Where(document => !document.IsReplaced).OrderBy(document => document.PublishedOn).ThenBy(document => document.Sha256, StringComparer.Ordinal)],
                cell.Count(known => known.Document.IsReplaced), Count(cell.Where(known => !known.Document.IsReplaced)))),
        ]);

    /// <summary>A unit whose name begins with its department's is below it.</summary>
    private static bool IsWithin((string? Department, DocumentLevel? Level) body, string department) =>
        body.Department == department || (body is { Level: DocumentLevel.Unit, Department: { } name } && name.StartsWith(department, StringComparison.Ordinal));

    private static ReviewCounts Count(IEnumerable<KnownDocument> documents) =>
        documents.SelectMany(known => known.Findings).Aggregate(default(ReviewCounts), (counts, finding) => counts.With(finding));

    private static ListPage<T> PageOf<T>(IEnumerable<T> all, int skip, int take) => PageOf(all, skip, take, one => one);

    private static ListPage<TRow> PageOf<T, TRow>(IEnumerable<T> all, int skip, int take, Func<T, TRow> row)
    {
        var rows = new List<TRow>();
        int total = 0;
        foreach (T one in all)
        {
            if (total >= skip && rows.Count < take)
                rows.Add(row(one));
            total++;
        }

        return new ListPage<TRow>(total, rows);
    }
}
