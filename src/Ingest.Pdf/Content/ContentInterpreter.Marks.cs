using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    private void BeginMarked()
    {
        if (_operands.Count == 0)
        {
            _marked.Begin(default);
            return;
        }

        ContentOperand last = _operands[_operands.Count - 1];
        PdfObject? properties = last.Kind switch
        {
            OperandKind.Name when _operands.Count > 1 => _resources.Properties(NameOf(last)),
            OperandKind.Dictionary => ReadProperties(last),
            _ => null,
        };
        if (properties is null)
        {
            _marked.Begin(default);
            return;
        }

        bool isLayer = _operands[0] is { Kind: OperandKind.Name } tag && NameOf(tag) == "OC";
        bool hides = isLayer && _layers.IsHidden(properties);
        string? text = isLayer ? null : ActualText.Read(_source, properties);
        _marked.Begin(new MarkedContent(hides, text, _canvas.Letters.Count));
    }

    /// <summary>Most property lists hold nothing but a number for the structure tree; those are not parsed.</summary>
    private PdfObject? ReadProperties(in ContentOperand written)
    {
        if (_content.Span.Slice(written.Start, written.Length).IndexOf("ActualText"u8) < 0)
            return null;
        int position = written.Start;
        return _objects.Parse(_content, ref position);
    }

    private void EndMarked()
    {
        MarkedContent ended = _marked.End();
        if (ended.ActualText is not null)
            ActualText.Apply(ended.ActualText, _canvas.Letters, ended.FirstLetter);
    }
}
