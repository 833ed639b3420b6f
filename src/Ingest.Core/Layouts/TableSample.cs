using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>The columns of a table with a look at what is printed below their headers.</summary>
internal sealed class TableSample
{
    private readonly GridView _view;
    private readonly TableHeader _header;

    /// <summary>Texts by the first grid column of the header: every statement of every layout asks for them.</summary>
    private readonly Dictionary<int, string[]> _below = [];

    public TableSample(GridView view, TableHeader header)
    {
        _view = view;
        _header = header;
    }

    public ImmutableArray<HeaderColumn> Columns => _header.Columns;

    /// <summary>Neither a header nor anything below it: a column drawn for its lines.</summary>
    public bool IsBare(HeaderColumn column) => column.Folded.IsEmpty && TextsBelow(column).Length == 0;

    /// <summary>Most of the column is classification codes or parts of them.</summary>
    public bool HoldsCodes(HeaderColumn column) => Mostly(column, IsCode);

    /// <summary>Role of a column whose header says nothing known; null for amounts and blanks.</summary>
    public ColumnRole? RoleByContent(HeaderColumn column)
    {
        if (column.Folded.Length > 0 && TextsBelow(column).Length == 0)
            return null;
        if (HoldsCodes(column))
            return ColumnRole.Code;
        return Mostly(column, IsWords) ? ColumnRole.Name : null;
    }

    /// <summary>First code in the columns of a block, or null.</summary>
    public string? FirstCode(int block, int[] blocks)
    {
        for (int i = 0; i < Columns.Length; i++)
            if (blocks[i] == block && HoldsCodes(Columns[i]))
                return Array.Find(TextsBelow(Columns[i]), IsCode);
        return null;
    }

    private bool Mostly(HeaderColumn column, Func<string, bool> fits)
    {
        string[] texts = TextsBelow(column);
        return texts.Length > 0 && texts.Count(fits) * 5 >= texts.Length * 4;
    }

    private string[] TextsBelow(HeaderColumn column)
    {
        if (!_below.TryGetValue(column.First, out string[]? texts))
            _below.Add(column.First, texts = [.. FindBelow(column)]);
        return texts;
    }

    private IEnumerable<string> FindBelow(HeaderColumn column)
    {
        for (int row = _header.DataRow; row < _view.Rows; row++)
            for (int at = column.First; at < column.First + column.Count; at++)
                if (_view.CellAt(row, at) is >= 0 and var index
                    && _view.Cell(index).Row == row
                    && _view.Cell(index).Column == at
                    && _view.Text(index).Length > 0
                    && !RowLabel.IsTotal(_view.Text(index)))
                    yield return _view.Text(index);
    }

    private static bool IsCode(string text) =>
        text.Length is >= 2 and <= 7 && text.All(static letter => char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber);

    private static bool IsWords(string text) => AmountParser.Parse(text).Failure == AmountFailure.Words;
}
