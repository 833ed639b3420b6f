using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Core.Performance;

/// <summary>
/// Reads indicator rows. 一级 and 二级 indicators are printed once for the rows they cover and carried
/// down; a row broken over two pages is put together again.
/// </summary>
internal sealed class IndicatorBlock
{
    private readonly List<PerformanceIndicator> _indicators = [];
    private string _level1 = "";
    private string _level2 = "";

    public ImmutableArray<PerformanceIndicator> Indicators => [.. _indicators];

    /// <param name="afterBreak">True for the first row of a further page.</param>
    public void Read(GridRows rows, int row, IndicatorColumns columns, bool afterBreak)
    {
        Dictionary<IndicatorPart, string> texts = [];
        List<PerformanceField> others = [];
        Box? box = null;
        foreach ((IndicatorPart part, string header, int from, int to) in columns.All)
        {
            GridCell? cell = Under(rows[row], from, to);
            if (cell is null)
                continue;
            bool repeated = cell.Row != row && part is not (IndicatorPart.Level1 or IndicatorPart.Level2);
            string text = repeated ? "" : GridRows.Text(cell);
            if (text.Length > 0)
                box = box is { } so ? so.Union(rows.Place(cell)) : rows.Place(cell);
            if (part == IndicatorPart.Other && text.Length > 0)
                others.Add(new PerformanceField(header, text, rows.Page.Page.Number, rows.Place(cell)));
            else
                texts[part] = texts.GetValueOrDefault(part, "") + text;
        }
        string name = texts.GetValueOrDefault(IndicatorPart.Name, "");
        string target = texts.GetValueOrDefault(IndicatorPart.Target, "");
        if (afterBreak && _indicators.Count > 0 && target.Length == 0 && texts.GetValueOrDefault(IndicatorPart.Weight, "").Length == 0)
        {
            Continue(texts);
            return;
        }
        Carry(texts);
        if (name.Length == 0 && target.Length == 0)
            return;
        _indicators.Add(Indicator(texts, name, target) with
        {
            Others = [.. others],
            Page = rows.Page.Page.Number,
            Box = box ?? rows.Page.ToPage(rows.Grid.Box),
        });
    }

    private void Carry(Dictionary<IndicatorPart, string> texts)
    {
        string first = texts.GetValueOrDefault(IndicatorPart.Level1, "");
        string second = texts.GetValueOrDefault(IndicatorPart.Level2, "");
        if (first.Length > 0 && first != _level1)
            (_level1, _level2) = (first, "");
        if (second.Length > 0)
            _level2 = second;
    }

    private PerformanceIndicator Indicator(Dictionary<IndicatorPart, string> texts, string name, string target)
    {
        TargetValue value = TargetValue.Parse(target);
        string basis = texts.GetValueOrDefault(IndicatorPart.Basis, "");
        return new PerformanceIndicator
        {
            Level1 = _level1,
            Level2 = _level2,
            Name = name,
            Target = target,
            Operator = value.Operator,
            Value = value.Value,
            Unit = value.Unit,
            Weight = Weight(texts.GetValueOrDefault(IndicatorPart.Weight, "")),
            Basis = basis.Length == 0 ? null : basis,
            Page = 0,
            Box = default,
        };
    }

    /// <summary>The rest of a row whose first lines stand on the page before.</summary>
    private void Continue(Dictionary<IndicatorPart, string> texts)
    {
        PerformanceIndicator last = _indicators[^1];
        string basis = (last.Basis ?? "") + texts.GetValueOrDefault(IndicatorPart.Basis, "");
        _indicators[^1] = last with
        {
            Name = last.Name + texts.GetValueOrDefault(IndicatorPart.Name, ""),
            Basis = basis.Length == 0 ? null : basis,
        };
    }

    private static GridCell? Under(IReadOnlyList<GridCell> row, int from, int to)
    {
        foreach (GridCell cell in row)
            if (cell.Column < to && cell.Column + cell.ColumnSpan > from)
                return cell;
        return null;
    }

    private static decimal? Weight(string text) =>
        decimal.TryParse(text.TrimEnd('分', '%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal weight) ? weight : null;
}
