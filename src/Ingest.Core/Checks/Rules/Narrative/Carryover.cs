using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// 本年收入 is all income in some forms and leaves out what is carried over in others: where nothing is carried over, both
/// are the total.
/// </summary>
internal static class Carryover
{
    /// <summary>The total, where T01 shows nothing carried over on its side; else it is not known which is meant.</summary>
    public static Located IsNone(FigureIndex index, RowSide side, Operand total) =>
        index.Find("T01")?.Rows.Any(row => row.Side == side && row.BareName.Contains("结转", StringComparison.Ordinal) && row["total"] is { IsPrinted: true, Value: not 0 }) == true
            ? new(null, new("本年数是否含结转", "whether what is carried over is meant"))
            : total.Locate(index);
}
