using Ingest.Pdf.Reading.Objects;

namespace Ingest.Pdf.Reading.Content;

/// <summary>Annotations as viewers paint them: their appearance streams, after the page's own content.</summary>
internal static class Annotations
{
    // Flag bits of ISO 32000-1, 12.5.3.
    private const int HiddenFlag = 2;
    private const int NoViewFlag = 32;

    /// <exception cref="ReadingLimitException">As for the page's content.</exception>
    public static void Paint(ObjectSource source, PageNode page, in Matrix toPage, OptionalContent layers, ContentInterpreter interpreter)
    {
        if (source.GetArray(page.Dictionary, "Annots") is not { } annotations)
            return;
        foreach (PdfObject item in annotations.Items)
        {
            source.Budget.Check();
            if (source.Resolve(item) is PdfDictionary annotation && IsShown(source, annotation, layers)
                && Appearance(source, annotation) is { } form
                && Placement(source, annotation, form) is { } placement)
                interpreter.PaintAppearance(placement * toPage, form);
        }
    }

    private static bool IsShown(ObjectSource source, PdfDictionary annotation, OptionalContent layers)
    {
        var flags = (int)Math.Clamp(source.GetNumber(annotation, "F", 0), 0, 0xFFFF);
        return (flags & (HiddenFlag | NoViewFlag)) == 0
            && source.GetName(annotation, "Subtype") != "Popup"
            && !(annotation.TryGet("OC", out PdfObject? layer) && layers.IsHidden(layer));
    }

    /// <summary>The normal appearance, in the state the annotation is in.</summary>
    private static PdfStream? Appearance(ObjectSource source, PdfDictionary annotation)
    {
        if (source.GetDictionary(annotation, "AP") is not { } appearances)
            return null;
        return source.Get(appearances, "N") switch
        {
            PdfStream form => form,
            PdfDictionary states when source.GetName(annotation, "AS") is { } state => source.GetStream(states, state),
            _ => null,
        };
    }

    /// <summary>Algorithm 8.1 of ISO 32000-1, 12.5.5: the form's box, as its matrix turns it, is fitted into the rectangle.</summary>
    private static Matrix? Placement(ObjectSource source, PdfDictionary annotation, PdfStream form)
    {
        if (source.GetRectangle(annotation, "Rect") is not { } target || source.GetRectangle(form, "BBox") is not { } box)
            return null;
        Matrix own = source.GetMatrix(form, "Matrix") ?? Matrix.Identity;
        Box turned = own.Bounds(box.Left, box.Bottom, box.Right, box.Top);
        return Matrix.Fitting(turned, target);
    }
}
