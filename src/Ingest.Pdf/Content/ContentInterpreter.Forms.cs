using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    // Enough for any page; more would be kept for nothing.
    private const int MostScopes = 64;

    private readonly List<PdfStream> _openForms = [];
    private readonly Dictionary<PdfDictionary, ResourceScope> _scopes = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Paints a form XObject or an annotation's appearance as it stands in the current graphics state,
    /// which is the same again afterwards.
    /// </summary>
    public void PaintForm(PdfStream form)
    {
        if (_openForms.Count >= _budget.Limits.Depth || _openForms.Contains(form))
        {
            WasTooDeep = true;
            return;
        }

        GraphicsState outerState = _state;
        ResourceScope outerResources = _resources;
        TextPosition outerText = _text.Position;
        int outerFloor = _stateFloor;
        int openMarks = _marked.Depth;
        _stateFloor = _saved.Depth;
        _openForms.Add(form);

        EnterForm(form);
        Run(_source.Decode(form));

        _openForms.RemoveAt(_openForms.Count - 1);
        _marked.EndTo(openMarks);
        _saved.TruncateTo(_stateFloor);
        _stateFloor = outerFloor;
        _text.Position = outerText;
        _resources = outerResources;
        _state = outerState;
    }

    /// <summary>Paints an annotation's appearance, in a graphics state of its own.</summary>
    public void PaintAppearance(in Matrix toPage, PdfStream form)
    {
        _state = GraphicsState.Initial(toPage);
        _marked.Clear();
        PaintForm(form);
    }

    /// <summary>Forms are mostly painted more than once, and pages mostly share their resources.</summary>
    private ResourceScope ScopeOf(PdfDictionary resources)
    {
        if (!_scopes.TryGetValue(resources, out ResourceScope? scope))
        {
            if (_scopes.Count >= MostScopes)
                _scopes.Clear();
            _scopes[resources] = scope = new ResourceScope(_source, _fonts, resources);
        }

        return scope;
    }

    private void EnterForm(PdfStream form)
    {
        if (_source.GetMatrix(form, "Matrix") is { } matrix)
            _state.Ctm = matrix * _state.Ctm;
        if (_source.GetRectangle(form, "BBox") is { } box)
            _state.ClipTo(_state.Ctm.Bounds(box.Left, box.Bottom, box.Right, box.Top), _state.Ctm.KeepsAxes);
        if (_source.GetDictionary(form, "Group") is not null)
            _state.EnterGroup();
        // A form without resources of its own uses those of the page, as in PDF 1.1.
        if (_source.GetDictionary(form, "Resources") is { } resources)
            _resources = ScopeOf(resources);
    }

    private void PaintObject()
    {
        if (!TryName(out string name) || _resources.XObject(name) is not { } stream)
            return;
        bool layerOff = stream.TryGet("OC", out PdfObject? layer) && _layers.IsHidden(layer);
        switch (_source.GetName(stream, "Subtype"))
        {
            case "Image" when !layerOff && !_marked.IsHidden:
                PaintImage(PaintedImage.Read(_source, stream), stream);
                break;
            case "Form":
                _marked.Begin(new MarkedContent(layerOff, null, 0));
                PaintForm(stream);
                _marked.End();
                break;
        }
    }
}
