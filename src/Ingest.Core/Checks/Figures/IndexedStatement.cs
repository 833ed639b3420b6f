using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>A statement as the rules see it: rows with figures, totals and parts, and look-ups by code and name.</summary>
public sealed class IndexedStatement
{
    private readonly List<IndexedRow> _rows = [];
    private ILookup<string, IndexedRow>? _byCode;
    private ILookup<string, IndexedRow>? _byName;
    private IReadOnlyList<UnitSection>? _units;

    internal IndexedStatement(Statement source)
    {
        Source = source;
        // Where a table does not state its unit, 元 is no better a guess than another; within the table it cancels out.
        Unit = (source.Unit ?? AmountUnit.Yuan).InYuan();
    }

    public Statement Source { get; }

    public string Id => Source.Id;

    /// <summary>Yuan per printed unit.</summary>
    public decimal Unit { get; }

    /// <summary>Printed rows in print order, then the rows that are missing.</summary>
    public IReadOnlyList<IndexedRow> Rows => _rows;

    public bool IsEmpty => Source.Empty;

    /// <summary>
    /// What a row is, or whether all were read, is unsure: that a row is not found here, or that the rows do not add up,
    /// may be a mistake of the reading.
    /// </summary>
    public bool AreRowsInDoubt => Source.Doubts.Any(doubt => doubt.Column is null);

    /// <summary>No row was read, no note says that there is none, and text at the table could not be placed: it is not known to be empty.</summary>
    public bool IsUnread => IsEmpty && Source.EmptyNote is null && Source.Doubts.Any(doubt => doubt.Row is null && doubt.Column is null);

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

    internal void Add(IndexedRow row) => Insert(_rows.Count, row);

    internal void Insert(int at, IndexedRow row)
    {
        _rows.Insert(at, row);
        _byCode = null;
        _byName = null;
    }

    /// <summary>收入总计 rather than 本年收入合计 or 小计.</summary>
    private static bool IsGrand(IndexedRow row) =>
        !row.BareName.StartsWith("本年", StringComparison.Ordinal) && !row.BareName.EndsWith("小计", StringComparison.Ordinal);
}
