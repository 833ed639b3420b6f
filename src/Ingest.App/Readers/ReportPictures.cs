using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Readers;

/// <summary>Draws pages of one file for its reports; opens it when the first picture is wanted.</summary>
internal sealed class ReportPictures(PdfReaders readers, ReadOnlyMemory<byte> file, ReadingOptions options) : IDisposable
{
    private ProcessDocument? _document;

    private bool _refused;

    /// <summary>Null where the page cannot be drawn: a report without a picture still says where to look.</summary>
    public PagePicture? Draw(PictureRequest request)
    {
        if (_refused)
            return null;
        try
        {
            _document ??= readers.OpenPictures(file, options);
            return request.Page <= _document.PageCount ? _document.Draw(request, CancellationToken.None) : null;
        }
        catch (PdfReadException)
        {
            _refused = _document is null;
            return null;
        }
    }

    public void Dispose() => _document?.Dispose();
}
