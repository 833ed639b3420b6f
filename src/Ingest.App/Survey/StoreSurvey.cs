using System.Globalization;
using Ingest.App.Compare;
using Ingest.App.Words;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Rules.Levels;
using Ingest.Core.Checks.Rules.YearOnYear;
using Ingest.Core.Layouts;
using Ingest.Store;

namespace Ingest.App.Survey;

/// <summary>
/// The reconciliation report over the documents of a store: by body and year, exceptions, facts, year on
/// year, publications replaced, and what could not be read. Only the last publication of a body, level, year and kind counts; where the
/// documents do not tell which is the last, all of them do.
/// </summary>
/// <param name="query">Which documents.</param>
/// <param name="least">Findings below this are left out.</param>
/// <param name="showContacts">False: telephone and identity numbers are masked, wherever they stand.</param>
/// <param name="all">Publications that a later one replaces as well.</param>
internal sealed class StoreSurvey(IDocumentStore store, DocumentQuery query, Severity least, ReportWords words, bool showContacts = false, bool all = false)
{
    private readonly DocumentQuery _latest = query with { LatestOnly = !all };

    private readonly SortedDictionary<string, DamagedDocument> _damaged = new(StringComparer.Ordinal);

    /// <summary>Stored documents that were left out because they cannot be read; known when the tables are written.</summary>
    public IReadOnlyCollection<DamagedDocument> Damaged => _damaged.Values;

    /// <summary>What the store holds and the tables leave out, a sentence each; so that their sums can be told from those of <c>run</c>, <c>list</c> and <c>status</c>.</summary>
    public IEnumerable<string> LeftOut()
    {
        int replaced = all ? 0 : store.Documents(query, _ => { }).Count(document => document.IsReplaced);
        if (replaced > 0)
            yield return words.Say($"未列入 {replaced} 份已被替代的公开版本；加 --all 一并列入。", $"{Plural.Of(replaced, "publication that was replaced is", "publications that were replaced are")} left out; --all has them in.");
        IReadOnlyDictionary<ArrivalState, int> counts = store.Counts();
        int duplicates = counts.GetValueOrDefault(ArrivalState.Duplicate), refused = counts.GetValueOrDefault(ArrivalState.Quarantined);
        if (duplicates > 0)
            yield return words.Say($"内容相同的重复文件 {duplicates} 个只列一次。", $"{Plural.Of(duplicates, "file")} with the bytes of another: listed once.");
        if (refused > 0)
            yield return words.Say($"无法读取的文件 {refused} 个不在其中；ingest status 列出原因。", $"{Plural.Of(refused, "file")} that could not be read: not among them; 'ingest status' says why.");
        if (least > Severity.Info)
            yield return words.Say($"程度低于“{words.Of(least)}”的疑点未列入；--severity info 全部列入。", $"Findings less grave than '{words.Of(least)}' are left out; --severity info has them all.");
    }

    public IEnumerable<SurveyTable> Tables => AsPrinted.Select(table => showContacts ? table : table with { Rows = table.Rows.Select(Masked) });

    private SurveyTable[] AsPrinted =>
    [
        new("summary", words.Say("汇总", "Summary"), SummaryColumns, Summary()),
        new("findings", words.Findings, FindingColumns, Findings()),
        new("facts", words.Say("金额", "Amounts"), FactColumns, Facts()),
        new("years", words.Say("年度对比", "Year on year"), YearColumns, Years()),
        new("yearFindings", words.Say("年度勾稽", "Year-on-year findings"), YearFindingColumns, YearFindings()),
        new("levelFindings", words.Say("级次勾稽", "Units and departments"), LevelFindingColumns, LevelFindings()),
        new("republished", words.Say("重新公布", "Published again"), RepublishedColumns, Republished()),
        // The last: by now everything has been read.
        new("damaged", words.Say("未能读出", "Not readable"), DamagedColumns, Damaged.Select(document => (object?[])[Short(document.Sha256), document.Problem])),
    ];

    private SurveyColumn Body => new("department", words.Department, 30);

    private SurveyColumn Level => new("level", words.Say("级次", "Level"), 8);

    private SurveyColumn Year => new("fiscalYear", words.Year, 8) { Type = typeof(int) };

    private SurveyColumn Kind => new("kind", words.Kind, 10);

    private SurveyColumn Document => new("document", words.Say("文件编号", "Document"), 10);

