using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>
/// Forms with three blocks print expenditure twice, by function (一般公共服务支出 …) and by purpose (基本支出, 项目支出, 单位预留机动经费).
/// Both add up to the same total, and neither is a part of the other.
/// </summary>
internal static class ExpenditurePurposes
{
    private const string Basic = "基本支出";

    private const string Project = "项目支出";

    private static readonly string[] _names =
        [Basic, Project, "单位预留机动经费", "预留机动经费", "机动经费", "预备费", "人员经费", "人员支出", "公用经费", "公用支出", "日常公用经费", "日常公用支出"];

    /// <summary>预备费 is a function as well, and one where it stands in a list of functions.</summary>
    public static bool Is(IndexedRow row) => row.Code is null && Array.IndexOf(_names, row.BareName) >= 0
        && row.Source.List?.Contains("功能", StringComparison.Ordinal) != true;

    /// <summary>The purposes of a side that lists functions too, before its first total; none where it lists purposes alone.</summary>
    public static HashSet<IndexedRow> Beside(IReadOnlyList<IndexedRow> side)
    {
        IndexedRow[] listed = [.. side.Where(row => !row.IsTotal)];
        bool both = Array.Exists(listed, row => row.BareName == Basic) && Array.Exists(listed, row => row.BareName == Project)
            && listed.Count(row => row.Side == RowSide.Expenditure && !Is(row) && row.BareName.EndsWith("支出", StringComparison.Ordinal)) > 1;
        return both ? [.. side.TakeWhile(row => !row.IsTotal).Where(Is)] : [];
    }
}
