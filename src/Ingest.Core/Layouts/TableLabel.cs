namespace Ingest.Core.Layouts;

/// <summary>How tables are numbered, as parts of patterns: 表1, 附表1, 部门公开表1, 部门预算草案套表1 and 公开01表, 预算01-1表, 01表.</summary>
internal static class TableLabel
{
    /// <summary>What may stand before 表 where the number follows it.</summary>
    public const string Number = "(?:附|(?:部门|单位)?(?:预算|决算)?(?:草案)?(?:公开|套|批复))?";

    /// <summary>A Chinese number up to 九十九. 表二一般公共预算… is table 二: 一般 is no number.</summary>
    public const string Numeral = "(?:[一二三四五六七八九]?十(?:[一二三四五六七八九](?!般))?|[一二三四五六七八九](?!般))";

    /// <summary>The number stands before 表. Without a word in front only two digits are a label.</summary>
    public const string NumberFirst = @"(?:部门|单位)?(?:(?:预算|决算)(?:公开)?|公开)\d{1,2}(?:[-－—]\d{1,2})?表|\d{2}(?:[-－—]\d{1,2})?表";
}
