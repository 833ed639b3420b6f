using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Pdf.Fonts;

namespace Ingest.Pdf.Content;

/// <summary>
/// The parameters of ISO 32000-1, 8.4 and 9.3, that decide where letters and lines are and whether they
/// can be seen. Copied by <c>q</c>.
/// </summary>
internal struct GraphicsState
{
    /// <summary>From user space to the space of <see cref="Page"/>.</summary>
    public Matrix Ctm;

    /// <summary>The box around the clipping path, in page space.</summary>
    public Box Clip;

    /// <summary>False when the clipping path is smaller than its box.</summary>
    public bool ClipFillsBox;

    public double LineWidth;

    public PaintColor Fill;
    public PaintColor Stroke;

    /// <summary>A blend mode other than Normal or a soft mask is in force.</summary>
    public bool Blends;
    public bool Masked;

    /// <summary>Opacity of the transparency groups around.</summary>
    public double GroupAlpha;

    /// <summary>One of the groups around is blended.</summary>
    public bool GroupBlends;

    /// <summary>One of the groups around is masked.</summary>
    public bool GroupMasked;

    public Font? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;
    public double HorizontalScale;
    public double Leading;
    public double Rise;
    public int RenderingMode;

    /// <summary>Letters of the page, from and up to these, that are part of the clipping path: paint shows in their shape.</summary>
    public int ClipLettersFrom;
    public int ClipLettersTo;

    public static GraphicsState Initial(in Matrix ctm) => new()
    {
        Ctm = ctm,
        Clip = new Box(float.MinValue, float.MinValue, float.MaxValue, float.MaxValue),
        ClipFillsBox = true,
        LineWidth = 1,
        Fill = PaintColor.Black,
        Stroke = PaintColor.Black,
        GroupAlpha = 1,
        HorizontalScale = 1,
    };

    /// <summary>Paint shows only where a soft mask lets it.</summary>
    public readonly bool IsMasked => Masked || GroupMasked;

    /// <summary>Paint of this colour hides what lies below.</summary>
    public readonly bool Hides(in PaintColor color) =>
        !Blends && !GroupBlends && !IsMasked && ClipFillsBox && color.Alpha * GroupAlpha > 0.99;

    /// <summary>A transparency group begins: what holds for the group as a whole is kept apart from what its content sets.</summary>
    public void EnterGroup()
    {
        GroupAlpha *= Fill.Alpha;
        GroupBlends |= Blends;
        GroupMasked |= Masked;
        Fill.Alpha = 1;
        Stroke.Alpha = 1;
        Blends = false;
        Masked = false;
    }

    public void ClipTo(Box box, bool filled)
    {
        ClipFillsBox &= filled;
        Clip = Clip.Intersect(box);
    }
}

/// <summary>A current colour: its space, what it looks like and how opaque it is.</summary>
internal struct PaintColor
{
    public static readonly PaintColor Black = new() { Space = ColorSpace.Gray, Alpha = 1 };

    public ColorSpace Space;
    public int Rgb;
    public double Alpha;

    public void Set(ColorSpace space, ReadOnlySpan<ContentOperand> components)
    {
        Space = space;
        Rgb = space.ToRgb(components);
    }

    public void Choose(ColorSpace space)
    {
        Space = space;
        Rgb = space.InitialRgb;
    }
}
