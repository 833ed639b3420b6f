using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

internal abstract partial class ContentFollower<TPage>
{
    // Flag bits of ISO 32000-1, 12.5.3.
    private const int HiddenFlag = 2;
    private const int NoViewFlag = 32;

    private static readonly NameToken _appearanceState = NameToken.Create("AS");

    /// <summary>Annotations as viewers paint them: their appearance streams, after the page's own content.</summary>
    private void PaintAnnotations()
    {
        if (!_page.TryGet(NameToken.Annots, PdfScanner, out ArrayToken? annotations))
            return;
        foreach (IToken item in annotations.Data)
        {
            Budget.Check();
            try
            {
                if (DirectObjectFinder.TryGet(item, PdfScanner, out DictionaryToken? annotation) && IsShown(annotation)
                    && Appearance(annotation) is { } form && Placement(annotation, form) is { } placement)
                    PaintAppearance(form, placement);
            }
            catch (Exception error) when (Damage.Is(error))
            {
                Note(error);
            }
        }
    }

    private void PaintAppearance(StreamToken form, Matrix placement)
    {
        Marked.Clear();
        while (StackSize > 1)
            PopState();
        StartAnew();
        CurrentGraphicsState fresh = _initial.DeepClone();
        fresh.CurrentTransformationMatrix = (placement * ToPage).ToPig();
        GraphicsStack.Clear();
        GraphicsStack.Push(fresh);
        PaintForm(form, null);
    }

    private bool IsShown(DictionaryToken annotation) =>
        ((int)Math.Clamp(Number(annotation, NameToken.F), 0, 0xFFFF) & (HiddenFlag | NoViewFlag)) == 0
        && !(annotation.TryGet(NameToken.Subtype, PdfScanner, out NameToken? kind) && kind.Data == "Popup")
        && !IsLayerOff(annotation);

    /// <summary>The normal appearance, in the state the annotation is in.</summary>
    private StreamToken? Appearance(DictionaryToken annotation)
    {
        if (!annotation.TryGet(NameToken.Ap, PdfScanner, out DictionaryToken? appearances))
            return null;
        if (appearances.TryGet(NameToken.N, PdfScanner, out StreamToken? only))
            return only;
        return appearances.TryGet(NameToken.N, PdfScanner, out DictionaryToken? states)
            && annotation.TryGet(_appearanceState, PdfScanner, out NameToken? state)
            && states.TryGet(state, PdfScanner, out StreamToken? form) ? form : null;
    }

    /// <summary>Algorithm 8.1 of ISO 32000-1, 12.5.5: the form's box, as its matrix turns it, is fitted into the rectangle.</summary>
    private Matrix? Placement(DictionaryToken annotation, StreamToken form)
    {
        if (annotation.Rectangle(NameToken.Rect, PdfScanner) is not { } target || form.StreamDictionary.Rectangle(NameToken.Bbox, PdfScanner) is not { } box)
            return null;
        Matrix own = form.StreamDictionary.Matrix(NameToken.Matrix, PdfScanner) ?? Matrix.Identity;
        return Matrix.Fitting(own.Bounds(box.Left, box.Bottom, box.Right, box.Top), target);
    }
}
