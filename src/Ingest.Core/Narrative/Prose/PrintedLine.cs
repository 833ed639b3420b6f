using Ingest.Pdf;
using Ingest.Pdf.Tables;

namespace Ingest.Core.Narrative.Prose;

/// <summary>One printed line of running text.</summary>
/// <param name="Content">The page it stands on.</param>
/// <param name="Text">As printed, inner spaces kept.</param>
/// <param name="Upright">Box in the page's upright space.</param>
/// <param name="Size">Font size in points.</param>
/// <param name="AfterTable">True when a table stands between the line before and this one.</param>
internal sealed record PrintedLine(PageContent Content, string Text, Box Upright, float Size, bool AfterTable)
{
    public int Page => Content.Page.Number;

    /// <summary>Box of a part of the text in page space, estimated from the usual widths of its characters.</summary>
    public Box Part(int start, int length)
    {
        float total = Width(Text);
        float unit = total > 0 ? Upright.Width / total : 0;
        float left = Upright.Left + Width(Text.AsSpan(0, start)) * unit;
        float right = left + Width(Text.AsSpan(start, length)) * unit;
        return Content.ToPage(Upright with { Left = left, Right = Math.Min(right, Upright.Right) });
    }

    /// <summary>In widths of a Chinese character.</summary>
    public static float Width(ReadOnlySpan<char> text)
    {
        float width = 0;
        foreach (char c in text)
            width += c switch
            {
                ' ' => 0.25f,
                < '\u0250' => 0.5f,
                _ => 1f,
            };
        return width;
    }
}
