using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Tables.Upright;

namespace Ingest.App.Pictures;

/// <summary>A page turned so that its text runs level, to cut strips out of it. All boxes are in its turned space.</summary>
internal sealed class UprightSheet
{
    /// <summary>Points of paper around what is printed.</summary>
    private const float Paper = 8;

    /// <summary>A label such as 表3 stands above the title, within two of its lines.</summary>
    private const float LinesAboveTitle = 2.2f;

    private readonly Page _page;

    private readonly (Box Box, string Text)[] _letters;

    private readonly Box[] _printed;

    public UprightSheet(Page page)
    {
        _page = page;
        Turn = Turn.Upright(page);
        Visible = Turn.Apply(page.Visible);
        _letters = [.. page.Letters.Where(letter => letter.IsVisible && !string.IsNullOrWhiteSpace(letter.Text)).Select(letter => (Turn.Apply(letter.Box), letter.Text))];
        _printed = [.. _letters.Select(letter => letter.Box), .. page.Rulings.Select(Turn.Apply).Select(line => line.IsHorizontal
            ? new Box(line.Start, line.At, line.End, line.At)
            : new Box(line.At, line.Start, line.At, line.End))];
    }

    public Turn Turn { get; }

    public Box Visible { get; }

    /// <summary>All of the width between two heights: blank paper at the edges is left out, and no letter is cut in two.</summary>
    public Box Strip(float bottom, float top)
    {
        foreach ((Box letter, _) in _letters)
        {
            if (letter.Bottom < top && letter.Top > top)
                top = letter.Top + 1;
            if (letter.Bottom < bottom && letter.Top > bottom)
                bottom = letter.Bottom - 1;
        }

        Box[] within = [.. _printed.Where(box => box.Top >= bottom && box.Bottom <= top)];
        if (within.Length > 0)
            (bottom, top) = (Math.Max(bottom, within.Min(box => box.Bottom) - Paper), Math.Min(top, within.Max(box => box.Top) + Paper));
        return new Box(Visible.Left, bottom, Visible.Right, top).Intersect(Visible);
    }

    /// <summary>How high the line reaches that holds a title, with the label above it; the lowest between two heights. Null where there is none.</summary>
    public float? LineAbove(string title, float bottom, float top)
    {
        if (title.Length == 0)
            return null;
        float? found = null;
        foreach (var line in _letters.Where(letter => letter.Box.CenterY > bottom && letter.Box.CenterY < top).GroupBy(letter => MathF.Round(letter.Box.CenterY / 4)))
        {
            string text = string.Concat(line.OrderBy(letter => letter.Box.Left).Select(letter => letter.Text));
            // A title that is broken into two lines begins in the upper one.
            if (text.Contains(title, StringComparison.Ordinal) || (text.Length >= 4 && title.StartsWith(text, StringComparison.Ordinal)))
                found = Math.Min(found ?? float.MaxValue, line.Max(letter => letter.Box.Top) + (LinesAboveTitle * line.Max(letter => letter.Box.Height)));
        }

        return found;
    }

    public PictureRequest Request(Box strip, ImmutableArray<PictureMark> marks) => new()
    {
        Page = _page.Number,
        Region = Turn.Back(strip),
        QuarterTurns = (8 - Turn.QuarterTurns - (_page.Rotation / 90)) % 4,
        Marks = marks,
    };
}
