using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// What has been painted on a page so far, in painting order. One instance serves all pages of a file.
/// </summary>
internal sealed class Canvas(ReadingLimits limits)
{
    /// <summary>What is thinner than this is a line, what is not is an area.</summary>
    public const float ThickestLine = 3;

    /// <summary>Shapes that are kept: more are a drawing, or all the text of a page.</summary>
    public const int MostShapes = 4096;

    /// <summary>Bits of lines that are kept; some hundred times what a dense form has.</summary>
    public const int MostLines = 500_000;

    /// <summary>Areas that are kept: each costs some dozens of bytes and a look at every letter beside it.</summary>
    public const int MostAreas = 100_000;

    public Buffer<PaintedLetter> Letters { get; } = new(4096);

    public Buffer<LinePiece> Lines { get; } = new(2048);

    public Buffer<PaintedArea> Areas { get; } = new(256);

    public Buffer<Box> Images { get; } = new(16);

    /// <summary>Boxes of shapes with curves, filled or drawn as lines.</summary>
    public Buffer<Box> Shapes { get; } = new(16);

    /// <summary>The streams of those images that can be seen, where they lie; inline images have none.</summary>
    public List<DrawnImage> Drawn { get; } = [];

    /// <summary>Filled shapes with curves: what text turned into outlines consists of.</summary>
    public int CurvedShapes { get; set; }

    /// <summary>Lines or areas beyond what is kept were left out.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>What a viewer shows of the page.</summary>
    public Box Visible { get; private set; }

    public void Begin(Box visible)
    {
        Letters.Clear();
        Lines.Clear();
        Areas.Clear();
        Images.Clear();
        Shapes.Clear();
        Drawn.Clear();
        CurvedShapes = 0;
        IsOverfull = false;
        Visible = visible;
    }

    /// <summary>Gives back what was lent for painting; the canvas is as a new one.</summary>
    public void Release()
    {
        Begin(Visible);
        Letters.Release();
        Lines.Release();
        Areas.Release();
        Images.Release();
        Shapes.Release();
    }

    /// <exception cref="ReadingLimitException">The page has more letters than the limit.</exception>
    public ref PaintedLetter AddLetter()
    {
        if (Letters.Count >= limits.LettersPerPage)
            throw new ReadingLimitException("limit-letters", new Phrase(
                $"本页字符数超过限额 LettersPerPage（{limits.LettersPerPage}），其余内容未读取。",
                $"The page has more letters than the limit LettersPerPage ({limits.LettersPerPage}); the rest of it was not read."));
        ref PaintedLetter letter = ref Letters.Add();
        letter.AreasBefore = Areas.Count;
        return ref letter;
    }

    /// <summary>Paint shows through letters that were made the clipping path: they can be seen after all, in its colour.</summary>
    public void ShowThrough(in GraphicsState state, int rgb)
    {
        for (int i = state.ClipLettersFrom; i < state.ClipLettersTo && i < Letters.Count; i++)
        {
            if (Letters[i].Hidden != Hidden.Invisible)
                continue;
            Letters[i].Hidden = Hidden.No;
            Letters[i].Rgb = rgb;
            Letters[i].AreasBefore = Areas.Count;
        }
    }

    /// <summary>A filled upright rectangle, clipped already: a line when it is thin, otherwise an area.</summary>
    public void AddRectangle(Box box, int rgb, bool covers)
    {
        float width = box.Width;
        float height = box.Height;
        if (width > ThickestLine && height > ThickestLine)
        {
            AddArea(new PaintedArea(box, rgb, AreaKind.Fill, covers));
            return;
        }

        // A dot may belong to a line of dots in either direction; alone it is none.
        bool isDot = width <= ThickestLine && height <= ThickestLine;
        if (isDot || width > height)
            AddLine(isHorizontal: true, box.CenterY, box.Left, box.Right, height, rgb);
        if (isDot || width <= height)
            AddLine(isHorizontal: false, box.CenterX, box.Bottom, box.Top, width, rgb);

        // Many bars side by side make a ground on which white text can be read; one bar is no ground.
        AddArea(new PaintedArea(box, Rgb.Unknown, AreaKind.Bar, Covers: false));
    }

    public void AddShape(Box box)
    {
        if (Shapes.Count < MostShapes)
            Shapes.Add(box);
    }

    public void AddArea(in PaintedArea area)
    {
        if (Areas.Count < MostAreas)
            Areas.Add(area);
        else
            IsOverfull = true;
    }

    public void AddLine(bool isHorizontal, float at, float start, float end, float thickness, int rgb)
    {
        if (Lines.Count >= MostLines)
        {
            IsOverfull = true;
            return;
        }

        ref LinePiece line = ref Lines.Add();
        line.IsHorizontal = isHorizontal;
        line.At = at;
        line.Start = start;
        line.End = end;
        line.Thickness = thickness;
        line.Rgb = rgb;
        line.AreasBefore = Areas.Count;
    }
}
