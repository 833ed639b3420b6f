using System.Globalization;
using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Tables.Upright;

namespace Ingest.App.Pictures;

/// <summary>A coloured frame over a picture of a page.</summary>
/// <param name="Box">In the page's unrotated space.</param>
/// <param name="Style">CSS class: <c>cell</c>, <c>bound</c>, <c>unbound</c>, <c>flagged</c>, <c>suspect</c>.</param>
/// <param name="Label">Shown on hovering; may be null.</param>
internal readonly record struct Highlight(Box Box, string Style, string? Label);

/// <summary>
/// A page, or a part of it, drawn from what the reader saw: letters, rulings, fills and images' frames.
/// It is evidence, not a facsimile: what is missing here was not seen. Text is escaped, nothing is
/// fetched, no script is written.
/// </summary>
internal sealed class PageSvg
{
    private const string Css =
        ".l{stroke:#555;fill:none}.i{fill:#eee;stroke:#bbb;stroke-dasharray:3}.t{fill:#111}.h{fill:#c60;opacity:.6}" +
        ".cell{fill:none;stroke:#2a7de1;stroke-width:.6}.bound{fill:#2a9d4a;fill-opacity:.12;stroke:#2a9d4a}" +
        ".unbound{fill:#999;fill-opacity:.12;stroke:#999}.flagged{fill:#f6c344;fill-opacity:.35;stroke:#d08700}" +
        ".suspect{fill:#e5484d;fill-opacity:.3;stroke:#c01f25}";

    private readonly StringBuilder _svg = new();

    private readonly Turn _turn;

    private readonly Box _cut;

    /// <param name="cut">In the space of the turned page.</param>
    private PageSvg(Turn turn, Box cut) => (_turn, _cut) = (turn, cut);

    /// <summary>Draws what a viewer shows of the page, turned so that its text runs left to right.</summary>
    public static string Draw(Page page, IEnumerable<Highlight> highlights)
    {
        var turn = Turn.Upright(page);
        return Draw(page, highlights, turn, turn.Apply(page.Visible));
    }

    /// <summary>Draws the part of the page that holds the highlights: all its width, so that the labels of their rows are in it too.</summary>
    /// <param name="highlights">At least one.</param>
    /// <param name="margin">Points to show above and below.</param>
    public static string DrawStrip(Page page, IReadOnlyList<Highlight> highlights, float margin)
    {
        var turn = Turn.Upright(page);
        Box visible = turn.Apply(page.Visible);
        Box marked = highlights.Select(highlight => turn.Apply(highlight.Box)).Aggregate((a, b) => a.Union(b));
        return Draw(page, highlights, turn, new Box(visible.Left, marked.Bottom - margin, visible.Right, marked.Top + margin).Intersect(visible));
    }

    private static string Draw(Page page, IEnumerable<Highlight> highlights, Turn turn, Box cut)
    {
        var drawing = new PageSvg(turn, cut);
        drawing.Open();
        foreach (Fill fill in page.Fills)
            drawing.Rectangle(fill.Box, string.Create(CultureInfo.InvariantCulture, $"fill=\"#{fill.Rgb & 0xFFFFFF:X6}\""), null);
        foreach (Box image in page.Images)
            drawing.Rectangle(image, "class=\"i\"", null);
        foreach (Ruling ruling in page.Rulings)
            drawing.Line(turn.Apply(ruling));
        foreach (Highlight highlight in highlights)
            drawing.Rectangle(highlight.Box, $"class=\"{highlight.Style}\"", highlight.Label);
        foreach (Letter letter in MaskedLetters.Of(page, turn))
            drawing.Text(letter);
        return drawing._svg.Append("</svg>\n").ToString();
    }

    private void Open() => _svg.Append(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {_cut.Width:0.##} {_cut.Height:0.##}\" width=\"{_cut.Width:0.##}pt\" height=\"{_cut.Height:0.##}pt\"><style>{Css}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");

    private void Rectangle(Box onPage, string attributes, string? label)
    {
        Box box = _turn.Apply(onPage);
        if (!box.Meets(_cut))
            return;
        _svg.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{X(box.Left):0.##}\" y=\"{Y(box.Top):0.##}\" width=\"{box.Width:0.##}\" height=\"{box.Height:0.##}\" {attributes}");
        if (label is null)
            _svg.Append("/>\n");
        else
            _svg.Append("><title>").Append(SvgText.Escaped(label)).Append("</title></rect>\n");
    }

    private void Line(Ruling ruling)
    {
        Box box = ruling.IsHorizontal
            ? new Box(ruling.Start, ruling.At, ruling.End, ruling.At)
            : new Box(ruling.At, ruling.Start, ruling.At, ruling.End);
        if (!box.Meets(_cut))
            return;
        _svg.Append(CultureInfo.InvariantCulture,
            $"<line class=\"l\" x1=\"{X(box.Left):0.##}\" y1=\"{Y(box.Bottom):0.##}\" x2=\"{X(box.Right):0.##}\" y2=\"{Y(box.Top):0.##}\" stroke-width=\"{Math.Max(ruling.Thickness, 0.4f):0.##}\"/>\n");
    }

    private void Text(in Letter letter)
    {
        if (letter.Text.Length == 0 || string.IsNullOrWhiteSpace(letter.Text) || !_turn.Apply(letter.Box).Meets(_cut))
            return;
        (float along, float up) = _turn.Apply(letter.X, letter.Y);
        (float x, float y) = (X(along), Y(up));
        float angle = (letter.Angle + (_turn.QuarterTurns * 90)) % 360;
        _svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"{(letter.IsVisible ? 't' : 'h')}\" x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{letter.Size:0.##}\"");
        if (angle != 0)
            _svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate({-angle:0.##} {x:0.##} {y:0.##})\"");
        _svg.Append('>').Append(SvgText.Escaped(letter.Text)).Append("</text>\n");
    }

    private float X(float x) => x - _cut.Left;

    private float Y(float y) => _cut.Top - y;
}