    private SurveyColumn[] SummaryColumns =>
    [
        Body, Level, Year, Kind, Document, new("fileName", words.File, 40), new("layout", words.Layout, 24), new("pages", words.Pages, 8),
        new("errors", words.Of(Severity.Error), 8), new("warnings", words.Of(Severity.Warning), 8),
        new("amounts", words.Amounts, 12), new("unchecked", words.Unchecked, 10),
        new("publishedOn", words.Say("公布日期", "Published on"), 12), new("replaces", words.Say("替代", "Replaces"), 10),
        new("orderUnsure", words.Say("先后存疑", "Order unsure"), 10), new("storedAt", words.Say("入库时间", "Stored at"), 22),
    ];

    private SurveyColumn[] FindingColumns =>
    [
        Body, Level, Year, new("finding", words.Say("疑点编号", "Finding"), 27), new("severity", words.Severity, 8), new("rule", words.Rule, 10), new("message", words.Message, 60),
        new("inDoubt", words.Say("读取存疑", "Reading in doubt"), 8) { Type = typeof(bool) }, new("expected", words.Expected) { Type = typeof(decimal) }, new("actual", words.Actual) { Type = typeof(decimal) }, new("difference", words.Difference) { Type = typeof(decimal) },
        new("suspect", words.Suspect, 40), new("suggested", words.Suggested) { Type = typeof(decimal) }, new("page", words.Page, 6) { Type = typeof(int) },
        new("verdict", words.Conclusion, 10), new("note", words.Reason, 30), new("who", words.Initials, 10), new("at", words.Date, 22) { Type = typeof(DateTimeOffset) },
    ];

    private SurveyColumn[] FactColumns =>
    [
        Body, Level, Year, Document, new("statement", words.Statement, 26), new("side", words.Side, 10), new("code", words.Code, 10), new("name", words.Name, 30), new("project", words.Project, 30),
        new("column", words.Column, 16), new("amount", words.Amount) { Type = typeof(decimal) }, new("unit", words.Unit, 6), new("page", words.Page, 6) { Type = typeof(int) },
    ];

    private SurveyColumn[] YearColumns =>
    [
        Body, Level, Kind, Year, new("statement", words.Statement, 26), new("side", words.Side, 10), new("code", words.Code, 10), new("name", words.Name, 30), new("project", words.Project, 30),
        new("column", words.Column, 16), new("unit", words.Unit, 6), new("before", words.Say("上年", "Year before")), new("now", words.Say("本年", "This year")),
        new("change", words.Say("增减额", "Change")), new("percent", words.Say("增减%", "Change %"), 10), new("note", words.Say("说明", "Remark"), 30),
    ];

    private SurveyColumn[] YearFindingColumns =>
    [
        Body, Level, Year, Kind, new("rule", words.Rule, 10), new("message", words.Message, 60), new("inDoubt", words.Say("读取存疑", "Reading in doubt"), 8),
        new("expected", words.Expected), new("actual", words.Actual), new("difference", words.Difference), new("page", words.Page, 6),
        new("document", words.Say("文件编号", "Document"), 10), new("before", words.Say("上年文件编号", "Document of the year before"), 10),
    ];

    private SurveyColumn[] LevelFindingColumns =>
    [
        Body, Year, Kind, new("severity", words.Severity, 8), new("rule", words.Rule, 10), new("message", words.Message, 60), new("page", words.Page, 6),
        new("document", words.Say("单位文件编号", "Unit's document"), 10), new("whole", words.Say("部门文件编号", "Department's document"), 10),
    ];

    private SurveyColumn[] RepublishedColumns =>
    [
        Body, Level, Year, Kind, new("old", words.Say("原文件", "Earlier"), 10), new("new", words.Say("新文件", "Later"), 10), new("fact", words.Cells, 60),
        new("before", words.Say("原金额", "Earlier amount")), new("after", words.Say("新金额", "Later amount")), new("orderUnsure", words.Say("先后存疑", "Order unsure"), 10),
    ];

    private SurveyColumn[] DamagedColumns => [Document, new("problem", words.Message, 80)];

    private IEnumerable<object?[]> Summary() => Documents(_latest).Select(document => new object?[]
    {
        document.Department, document.Level, document.FiscalYear, document.Kind, Short(document.Sha256), document.FileName, LayoutOf(document.Layout), document.Pages,
        document.Errors, document.Warnings, document.Amounts, document.Unchecked, document.PublishedOn?.ToString("O", CultureInfo.InvariantCulture), document.Supersedes is { } old ? Short(old) : null, document.IsOrderUnsure, document.StoredAt,
    });

    private IEnumerable<object?[]> Findings() =>
        from document in Documents(_latest)
        from found in Try(document.Sha256, store.FindingsOf) ?? []
        where found.Finding.Severity >= least
        select Row(document, found);

