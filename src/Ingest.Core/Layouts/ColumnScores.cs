using System.Collections.Immutable;

namespace Ingest.Core.Layouts;

/// <summary>How well each printed header reads as each column of a statement; computed once per table.</summary>
internal sealed class ColumnScores
{
    /// <summary>By header; the columns of one side after those of the other.</summary>
    private readonly double[,] _scores;

    private readonly int[] _starts;

    public ColumnScores(StatementLayout statement, ImmutableArray<HeaderColumn> headers)
    {
        _starts = new int[statement.Sides.Length];
        int columns = 0;
        for (int side = 0; side < _starts.Length; side++)
            (_starts[side], columns) = (columns, columns + statement.Sides[side].Columns.Length);
        _scores = new double[headers.Length, columns];
        for (int header = 0; header < headers.Length; header++)
            for (int side = 0; side < _starts.Length; side++)
                for (int column = 0; column < statement.Sides[side].Columns.Length; column++)
                    _scores[header, _starts[side] + column] = statement.Sides[side].Columns[column].Match(headers[header].Folded.AsSpan());
    }

    public double this[int header, int side, int column] => _scores[header, _starts[side] + column];

    /// <summary>The best of all columns of all sides.</summary>
    public double Best(int header)
    {
        double best = 0;
        for (int column = 0; column < _scores.GetLength(1); column++)
            best = Math.Max(best, _scores[header, column]);
        return best;
    }
}
