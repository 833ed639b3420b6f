using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>
/// The grammar of a target: an operator, a number and a unit ("≥5项", "&lt;=34万元", "不低于90%"), or words.
/// </summary>
internal readonly partial record struct TargetValue(string? Operator, decimal? Value, string? Unit)
{
    /// <summary>Words give three nulls.</summary>
    public static TargetValue Parse(string text)
    {
        Match match = Form().Match(PrintedText.Clause(string.Concat(text.Where(c => !char.IsWhiteSpace(c)))));
        if (!match.Success)
            return default;
        if (!decimal.TryParse(match.Groups["value"].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value))
            return default;
        string unit = match.Groups["unit"].Value;
        string after = match.Groups["after"].Value;
        return new TargetValue(Sign(match.Groups["operator"].Value + after), value, unit.Length == 0 ? null : unit);
    }

    private static string? Sign(string printed) => printed switch
    {
        "" => null,
        "≥" or ">=" or "＞=" or "≧" or "大于等于" or "不低于" or "不少于" or "不小于" or "达到" or "及以上" or "以上" or "至少" => "≥",
        "≤" or "<=" or "≦" or "小于等于" or "不超过" or "不高于" or "不大于" or "不多于" or "及以下" or "以下" or "以内" or "控制在" => "≤",
        "=" or "==" or "等于" => "=",
        ">" or "大于" or "高于" or "超过" or "多于" => ">",
        "<" or "小于" or "低于" or "少于" => "<",
        _ => null,
    };

    [GeneratedRegex(@"^(?<operator>≥|>=|≧|≤|<=|≦|==|=|>|<|大于等于|小于等于|不低于|不少于|不小于|不超过|不高于|不大于|不多于|达到|至少|等于|大于|高于|超过|多于|小于|低于|少于|控制在)?(?<value>-?\d[\d,]*(?:\.\d+)?)(?<unit>[^\d≥≤<>=，。；]{0,12}?)(?<after>及以上|及以下|以上|以下|以内)?$")]
    private static partial Regex Form();
}
