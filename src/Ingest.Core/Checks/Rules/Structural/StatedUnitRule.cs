using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-04: every table states its unit, and prints amounts with two decimals or, in 元, with none.</summary>
public sealed class StatedUnitRule : ObservingRule
{
    private const int MostDecimals = 2;

    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        foreach (IndexedStatement table in index.Statements.Where(table => !table.IsEmpty))
        {
            yield return table.Source.Unit is null ? NoUnit(table) : Holds();
            yield return table.Rows.SelectMany(row => row.Figures).FirstOrDefault(IsOdd) is { } figure ? Odd(figure) : Holds();
        }
    }

    private static bool IsOdd(Figure figure) => figure.IsPrinted && figure.Value != 0 && figure.Value.Scale > MostDecimals;

    private Observation NoUnit(IndexedStatement table) => new(this, holds: false, Wording.Of(table) + new Phrase("没有写明金额单位，不与其他表比较", " does not state its unit and is not compared with other tables"))
    {
        Cells = [new CellReference { Statement = table.Id, Name = table.Source.Title, Page = table.Source.Pages.IsEmpty ? null : table.Source.Pages[0] }],
    };

    private Observation Odd(Figure figure) => new(this, holds: false,
        Wording.Of(figure) + new Phrase($" 印有 {figure.Value.Scale} 位小数", $" is printed with {figure.Value.Scale} decimals"))
    {
        Cells = [figure.Reference],
    };
}
