using Ingest.Pdf.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Painting;

internal sealed partial class PagePainter
{
    private static readonly NameToken _objects = NameToken.Create("XObject");

    /// <summary>The forms being painted by their references: PdfPig may parse one again for each use.</summary>
    private readonly List<IndirectReference?> _openForms = [];

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName) =>
        PaintForm(formStream, NamedResource(_objects, xObjectName) is IndirectReferenceToken reference ? reference.Data : null);

    /// <summary>Paints a form as it stands in the current graphics state, which is the same again afterwards.</summary>
    private void PaintForm(StreamToken form, IndirectReference? reference)
    {
        if (_openForms.Count >= _tools.Budget.Limits.Depth || (reference is not null && _openForms.Contains(reference)))
        {
            WasTooDeep = true;
            return;
        }

        (TransformationMatrix text, TransformationMatrix line) = (TextMatrices.TextMatrix, TextMatrices.TextLineMatrix);
        (int floor, int size, int marks) = (_stateFloor, StackSize, _marked.Depth);
        DictionaryToken? resources = form.StreamDictionary.TryGet(NameToken.Resources, PdfScanner, out DictionaryToken? own) ? own : null;
        _openForms.Add(reference);
        PushState();
        _stateFloor = StackSize;
        _marked.Begin(new MarkedContent(IsLayerOff(form.StreamDictionary), null, 0));
        try
        {
            RunForm(form, resources);
        }
        finally
        {
            _marked.EndTo(marks);
            _stateFloor = size;
            while (StackSize > size)
                PopState();
            _stateFloor = floor;
            _openForms.RemoveAt(_openForms.Count - 1);
            (TextMatrices.TextMatrix, TextMatrices.TextLineMatrix) = (text, line);
        }
    }

    private void RunForm(StreamToken form, DictionaryToken? resources)
    {
        DictionaryToken dictionary = form.StreamDictionary;
        if (resources is not null)
        {
            // Its store is a stack that loses a level when loading fails halfway, so that the level is made good.
            ResourceStore.LoadResourceDictionary(resources);
            _resources.Push(resources);
        }

        try
        {
            if (dictionary.Matrix(NameToken.Matrix, PdfScanner) is { } matrix)
                ModifyCurrentTransformationMatrix(matrix.ToPig());
            if (dictionary.Rectangle(NameToken.Bbox, PdfScanner) is { } box)
                ClipTo(box);
            if (dictionary.TryGet(NameToken.Group, PdfScanner, out DictionaryToken? _))
                EnterGroup();
            Run(PageContentParser.Parse(PageNumber, new MemoryInputBytes(form.Decode(_services.Filters, PdfScanner)), ParsingOptions.Logger));
        }
        finally
        {
            if (resources is not null)
            {
                _resources.Pop();
                ResourceStore.UnloadResourceDictionary();
            }
        }
    }

    private void EnterGroup()
    {
        _around.EnterGroup(State());
        CurrentGraphicsState now = GetCurrentState();
        now.AlphaConstantNonStroking = 1;
        now.AlphaConstantStroking = 1;
        now.BlendMode = BlendMode.Normal;
        now.SoftMask = null;
    }
}
