using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Checks.Figures;

/// <summary>A statement as the rules see it: rows with figures, totals and parts, and look-ups by code and name.</summary>
public sealed class IndexedStatement
{
    private const decimal Hundred = 100;

    /// <summary>Of fewer, whole hundreds may be chance.</summary>
    private const int LeastAmounts = 8;

    private readonly List<IndexedRow> _rows = [];
    private ILookup<string, IndexedRow>? _byCode;
    private ILookup<string, IndexedRow>? _byName;
    private IReadOnlyList<UnitSection>? _units;

    /// <param name="codes">Rows whose code is taken to be another than the printed one: then the reader's doubt about it is explained.</param>
    internal IndexedStatement(Statement source, IReadOnlyDictionary<StatementRow, string> codes)
    {
        Source = source;
        // Where a table does not state its unit, 元 is no better a guess than another; within the table it cancels out.
        Unit = (source.Unit ?? AmountUnit.Yuan).InYuan();
        UsualHalfUnit = FindUsualHalfUnit(source);
        Grain = FindGrain(source);
        Doubts = codes.Count == 0 ? source.Doubts
            : [.. source.Doubts.Where(doubt => doubt.Code != ExtractionDoubt.CodeShape || doubt.Row is not { } row || !codes.ContainsKey(source.Rows[row]))];
    }

    public Statement Source { get; }

    public string Id => Source.Id;

    /// <summary>Yuan per printed unit.</summary>
    public decimal Unit { get; }

    /// <summary>Printed rows in print order, then the rows that are missing.</summary>
    public IReadOnlyList<IndexedRow> Rows => _rows;

    /// <summary>What the reader is unsure of, less what the checks have found to be the document's own mistake.</summary>
    public ImmutableArray<ExtractionDoubt> Doubts { get; }

    /// <summary>
    /// Half the last digit that most of its amounts are printed with. A bare 0 among amounts of two decimals is an empty
    /// place filled in: it stands for nothing, not for anything below a half.
    /// </summary>
    public decimal UsualHalfUnit { get; }

    /// <summary>
    /// The unit that the amounts were rounded to before they were printed: 100 where a table in 元 prints nothing but whole
    /// hundreds, as it does when it is converted from 万元 with two decimals; else 0.
    /// </summary>
    public decimal Grain { get; }

    /// <summary>Another table of the document was read as the same statement; which of them is meant is not known.</summary>
    public bool IsRival { get; internal set; }

    /// <summary>It states 十万元 or 百万元, which the forms do not use, and no other table of the document does.</summary>
    public bool IsAloneInItsUnit { get; internal set; }

    /// <summary>Why the identity, the unit or the extent of the table is unsure though no cell of it is; null where they are not.</summary>
    public Phrase? Suspicion =>
        Source.Title.Length == 0 ? new("没有读出表题，是哪一张表由表头推定", "no title was read; which table it is was inferred from its header")
        : IsRival ? new("另有一张表也读作此表，所指哪一张不能确定", "another table was read as the same statement; which is meant is unsure")
        : IsAloneInItsUnit ? new($"金额单位读作{Source.Unit!.Value.Printed()}，其他各表都不是", $"its unit was read as {Source.Unit!.Value.Printed()}, which no other table has")
        : HasGap ? new("该表中间有页面未读为该表", "a page within it was not read as part of it")
        : null;

    private bool HasGap => Source.Pages.Length > 1 && Source.Pages[^1] - Source.Pages[0] >= Source.Pages.Length;

    public bool IsEmpty => Source.Empty;

    /// <summary>
    /// What a row is, or whether all were read, is unsure: that a row is not found here, or that the rows do not add up,
    /// may be a mistake of the reading.
    /// </summary>
    public bool AreRowsInDoubt => Doubts.Any(doubt => doubt.Column is null);

    /// <summary>What of the table was not read is unsure: a column may be missing as well as a row.</summary>
    public bool IsWholeInDoubt => Doubts.Any(doubt => doubt.Row is null && doubt.Column is null);

    /// <summary>No row was read, no note says that there is none, and text at the table could not be placed: it is not known to be empty.</summary>
    public bool IsUnread => IsEmpty && Source.EmptyNote is null && IsWholeInDoubt;

    /// <summary>Accounts are listed for each unit, so that a code stands in several rows of which none is the code's as a whole.</summary>
    public bool IsByUnit => Units.Count > 0;

    /// <summary>Empty where <see cref="IsByUnit"/> is false.</summary>
    internal IReadOnlyList<UnitSection> Units => _units ??= UnitSections.Of(this);

    /// <summary>The total row of the table or of one side, or null.</summary>
    public IndexedRow? Total(RowSide? side = null)
    {
        IndexedRow? last = null;
        foreach (IndexedRow row in _rows)
            if (row.IsTotal && (side is null || row.Side == side))
                last = IsGrand(row) || last is null ? row : last;
        return last;
    }

