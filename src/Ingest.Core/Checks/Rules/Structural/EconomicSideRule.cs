using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>T06-side: 301 and 303 are 人员经费 only; 302, 307, 310 and 399 are 公用经费 only.</summary>
public sealed class EconomicSideRule : ObservingRule
{
    private static readonly string[] _personnel = ["301", "303"];

    private static readonly string[] _operating = ["302", "307", "310", "399"];

    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        if (index.Find("T06") is not { } table)
            return [];
        return table.Coded().Where(row => !row.IsAbsent && row.Code!.Length >= 3).SelectMany(Look);
    }

    private IEnumerable<Check> Look(IndexedRow row)
    {
        string type = row.Code![..3];
        if (_personnel.Contains(type) && row["operating"] is { } operating)
            yield return operating.Value == 0 ? Holds() : Misplaced(row, operating, "人员经费", "personnel");
        if (_operating.Contains(type) && row["personnel"] is { } personnel)
            yield return personnel.Value == 0 ? Holds() : Misplaced(row, personnel, "公用经费", "operating");
    }

    private Observation Misplaced(IndexedRow row, Figure figure, string chinese, string english) => new(this, holds: false, Wording.Of(row) + new Phrase(
        $"只应列入{chinese}，却在另一栏印有 {figure.Value}", $" belongs to {english} only, yet {figure.Value} stands in the other column"))
    {
        Row = row,
        Cells = [figure.Reference],
        Suspect = figure.Reference,
    };
}
