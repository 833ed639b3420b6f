using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;

namespace Ingest.Pdf.PdfPig.Painting;

/// <summary>
/// What paint is subject to that PdfPig's graphics state does not keep: the box around the clipping path and
/// the transparency groups around. Saved and restored with that state.
/// </summary>
internal struct Surroundings
{
    public static readonly Surroundings Page = new()
    {
        Clip = new Box(float.MinValue, float.MinValue, float.MaxValue, float.MaxValue),
        ClipFillsBox = true,
        GroupAlpha = 1,
    };

    public Box Clip;
    public bool ClipFillsBox;
    public double GroupAlpha;
    public bool GroupBlends;
    public bool GroupMasked;

    public void ClipTo(Box box, bool filled)
    {
        ClipFillsBox &= filled;
        Clip = Clip.Intersect(box);
    }

    /// <summary>Keeps apart, for the group as a whole, what is in force when it begins.</summary>
    public void EnterGroup(in GraphicsState state)
    {
        GroupAlpha = state.GroupAlpha * state.Fill.Alpha;
        GroupBlends = state.GroupBlends || state.Blends;
        GroupMasked = state.GroupMasked || state.Masked;
    }
}
