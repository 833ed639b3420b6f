using Ingest.Pdf.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

internal abstract partial class ContentFollower<TPage>
{
    private static readonly NameToken _objects = NameToken.Create("XObject");

    /// <summary>The forms being painted by their references: PdfPig may parse one again for each use.</summary>
    private readonly List<IndirectReference?> _openForms = [];

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName) =>
        PaintForm(formStream, NamedResource(_objects, xObjectName) is IndirectReferenceToken reference ? reference.Data : null);

    /// <summary>Paints a form as it stands in the current graphics state, which is the same again afterwards.</summary>
    protected void PaintForm(StreamToken form, IndirectReference? reference)
    {
        DictionaryToken? resources = form.StreamDictionary.TryGet(NameToken.Resources, PdfScanner, out DictionaryToken? own) ? own : null;
        Nested(reference, IsLayerOff(form.StreamDictionary), () => RunForm(form, resources));
    }

    /// <summary>Runs what has operations of its own; state and text matrices are the same again afterwards.</summary>
    /// <param name="reference">What is run, if it could come to run itself.</param>
    protected void Nested(IndirectReference? reference, bool hidden, Action run)
    {
        if (_openForms.Count >= Budget.Limits.Depth || (reference is not null && _openForms.Contains(reference)))
        {
            WasTooDeep = true;
            return;
        }

        (TransformationMatrix text, TransformationMatrix line, Matrix formMatrix) = (TextMatrices.TextMatrix, TextMatrices.TextLineMatrix, FormMatrix);
        (int floor, int size, int marks) = (_stateFloor, StackSize, Marked.Depth);
        _openForms.Add(reference);
        PushState();
        _stateFloor = StackSize;
        Marked.Begin(new MarkedContent(hidden, null, 0));
        try
        {
            run();
        }
        finally
        {
            Marked.EndTo(marks);
            _stateFloor = size;
            while (StackSize > size)
                PopState();
            _stateFloor = floor;
            _openForms.RemoveAt(_openForms.Count - 1);
            (TextMatrices.TextMatrix, TextMatrices.TextLineMatrix, FormMatrix) = (text, line, formMatrix);
        }
    }

    private void RunForm(StreamToken form, DictionaryToken? resources)
    {
        DictionaryToken dictionary = form.StreamDictionary;
        WithResources(resources, () =>
        {
            if (dictionary.Matrix(NameToken.Matrix, PdfScanner) is { } matrix)
                ModifyCurrentTransformationMatrix(matrix.ToPig());
            FormMatrix = Ctm;
            if (dictionary.Rectangle(NameToken.Bbox, PdfScanner) is { } box)
                ClipTo(box);
            bool isGroup = dictionary.TryGet(NameToken.Group, PdfScanner, out DictionaryToken? _);
            if (isGroup)
                BeginGroup();
            try
            {
                Run(Parse(form));
            }
            finally
            {
                if (isGroup)
                    EndGroup();
            }
        });
    }

    protected IReadOnlyList<IGraphicsStateOperation> Parse(StreamToken content) =>
        PageContentParser.Parse(PageNumber, new MemoryInputBytes(content.Decode(Services.Filters, PdfScanner)), ParsingOptions.Logger);

    protected void WithResources(DictionaryToken? resources, Action run)
    {
        if (resources is null)
        {
            run();
            return;
        }

        // Its store is a stack that loses a level when loading fails halfway, so that the level is made good.
        ResourceStore.LoadResourceDictionary(resources);
        _resources.Push(resources);
        try
        {
            run();
        }
        finally
        {
            _resources.Pop();
            ResourceStore.UnloadResourceDictionary();
        }
    }
}
