using System.Text;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>
/// Elements in the order of painting. Neighbours that share clip, mask and colours stand in one group, so that these are
/// written once.
/// </summary>
internal sealed class SvgBody
{
    private readonly StringBuilder _text = new();
    private string _outer = "";
    private string _inner = "";

    public int Length => _text.Length;

    /// <summary>What the elements to come are subject to: attributes, or nothing.</summary>
    public StringBuilder Under(string outer, string inner)
    {
        if (outer != _outer)
        {
            CloseGroups();
            if (outer.Length > 0)
                _text.Append("<g ").Append(outer).Append('>');
            _outer = outer;
        }

        if (inner != _inner)
        {
            if (_inner.Length > 0)
                _text.Append("</g>");
            if (inner.Length > 0)
                _text.Append("<g ").Append(inner).Append('>');
            _inner = inner;
        }

        return _text;
    }

    /// <summary>A group that what follows stands in until it is ended.</summary>
    public void Begin(string attributes)
    {
        CloseGroups();
        _text.Append("<g ").Append(attributes).Append('>');
    }

    public void End()
    {
        CloseGroups();
        _text.Append("</g>");
    }

    public override string ToString()
    {
        CloseGroups();
        return _text.ToString();
    }

    private void CloseGroups()
    {
        if (_inner.Length > 0)
            _text.Append("</g>\n");
        if (_outer.Length > 0)
            _text.Append("</g>\n");
        (_inner, _outer) = ("", "");
    }
}
