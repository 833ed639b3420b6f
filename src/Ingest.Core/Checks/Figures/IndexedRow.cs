using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Checks.Figures;

/// <summary>A row of a statement with its figures and its place in the tree of totals and parts.</summary>
public sealed class IndexedRow
{
    private readonly List<IndexedRow> _parts = [];
    private readonly List<IndexedRow> _otherParts = [];
    private readonly Dictionary<string, Figure> _figures = [];

    /// <param name="code">The code it is looked up by: the printed one, or the right one where that is known to be a misprint.</param>
    internal IndexedRow(IndexedStatement statement, int index, StatementRow source, string? code)
    {
        Statement = statement;
        Index = index;
        Source = source;
        Code = code;
        BareName = Names.Bare(source.Name);
        IsTotal = Code is null && string.IsNullOrEmpty(Project) && RowLabel.IsTotal(Name);
    }

    public IndexedStatement Statement { get; }

    /// <summary>Position in the statement's rows; −1 for a row that another table makes us expect but that is not printed.</summary>
    public int Index { get; }

    public StatementRow Source { get; }

    public bool IsAbsent => Index < 0;

    public RowSide? Side => Source.Side;

    public string? Code { get; }

    public string Name => Source.Name;

    public string? Project => Source.Project;

    /// <summary>The name without numbering, widths and marks.</summary>
    public string BareName { get; }

    /// <summary>True for the 总计 / 合计 row of a table or of one of its sides.</summary>
    public bool IsTotal { get; }

    /// <summary>The row that this one is a part of.</summary>
    public IndexedRow? Whole { get; private set; }

    /// <summary>The rows whose sum this row prints, in print order.</summary>
    public IReadOnlyList<IndexedRow> Parts => _parts;

    /// <summary>Rows that add up to this one in another way than its parts do: expenditure by purpose beside expenditure by function.</summary>
    public IReadOnlyList<IndexedRow> OtherParts => _otherParts;

    /// <summary>True when the parts are a selection ("其中：…" alone): they may not exceed the row, but need not fill it.</summary>
    public bool PartsAreSelection { get; internal set; }

    public IReadOnlyCollection<Figure> Figures => _figures.Values;

    /// <summary>Something in it could not be read with certainty.</summary>
    public bool IsInDoubt => _figures.Values.Any(figure => figure.InDoubt);

    public bool IsBlank => _figures.Values.All(figure => figure.State is FigureState.Blank or FigureState.Absent);

    /// <summary>The figure under a column key; null when the row's side of the table has no such column.</summary>
    public Figure? this[string column] => _figures.GetValueOrDefault(column);

    /// <summary>How a person names the row: code and name, or project.</summary>
    public string Label => string.IsNullOrEmpty(Project) ? $"{Code} {Name}".Trim() : $"{Code} {Project}".Trim();

    internal void Add(Figure figure) => _figures[figure.Reference.Column!] = figure;

    internal void AddPart(IndexedRow part)
    {
        _parts.Add(part);
        part.Whole = this;
    }

    internal void AddOtherPart(IndexedRow part)
    {
        _otherParts.Add(part);
        part.Whole = this;
    }

    public override string ToString() => $"{Statement.Id} {Label}";
}
