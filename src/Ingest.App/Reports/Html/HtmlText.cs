using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ingest.App.Reports.Html;

/// <summary>Text and numbers of a document as they may stand in a page, in attributes too.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(string? text) => _encoder.Encode(text ?? "");

    /// <summary>With all its decimals; a dash for none.</summary>
    public static string Of(decimal? number) =>
        number is { } value ? Of(value.ToString("N" + value.Scale, CultureInfo.InvariantCulture)) : "—";
}
