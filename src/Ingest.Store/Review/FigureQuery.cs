using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Store.Review;

/// <summary>An amount or the code of an account, looked for in the tables of all documents.</summary>
/// <param name="Code">The beginning of a code; null where what is looked for is none.</param>
/// <param name="Fen">Sizes in fen, ascending: a number without a unit is meant in 万元 and in 元.</param>
public sealed partial record FigureQuery(string? Code, ImmutableArray<long> Fen)
{
    private const int LeastCode = 3;

    private static readonly AmountUnit[] _meant = [AmountUnit.Yuan, AmountUnit.TenThousand];

    /// <summary>Of <c>2101101</c>, <c>6.06</c>, <c>1,234.50万元</c>, <c>60600 元</c>; null for what is neither amount nor code.</summary>
    public static FigureQuery? Parse(string text)
    {
        Match match = Figure().Match(text.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal));
        if (!match.Success || !decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return null;
        AmountUnit? unit = AmountUnits.FromPrinted(match.Groups["unit"].Value);
        string digits = match.Groups["number"].Value;
        bool isCode = unit is null && !match.Groups["sign"].Success && digits.Length >= LeastCode && digits.All(char.IsAsciiDigit);
        return new FigureQuery(
            isCode ? digits : null,
            [.. (unit is { } said ? [said] : _meant).Select(each => FigureSet.Fen(number, each)).OfType<long>().Where(fen => fen > 0).Distinct().Order()]);
    }

    public bool Matches(FigureSet figures) => (Code is { } code && figures.HasCode(code)) || figures.HasAnyAmount(Fen.AsSpan());

    public bool MatchesCode(StatementRow row) => Code is { } code && row.Code?.StartsWith(code, StringComparison.Ordinal) == true;

    public bool MatchesAmount(AmountCell cell, AmountUnit? unit) => cell.Value is { } value && FigureSet.Fen(value, unit) is { } fen && Fen.Contains(fen);

    [GeneratedRegex(@"^\s*(?<sign>[-−－+])?\s*(?<number>\d{1,18}(?:\.\d{1,6})?)\s*(?<unit>元|千元|万元|亿元)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();
}
