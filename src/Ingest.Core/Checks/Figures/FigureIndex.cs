using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>
/// All figures of one document, each once, in reading order. Rules ask it for rows and cells; it hands out
/// the same <see cref="Figure"/> for the same place, so relations that share a cell share the object.
/// </summary>
public sealed class FigureIndex
{
    /// <summary>
    /// In yuan, some three hundred times what the country spends in a year. A number beyond is no amount, and
    /// keeping it out keeps every sum and every supposition about it within the range of <see cref="decimal"/>.
    /// </summary>
    private const decimal LargestAmount = 10_000_000_000_000_000m;

    /// <summary>How far a 0 of a sentence may be from nothing: as far as one with cents.</summary>
    private static readonly decimal _exactZero = AmountInterval.HalfUnit(0.00m);

    private readonly List<Figure> _figures = [];
    private readonly List<IndexedStatement> _statements = [];
    private readonly Dictionary<object, Figure> _performed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, object> _derived = [];
    private readonly Dictionary<NarrativeFact, Figure> _narrated = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyDictionary<StatementRow, string> _codes;

    private FigureIndex(BudgetDocument document, IReadOnlyDictionary<StatementRow, string> codes) => (Document, _codes) = (document, codes);

    /// <summary>Rows that are one object, whatever they hold: two rows may be alike.</summary>
    public static IEqualityComparer<StatementRow> SameRow => ReferenceEqualityComparer.Instance;

    public BudgetDocument Document { get; }

    public IReadOnlyList<IndexedStatement> Statements => _statements;

    public IReadOnlyList<Figure> Figures => _figures;

    public bool IsFinalAccounts => Document.Identity.Kind == DocumentKind.FinalAccounts
        || _statements.Exists(statement => statement.Id.StartsWith('F'));

    public static FigureIndex Open(BudgetDocument document) => Open(document, ImmutableDictionary<StatementRow, string>.Empty);

    /// <param name="codes">Rows whose code is taken to be another than the printed one; see <see cref="SameRow"/>.</param>
    internal static FigureIndex Open(BudgetDocument document, IReadOnlyDictionary<StatementRow, string> codes)
    {
        var known = new Dictionary<StatementRow, string>(codes, SameRow);
        CodesLeftOut.Add(document, known);
        var index = new FigureIndex(document, known);
        foreach (Statement statement in document.Statements)
            index._statements.Add(index.Enter(statement));
        ExpectedRows.Add(index);
        ExpectedClasses.Add(index);
        FormLines.AddMissing(index);
        foreach (IndexedStatement statement in index._statements)
        {
            PartTree.Build(statement);
            statement.IsRival = index._statements.Exists(other => other != statement && other.Id == statement.Id && !other.IsUnread && !other.IsEmpty);
            statement.IsAloneInItsUnit = statement.Source.Unit is AmountUnit.HundredThousand or AmountUnit.Million
                && index._statements.Exists(other => other.Source.Unit is { } unit && unit != statement.Source.Unit)
                && !index._statements.Exists(other => other != statement && other.Source.Unit == statement.Source.Unit);
        }
        return index;
    }

    /// <summary>The statement with the id; the first when it is printed twice; null when it is not there or nothing of it could be read.</summary>
    public IndexedStatement? Find(string id)
    {
        // Rules ask for every code of every table: a lambda would be made each time.
        foreach (IndexedStatement statement in _statements)
            if (statement.Id == id && !statement.IsUnread)
                return statement;
        return null;
    }

    /// <summary>What several rules need and one makes of the figures: made at the first call, and kept with them.</summary>
    internal T Derived<T>(Func<FigureIndex, T> make)
        where T : class
    {
        if (_derived.TryGetValue(typeof(T), out object? known))
            return (T)known;
        T made = make(this);
        _derived[typeof(T)] = made;
        return made;
    }

    /// <summary>The figure of a sentence's number. Its unit is taken from the fact: money in yuan, else 1.</summary>
    public Figure Narrated(NarrativeSection section, NarrativeSentence sentence, NarrativeFact fact)
    {
        if (_narrated.TryGetValue(fact, out Figure? known))
            return known;
        var reference = new CellReference
        {
            Statement = CellId.Narrative, Name = section.Heading, Text = sentence.Text,
            Column = string.Join('/', fact.Subject), Occurrence = fact.Occurrence, Amount = fact.Value, Page = fact.Page, Box = fact.Box,
        };
        decimal unit = AmountUnits.FromPrinted(fact.Unit)?.InYuan() ?? 1m;
        FigureState state = fact.Value is { } value && IsAmount(value, unit) ? FigureState.Printed : FigureState.Unread;
        decimal half = state == FigureState.Printed ? AmountInterval.HalfUnit(fact.Value!.Value) : 0;
        return _narrated[fact] = Keep(new Figure(_figures.Count, state, reference, unit)
        {
            IsCounted = fact.Kind == FactKind.Count,
            InDoubt = fact.InDoubt,
            States = fact.Kind,
            CountedIn = unit == 1m && fact.Unit is not "元" ? fact.Unit : null,
            // 0万元 is nothing, not something below half a 万元.
            HalfUnit = fact.Value == 0 && unit > 1 ? Math.Min(half, _exactZero) : half,
        });
    }

