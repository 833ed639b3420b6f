using System.Collections.Immutable;

namespace Ingest.Core.Layouts;

/// <summary>How well each printed header reads as each column of a statement; computed once per table.</summary>
internal sealed class ColumnScores
{
    private readonly double[][][] scores;

    public ColumnScores(StatementLayout statement, ImmutableArray<HeaderColumn> headers) =>
        scores =
        [
            .. headers.Select(header => statement.Sides
                .Select(side => side.Columns.Select(column => column.Match(header.Folded.AsSpan())).ToArray())
                .ToArray()),
        ];

    public double this[int header, int side, int column] => scores[header][side][column];

    /// <summary>The best of all columns of all sides.</summary>
    public double Best(int header) => scores[header].Max(side => side.DefaultIfEmpty().Max());
}