    /// <summary>表7 lists projects: a code stands in many of its rows, and every project is printed.</summary>
    public bool ListsProjects => Id == "T07";

    /// <summary>Listed by functional accounts (2…), as against economic items (3…) or no codes.</summary>
    public bool IsFunctional => _rows.Exists(row => !row.IsAbsent && row.Code is ['2', ..]);

    /// <summary>
    /// Whether a row of the code could be expected: the table is empty, or prints rows of that length of code. A table by
    /// classes does not miss the items of another.
    /// </summary>
    public bool PrintsLevelOf(string code) => IsEmpty || ListsProjects || _rows.Exists(row => !row.IsAbsent && row.Code?.Length == code.Length);

    /// <summary>Rows with a classification code, on any side or on one.</summary>
    public IEnumerable<IndexedRow> Coded(RowSide? side = null) =>
        _rows.Where(row => row.Code is not null && (side is null || row.Side == side));

    /// <summary>The first row with the code, or null.</summary>
    public IndexedRow? ByCode(string code) => AllByCode(code).FirstOrDefault();

    /// <summary>The rows with the code, in print order: one for every project and unit in T07.</summary>
    public IEnumerable<IndexedRow> AllByCode(string code) =>
        (_byCode ??= _rows.Where(row => row.Code is not null).ToLookup(row => row.Code!))[code];

    /// <summary>The rows with the bare name, in print order.</summary>
    public IEnumerable<IndexedRow> AllByName(string bareName) => (_byName ??= _rows.ToLookup(row => row.BareName))[bareName];

    /// <summary>The first row of the side whose bare name is one of the given, or null.</summary>
    public IndexedRow? ByName(RowSide? side, params ReadOnlySpan<string> bareNames)
    {
        foreach (string name in bareNames)
            foreach (IndexedRow row in AllByName(name))
                if (side is null || row.Side == side)
                    return row;
        return null;
    }

    public bool HasColumn(string key) => Source.Columns.Any(column => column.Key == key);

    /// <summary>Keys of the amount columns that a row of the side has.</summary>
    public IEnumerable<string> Columns(RowSide? side) =>
        Source.Columns.Where(column => column.Side is null || column.Side == side).Select(column => column.Key);

    /// <summary>Leaf header of a column as printed, or the key.</summary>
    public string Header(string key) =>
        Source.Columns.FirstOrDefault(column => column.Key == key)?.Header.LastOrDefault() ?? key;

    /// <summary>Yuan per printed unit of a column; 1 for a rate.</summary>
    internal decimal UnitOf(string key) => IsRatio(key) ? 1 : Unit;

    internal string? CountedIn(string key) => IsRatio(key) ? "%" : null;

    /// <summary>A column of shares or rates, which are no money and do not add up.</summary>
    private bool IsRatio(string key) => key == "changePercent"
        || (Header(key) is var header && (header.Contains('%', StringComparison.Ordinal) || header.Contains('％', StringComparison.Ordinal)
            || header.Contains('率', StringComparison.Ordinal) || header.Contains("比例", StringComparison.Ordinal) || header.Contains("幅度", StringComparison.Ordinal)));

    internal void Add(IndexedRow row) => Insert(_rows.Count, row);

    internal void Insert(int at, IndexedRow row)
    {
        _rows.Insert(at, row);
        _byCode = null;
        _byName = null;
    }

    private static decimal FindGrain(Statement source)
    {
        if (source.Unit != AmountUnit.Yuan)
            return 0;
        decimal[] amounts = [.. source.Rows.SelectMany(row => row.Cells).Select(cell => cell.Value).OfType<decimal>().Where(amount => amount != 0)];
        return amounts.Length >= LeastAmounts && Array.TrueForAll(amounts, amount => amount % Hundred == 0) ? Hundred : 0;
    }

    private static decimal FindUsualHalfUnit(Statement source)
    {
        Span<int> decimals = stackalloc int[29];
        foreach (StatementRow row in source.Rows)
            foreach (AmountCell cell in row.Cells)
                if (cell.Value is { } value and not 0)
                    decimals[value.Scale]++;
        int usual = 0;
        for (int scale = 1; scale < decimals.Length; scale++)
            usual = decimals[scale] > decimals[usual] ? scale : usual;
        return AmountInterval.HalfUnit(new decimal(1, 0, 0, false, (byte)usual));
    }

    /// <summary>收入总计 rather than 本年收入合计 or 小计.</summary>
    private static bool IsGrand(IndexedRow row) =>
        !row.BareName.StartsWith("本年", StringComparison.Ordinal) && !row.BareName.StartsWith("当年", StringComparison.Ordinal) && !row.BareName.EndsWith("小计", StringComparison.Ordinal);
}
