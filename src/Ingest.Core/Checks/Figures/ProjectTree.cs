namespace Ingest.Core.Checks.Figures;

/// <summary>
/// T07: 总计 = Σ 单位, 单位 = Σ 类, … 款 = Σ 项目. The rows of a unit follow its row, so a code is looked up among
/// the rows of its own unit only. A table of one unit may leave the unit row out.
/// </summary>
internal static class ProjectTree
{
    public static void Build(IndexedStatement statement)
    {
        IndexedRow? total = statement.Total();
        IndexedRow? unit = null;
        var block = new List<IndexedRow>();
        // Which unit an absent row belongs to is not known, so it is a part of none.
        foreach (IndexedRow row in statement.Rows.Where(row => !row.IsAbsent))
        {
            if (row.Code is not null)
            {
                block.Add(row);
            }
            else if (!string.IsNullOrEmpty(row.Project))
            {
                // A project printed below the row of its code without repeating it.
                (block.LastOrDefault(above => string.IsNullOrEmpty(above.Project)) ?? unit ?? total)?.AddPart(row);
            }
            else
            {
                PartTree.AttachCodes(block, unit ?? total);
                block.Clear();
                unit = row.IsTotal ? null : row;
                if (unit is not null)
                    total?.AddPart(unit);
            }
        }
        PartTree.AttachCodes(block, unit ?? total);
    }
}
