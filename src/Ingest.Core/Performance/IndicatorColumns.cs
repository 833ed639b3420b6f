using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>Which columns of a grid hold which part of an indicator, read from its header row.</summary>
internal sealed partial class IndicatorColumns
{
    private readonly List<(IndicatorPart Part, string Header, int From, int To)> _columns = [];

    public IReadOnlyList<(IndicatorPart Part, string Header, int From, int To)> All => _columns;

    /// <summary>The header row's columns, or null when the cells are no such row.</summary>
    public static IndicatorColumns? Of(IEnumerable<GridCell> row)
    {
        IndicatorColumns found = new();
        foreach (GridCell cell in row.OrderBy(cell => cell.Column))
        {
            string header = PrintedText.Label(cell.Text);
            if (header.Length > 0)
                found._columns.Add((PartOf(header), header, cell.Column, cell.Column + cell.ColumnSpan));
        }
        bool named = found._columns.Exists(column => column.Part == IndicatorPart.Name);
        bool valued = found._columns.Exists(column => column.Part == IndicatorPart.Target);
        return named && valued ? found : null;
    }

    /// <summary>True for the header above the names of the indicators, which every such row has.</summary>
    public static bool IsName(GridCell cell) => IsNameHeader(PrintedText.Label(cell.Text));

    public static bool IsNameHeader(string header) => PartOf(header) == IndicatorPart.Name;

    public static bool IsWeight(string header) => PartOf(header) == IndicatorPart.Weight;

    public static bool IsTarget(string header) => PartOf(header) == IndicatorPart.Target;

    private static IndicatorPart PartOf(string header) => header switch
    {
        _ when Level1().IsMatch(header) => IndicatorPart.Level1,
        _ when Level2().IsMatch(header) => IndicatorPart.Level2,
        _ when Name().IsMatch(header) => IndicatorPart.Name,
        _ when Weight().IsMatch(header) => IndicatorPart.Weight,
        _ when Basis().IsMatch(header) => IndicatorPart.Basis,
        _ when Target().IsMatch(header) => IndicatorPart.Target,
        _ => IndicatorPart.Other,
    };

    [GeneratedRegex("^一级指标")]
    private static partial Regex Level1();

    [GeneratedRegex("^二级指标")]
    private static partial Regex Level2();

    [GeneratedRegex("^(?:三级指标|指标名称)|^四级指标")]
    private static partial Regex Name();

    [GeneratedRegex("^(?:年度|项目|计划|预期|绩效)?(?:指标)?(?:/项目)?(?:目标|指标)值|^指标值|^(?:年度|项目)(?:\\(/项目\\))?指标值|^年度/项目指标值|^目标值")]
    private static partial Regex Target();

    [GeneratedRegex("权重|^分值$|^指标分值")]
    private static partial Regex Weight();

    [GeneratedRegex("依据")]
    private static partial Regex Basis();
}
