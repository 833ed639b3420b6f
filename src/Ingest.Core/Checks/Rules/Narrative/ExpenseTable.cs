using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Cells of T10, which prints its expenses as rows or as columns, and of what goes with it.</summary>
internal static class ExpenseTable
{
    /// <param name="index">The document.</param>
    /// <param name="column">Key where the expenses are columns.</param>
    /// <param name="row">The row where they are rows.</param>
    public static Located Locate(FigureIndex index, string column, Predicate<IndexedRow> row)
    {
        if (index.Find("T10") is not { } table)
            return new(null, new("T10 未见此表", "statement T10"));
        if (table.IsEmpty)
            return new(null);
        if (Forms.ExpensesAreColumns(index))
            return table.Rows[0][column] is { } cell ? new(cell) : new(null, new($"T10 {column} 列", $"column {column} of T10"));
        return table.Rows.FirstOrDefault(found => row(found)) is { } line && line["total"] is { } figure
            ? new(figure)
            : new(null, new("T10 相应行", "a row of T10"));
    }

    /// <summary>The “三公” expenses together: 小计 where 合计 holds meetings and training too.</summary>
    public static Located Total(FigureIndex index) => index.Find("T10") is { IsEmpty: false } table && table.HasColumn("subtotal")
        ? Locate(index, "subtotal", _ => false)
        : Locate(index, "total", row => row.IsTotal);

    /// <summary>机关运行经费 where T10 has it, else 公用经费 of T06.</summary>
    public static Located AgencyOperating(FigureIndex index) =>
        HasAgencyColumn(index)
            ? Locate(index, "agencyOperating", _ => false)
            : Binding.Printed(index, Operand.Total("T06", "operating"));

    /// <summary>公用经费 of T06 is that of institutions too, whose money is no 机关运行经费.</summary>
    public static bool MayCoverOthers(FigureIndex index) =>
        !HasAgencyColumn(index) && (index.Find("T05")?.Rows.Any(row => row.BareName is "事业运行" or "事业机构") ?? true);

    private static bool HasAgencyColumn(FigureIndex index) => index.Find("T10") is { IsEmpty: false } table && table.HasColumn("agencyOperating");
}