    private object?[] Row(StoredDocument document, StoredFinding found)
    {
        Finding finding = found.Finding;
        Suspect? suspect = finding.Suspects.IsEmpty ? null : finding.Suspects[0];
        return
        [
            document.Department, document.Level, document.FiscalYear, StoredNames.Of(found), finding.Severity, finding.Rule, finding.Message,
            finding.ExtractionInDoubt, finding.Expected, finding.Actual, finding.Difference,
            suspect is null ? null : Place(suspect.Cell.Id), suspect?.Suggested, finding.Cells.IsEmpty ? null : finding.Cells[0].Page,
            found.Verdict?.Status ?? VerdictStatus.Open, found.Verdict?.Note, found.Verdict?.Who, found.Verdict?.At,
        ];
    }

    private IEnumerable<object?[]> Facts() =>
        from document in Documents(_latest)
        // Amounts whose contents cannot be read any more are vouched for by nothing; the findings, which come first, have told.
        where !_damaged.ContainsKey(document.Sha256)
        from fact in Try(document.Sha256, store.FactsOf) ?? []
        select (object?[])
        [
            document.Department, document.Level, document.FiscalYear, Short(document.Sha256), StatementOf(fact.Statement), Side(fact.Side), fact.Code, fact.Name, fact.Project, ColumnOf(fact.Column),
            fact.Amount, fact.Unit, fact.Page,
        ];

    private IEnumerable<object?[]> Years() =>
        from pair in Pairs()
        where pair.Before.Kind == pair.Now.Kind
        let before = Try(pair.Before.Sha256, store.Load)
        let now = Try(pair.Now.Sha256, store.Load)
        where before is not null && now is not null
        from change in YearChanges.Between(before, now)
        select (object?[])[pair.Now.Department, pair.Now.Level, pair.Now.Kind, pair.Now.FiscalYear, .. Cells(change)];

    private IEnumerable<object?[]> YearFindings()
    {
        var options = new ReconciliationOptions { Language = words.Language };
        foreach ((StoredDocument before, StoredDocument now) in Pairs())
        {
            if (Try(before.Sha256, store.Load) is not { } last || Try(now.Sha256, store.Load) is not { } document)
                continue;
            if (YearOnYearCheck.Mismatch(document, last) is not null)
                continue;
            foreach (Finding finding in YearOnYearCheck.Apply(document with { Findings = [] }, last, options).Findings)
                yield return
                [
                    now.Department, now.Level, now.FiscalYear, now.Kind, finding.Rule, finding.Message, finding.ExtractionInDoubt,
                    finding.Expected, finding.Actual, finding.Difference, finding.Cells.IsEmpty ? null : finding.Cells[0].Page, Short(now.Sha256), Short(before.Sha256),
                ];
        }
    }

    /// <summary>Where a unit's figure exceeds that of its department.</summary>
    private IEnumerable<object?[]> LevelFindings()
    {
        var options = new ReconciliationOptions { Language = words.Language };
        foreach ((StoredDocument whole, IEnumerable<StoredDocument> units) in UnitsOfDepartments())
        {
            if (Try(whole.Sha256, store.Load) is not { } department)
                continue;
            foreach (StoredDocument unit in units)
            {
                if (Try(unit.Sha256, store.Load) is not { } document || LevelCheck.Mismatch(document, department) is not null)
                    continue;
                foreach (Finding finding in LevelCheck.Find(document, department, options))
                    yield return
                    [
                        unit.Department, unit.FiscalYear, unit.Kind, finding.Severity, finding.Rule, finding.Message,
                        finding.Cells.IsEmpty ? null : finding.Cells[0].Page, Short(unit.Sha256), Short(whole.Sha256),
                    ];
            }
        }
    }

    /// <summary>Each department with those of its units that published for the same year: their names begin with its own.</summary>
    private IEnumerable<(StoredDocument Department, IEnumerable<StoredDocument> Units)> UnitsOfDepartments()
    {
        StoredDocument[] stored = [.. Documents(_latest).Where(document => document is { Department.Length: > 0, Level: not null })];
        ILookup<(string?, int?, DocumentKind?), StoredDocument> departments = stored.Where(document => document.Level == DocumentLevel.Department)
            .ToLookup(document => (document.Department, document.FiscalYear, document.Kind));
        return stored.Where(document => document.Level == DocumentLevel.Unit)
            .SelectMany(unit => Enumerable.Range(1, unit.Department!.Length).SelectMany(length => departments[(unit.Department[..length], unit.FiscalYear, unit.Kind)]), (unit, department) => (unit, department))
            .GroupBy(pair => pair.department, pair => pair.unit)
            .Select(units => (units.Key, units.AsEnumerable()));
    }

