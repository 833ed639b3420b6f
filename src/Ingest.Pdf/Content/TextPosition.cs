namespace Ingest.Pdf.Content;

/// <summary>The text matrix and the text line matrix (ISO 32000-1, 9.4.1).</summary>
internal struct TextPosition
{
    private Matrix _line;

    /// <summary>From text space to user space, at the next glyph's origin.</summary>
    public Matrix Matrix { get; private set; }

    public void Set(in Matrix matrix)
    {
        _line = matrix;
        Matrix = matrix;
    }

    /// <summary>To a new line, given from the start of the current one.</summary>
    public void MoveLine(double x, double y) => Set(_line.Moved(x, y));

    /// <summary>Along the current line.</summary>
    public void Advance(double x, double y) => Matrix = Matrix.Moved(x, y);
}
