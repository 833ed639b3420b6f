using Ingest.Contract.Geometry;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf.Content;

/// <summary>
/// Annotations as viewers paint them, after the page's own content: their appearance streams, or plainly what was
/// typed into them where they have none.
/// </summary>
internal sealed class Annotations(ObjectSource source, PdfDictionary catalog, OptionalContent layers, ContentInterpreter interpreter)
{
    // Flag bits of ISO 32000-1, 12.5.3.
    private const int HiddenFlag = 2;
    private const int NoViewFlag = 32;

    private readonly DrawnMarkup _markup = new(source);
    private readonly PlainAppearance _plain = new(source, catalog);

    /// <exception cref="ReadingLimitException">As for the page's content.</exception>
    public void Paint(PageNode page, in Matrix toPage)
    {
        if (source.GetArray(page.Dictionary, "Annots") is not { } annotations)
            return;
        foreach (PdfObject item in annotations.Items)
        {
            source.Budget.Check();
            if (source.Resolve(item) is PdfDictionary annotation && IsShown(annotation)
                && Appearance(annotation) is { } form
                && Placement(annotation, form) is { } placement)
                interpreter.PaintAppearance(placement * toPage, form);
        }
    }

    private bool IsShown(PdfDictionary annotation)
    {
        var flags = (int)Math.Clamp(source.GetNumber(annotation, "F", 0), 0, 0xFFFF);
        return (flags & (HiddenFlag | NoViewFlag)) == 0
            && source.GetName(annotation, "Subtype") != "Popup"
            && !(annotation.TryGet("OC", out PdfObject? layer) && layers.IsHidden(layer));
    }

    /// <summary>The normal appearance, in the state the annotation is in.</summary>
    private PdfStream? Appearance(PdfDictionary annotation)
    {
        if (source.GetDictionary(annotation, "AP") is not { } appearances)
            return _plain.For(annotation) ?? _markup.For(annotation);
        return source.Get(appearances, "N") switch
        {
            PdfStream form => form,
            PdfDictionary states when source.GetName(annotation, "AS") is { } state => source.GetStream(states, state),
            _ => null,
        };
    }

    /// <summary>Algorithm 8.1 of ISO 32000-1, 12.5.5: the form's box, as its matrix turns it, is fitted into the rectangle.</summary>
    private Matrix? Placement(PdfDictionary annotation, PdfStream form)
    {
        if (source.GetRectangle(annotation, "Rect") is not { } target || source.GetRectangle(form, "BBox") is not { } box)
            return null;
        Matrix own = source.GetMatrix(form, "Matrix") ?? Matrix.Identity;
        Box turned = own.Bounds(box.Left, box.Bottom, box.Right, box.Top);
        return Matrix.Fitting(turned, target);
    }
}
