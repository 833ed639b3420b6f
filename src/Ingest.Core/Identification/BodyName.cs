using System.Text.RegularExpressions;

namespace Ingest.Core.Identification;

/// <summary>Names of departments and units.</summary>
internal static partial class BodyName
{
    /// <summary>Ends like the name of a body and is not the name of a place.</summary>
    public static bool IsPlausible(string name) => name.Length is >= 3 and <= 50 && Ending().IsMatch(name) && !NotAName().IsMatch(name);

    /// <summary>True when both name one body: the suffix 本级 and one name within the other are no difference.</summary>
    public static bool Same(string left, string right)
    {
        string a = Own().Replace(left, "");
        string b = Own().Replace(right, "");
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:局|委员会|委|部|院|厅|办公室|办事处|办|室|处|所|站|校|园|会|社|中心|馆|台|团|队|政府|公司|大学|学院|街道|镇|乡|组|署|行|库|宫|场|支队|大队|总队|联合会|（本级）|\(本级\)|本级)$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"[，。：；、？！]|目录|^第.部分|预算|决算|情况|说明")]
    private static partial Regex NotAName();

    [GeneratedRegex(@"[（(]?本级[)）]?$")]
    private static partial Regex Own();
}
