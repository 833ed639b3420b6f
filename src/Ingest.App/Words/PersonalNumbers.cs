using System.Text.RegularExpressions;
using Ingest.Core.Performance;

namespace Ingest.App.Words;

/// <summary>Masks what identifies a person in texts that leave the store: mobile numbers and identity numbers.</summary>
internal static partial class PersonalNumbers
{
    public static string Mask(string text) => Numbers().Replace(text, match => PersonalData.Mask(match.Value)!);

    /// <summary>Mobile numbers (11 digits from 13 to 19) and identity numbers (18 characters), standing alone.</summary>
    [GeneratedRegex(@"(?<![\d.,])(1[3-9]\d{9}|[1-9]\d{5}(19|20)\d{9}[\dXx])(?![\d.,]\d|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
