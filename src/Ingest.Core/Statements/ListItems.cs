using System.Text.RegularExpressions;

namespace Ingest.Core.Statements;

/// <summary>How the names of a list begin and end that prints numbers before them and no codes beside them.</summary>
internal static partial class ListItems
{
    public static bool IsNumbered(string name) => Numbered().IsMatch(name);

    /// <summary>支出, 收入, 资金, a bracket: a name that ends in none of these is seldom whole.</summary>
    public static bool EndsAsNamesDo(string name) => NameEnd().IsMatch(name);

    /// <summary>一般公共预算, 其中：…, 上级补助收入: what stands in such a list without a number of its own begins so.</summary>
    public static bool BeginsAsNamesDo(string name) => NameBegin().IsMatch(name);

    /// <summary>拨款收入, 支出: nothing but words that names end in.</summary>
    public static bool IsEnd(string name) => NameEndAlone().IsMatch(name);

    [GeneratedRegex("^(?:收入|支出|资金|经费|费用|拨款|补助|结余|结转|预算)+$")]
    private static partial Regex NameEndAlone();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|2\d\d)")]
    private static partial Regex Numbered();

    [GeneratedRegex("(?:支出|收入|资金|经费|费|拨款|结余|结转|补助|缴费|预算|总计|合计|小计|下年|[)）])$")]
    private static partial Regex NameEnd();

    [GeneratedRegex("^(?:其中|其他|一般公共|公共|政府性|基金|国有|财政|专户|教育|事业|经营|单位|附属|上级|中央|本年|当年|上年|年初|年终|年末|结转|使用|动用|用|非|纳入|收支|收回)")]
    private static partial Regex NameBegin();
}
