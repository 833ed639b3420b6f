using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Core.Narrative.Prose;

/// <summary>One printed line of running text.</summary>
/// <param name="Content">The page it stands on.</param>
/// <param name="Text">As printed, inner spaces kept.</param>
/// <param name="Upright">Box in the page's upright space.</param>
/// <param name="Size">Font size in points.</param>
/// <param name="AfterTable">True when a table stands between the line before and this one.</param>
/// <param name="InContents">True on a page of the 目录.</param>
internal sealed record PrintedLine(PageContent Content, string Text, Box Upright, float Size, bool AfterTable, bool InContents)
{
    private float[]? _ends;

    public int Page => Content.Page.Number;

    /// <summary>Box of a part of the text in page space, estimated from the usual widths of its characters.</summary>
    public Box Part(int start, int length)
    {
        _ends ??= Ends(Text);
        float total = _ends[^1];
        float unit = total > 0 ? Upright.Width / total : 0;
        float left = Upright.Left + (_ends[start] * unit);
        float right = Upright.Left + (_ends[start + length] * unit);
        return Content.ToPage(Upright with { Left = left, Right = Math.Min(right, Upright.Right) });
    }

    /// <summary>Where each character begins, and where the last one ends, in widths of a Chinese character.</summary>
    private static float[] Ends(string text)
    {
        float[] ends = new float[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            ends[i + 1] = ends[i] + Width(text.AsSpan(i, 1));
        return ends;
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
