using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

/// <summary>What tests ask of a page.</summary>
internal static class Seen
{
    public static string VisibleText(this Page page) =>
        string.Concat(page.Letters.Where(letter => letter.IsVisible).Select(letter => letter.Text));

    /// <summary>Text of the letters that are hidden for this reason.</summary>
    public static string HiddenText(this Page page, Hidden reason) =>
        string.Concat(page.Letters.Where(letter => letter.Hidden == reason).Select(letter => letter.Text));

    public static IEnumerable<string> Codes(this Page page) => page.Diagnostics.Select(diagnostic => diagnostic.Code);

    /// <summary>The letter's box, rounded so that sums of floats can be compared.</summary>
    public static Box Rounded(this Box box) => new(Round(box.Left), Round(box.Bottom), Round(box.Right), Round(box.Top));

    public static Ruling Rounded(this Ruling ruling) => ruling with
    {
        At = Round(ruling.At),
        Start = Round(ruling.Start),
        End = Round(ruling.End),
        Thickness = Round(ruling.Thickness),
    };

    public static Ruling[] RoundedRulings(this Page page) => [.. page.Rulings.Select(Rounded)];

    private static float Round(float value) => MathF.Round(value, 2) + 0f;
}