    /// <summary>
    /// Each document with those its body published for the year before, of either kind and of the same level. Documents come by body and year, so
    /// that two years of one body are all that is kept.
    /// </summary>
    private IEnumerable<(StoredDocument Before, StoredDocument Now)> Pairs()
    {
        var body = new List<StoredDocument>();
        foreach (StoredDocument document in Documents(_latest with { FirstYear = query.FirstYear - 1 }))
        {
            if (document is not { Department: { } department, FiscalYear: { } year, Kind: not null })
                continue;
            body.RemoveAll(other => other.Department != department || other.FiscalYear < year - 1);
            foreach (StoredDocument before in body.Where(other => other.FiscalYear == year - 1 && (other.Level == document.Level || other.Level is null || document.Level is null)))
                yield return (before, document);
            body.Add(document);
        }
    }

    private object?[] Cells(YearChange change) =>
    [
        StatementOf(change.Statement), change.Side, change.Code, change.Name, change.Project, ColumnOf(change.Column), change.Unit?.Printed(),
        change.Before, change.Now, change.Difference, change.Percent, Remark(change),
    ];

    private string? Remark(YearChange change) => change switch
    {
        { OldCode: { } code } => words.Say($"上年编码 {code}", $"code was {code}"),
        { OldName: { } name } => words.Say($"上年名称 {name}", $"name was {name}"),
        { Before: null } => words.Say("上年没有", "not in the year before"),
        { Now: null } => words.Say("本年没有", "not in this year"),
        _ => null,
    };

    /// <summary>Each publication with the one before it; those of which nobody knows which is the earlier one, in the order of their hashes.</summary>
    private IEnumerable<object?[]> Republished() =>
        from pair in Replacements().Concat(Rivals())
        let before = Try(pair.Old, store.Load)
        let after = Try(pair.New.Sha256, store.Load)
        where before is not null && after is not null
        from change in DocumentChanges.Between(before, after).Facts
        select (object?[])
        [
            pair.New.Department, pair.New.Level, pair.New.FiscalYear, pair.New.Kind, Short(pair.Old), Short(pair.New.Sha256), Place(change.Cell), change.Before, change.After,
            pair.New.Supersedes != pair.Old,
        ];

    private IEnumerable<(string Old, StoredDocument New)> Replacements() =>
        from document in Documents(query) where document.Supersedes is not null select (document.Supersedes!, document);

    private IEnumerable<(string Old, StoredDocument New)> Rivals() =>
        from series in Documents(_latest).Where(document => document.IsOrderUnsure).GroupBy(document => (document.Department, document.FiscalYear, document.Kind))
        let one = series.OrderBy(document => document.Sha256, StringComparer.Ordinal).ToArray()
        from pair in one.Zip(one.Skip(1))
        select (pair.First.Sha256, pair.Second);

    private IEnumerable<StoredDocument> Documents(DocumentQuery wanted) => store.Documents(wanted, Skip);

    private T? Try<T>(string sha256, Func<string, T?> question)
        where T : class => store.TryRead(sha256, Skip, question);

    private void Skip(DamagedDocument document) => _damaged.TryAdd(document.Sha256, document);

    private static object?[] Masked(object?[] row) => [.. row.Select(value => value switch
    {
        string text => PersonalNumbers.Mask(text),
        Named named => new Named(PersonalNumbers.Mask(named.Key), PersonalNumbers.Mask(named.Words)),
        _ => value,
    })];

    private static object? Side(string? name) => Enum.TryParse(name, out RowSide side) ? side : null;

    /// <summary>"T01 expenditure 201 一般公共服务支出 · total" for programs, "T01 收支总表 支出 201 一般公共服务支出 · 合计" for people.</summary>
    private Named Place(CellId cell) => new(
        Joined(cell, cell.Statement, SurveyText.ForPrograms(cell.Side), cell.Column),
        Joined(cell, StatementWords.Statement(cell.Statement, words.Language), words.Of(cell.Side), cell.Column is null ? null : StatementWords.Column(cell.Column, words.Language)));

    private static string Joined(CellId cell, string statement, string? side, string? column) => string.Join(' ', new[]
    {
        statement, side, cell.Code, cell.Name, cell.Project == cell.Name ? null : cell.Project, column is null ? null : "· " + column, cell.Occurrence > 0 ? $"#{cell.Occurrence + 1}" : null,
    }.Where(part => !string.IsNullOrEmpty(part)));

    private Named StatementOf(string id) => new(id, StatementWords.Statement(id, words.Language));

    private Named ColumnOf(string key) => new(key, StatementWords.Column(key, words.Language));

    private Named? LayoutOf(string? id) => id is null ? null : new(id, words.Language == Language.Chinese ? LayoutCatalog.Embedded.Find(id)?.Name ?? id : id);

    private static string Short(string sha256) => sha256[..8];
}