    /// <summary>The figure of an amount in a performance table.</summary>
    /// <param name="printed">The fund or indicator that prints it; the same object gives the same figure.</param>
    /// <param name="reference">Where it stands, with its amount.</param>
    /// <param name="unit">Yuan per printed unit.</param>
    internal Figure Performed(object printed, CellReference reference, decimal unit)
    {
        if (!_performed.TryGetValue(printed, out Figure? known))
            _performed[printed] = known = Keep(new Figure(_figures.Count, FigureState.Printed, reference, unit));
        return known;
    }

    /// <summary>Adds a row that is not printed; its cells are absent figures.</summary>
    /// <param name="at">Where it would stand among the rows; at the end when null.</param>
    internal IndexedRow Expect(IndexedStatement statement, RowSide? side, string? code, string name, int? at = null)
    {
        var source = new StatementRow
        {
            Side = side, Code = code, Name = name, Cells = [], Box = default,
            Page = statement.Source.Pages.IsEmpty ? 0 : statement.Source.Pages[0],
        };
        var row = new IndexedRow(statement, -1, source, code);
        HashSet<(int? Row, string? Column)> doubted = Doubted(statement);
        foreach (string column in statement.Columns(side))
            row.Add(Keep(new Figure(_figures.Count, FigureState.Absent, Reference(row, column, null), statement.UnitOf(column)) { Row = row, CountedIn = statement.CountedIn(column), InDoubt = statement.AreRowsInDoubt || IsDoubted(row.Index, column, doubted) }));
        statement.Insert(at ?? statement.Rows.Count, row);
        return row;
    }

    private IndexedStatement Enter(Statement source)
    {
        var statement = new IndexedStatement(source, _codes);
        HashSet<(int? Row, string? Column)> doubted = Doubted(statement);
        for (int i = 0; i < source.Rows.Length; i++)
        {
            var row = new IndexedRow(statement, i, source.Rows[i], _codes.TryGetValue(source.Rows[i], out string? code) ? code : source.Rows[i].Code);
            foreach (string column in statement.Columns(row.Side))
                row.Add(Keep(Enter(row, column, doubted)));
            statement.Add(row);
        }
        return statement;
    }

    private Figure Enter(IndexedRow row, string column, HashSet<(int? Row, string? Column)> doubted)
    {
        AmountCell? cell = row.Source.Cell(column);
        bool amount = cell?.Value is { } value && IsAmount(value, row.Statement.UnitOf(column));
        FigureState state = amount ? FigureState.Printed
            : cell is null || cell.IsBlank ? FigureState.Blank : FigureState.Unread;
        return new Figure(_figures.Count, state, Reference(row, column, amount ? cell : null), row.Statement.UnitOf(column))
        {
            Row = row,
            CountedIn = row.Statement.CountedIn(column),
            HalfUnit = !amount ? 0 : Math.Min(AmountInterval.HalfUnit(cell!.Value!.Value), cell.Value == 0 ? row.Statement.UsualHalfUnit : decimal.MaxValue),
            InDoubt = doubted.Count > 0 && IsDoubted(row.Index, column, doubted),
        };
    }

    private Figure Keep(Figure figure)
    {
        _figures.Add(figure);
        return figure;
    }

    private static bool IsAmount(decimal value, decimal unit) => Math.Abs(value) <= LargestAmount / unit;

    private static CellReference Reference(IndexedRow row, string column, AmountCell? cell) => new()
    {
        Statement = row.Statement.Id, Side = row.Side, Code = row.Source.Code, Name = row.Name, Project = row.Project,
        Column = column, Occurrence = row.Source.Occurrence, Amount = cell?.Value,
        Page = cell?.Page ?? row.Source.Page, Box = cell?.Box ?? (row.IsAbsent ? null : row.Source.Box),
    };

    private static HashSet<(int? Row, string? Column)> Doubted(IndexedStatement statement) => [.. statement.Doubts.Select(doubt => (doubt.Row, doubt.Column))];

    /// <summary>A doubt may be about the cell, its row, its column or the whole table.</summary>
    private static bool IsDoubted(int row, string column, HashSet<(int? Row, string? Column)> doubted) =>
        doubted.Contains((row, column)) || doubted.Contains((row, null)) || doubted.Contains((null, column)) || doubted.Contains((null, null));
}
