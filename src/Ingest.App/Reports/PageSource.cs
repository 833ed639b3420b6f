using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Reports;

/// <summary>A file whose pages are drawn.</summary>
internal interface IDrawnFile : IDisposable
{
    /// <exception cref="PdfReadException">The page cannot be drawn.</exception>
    PagePicture Draw(PictureRequest request, CancellationToken cancellation);
}

/// <summary>Reads and draws pages again for the pictures of a report; opens the file when the first is wanted.</summary>
/// <param name="open">Opens the file to be drawn; throws <see cref="PdfReadException"/> where that cannot be done.</param>
internal sealed class PageSource(
    IPdfReader reader, ReadOnlyMemory<byte> file, ReadingOptions options, Func<ReadOnlyMemory<byte>, ReadingOptions, IDrawnFile> open) : IDisposable
{
    private readonly Dictionary<int, Page> _pages = [];

    private IPdfDocument? _document;

    private IDrawnFile? _drawn;

    private bool _cannotBeDrawn;

    /// <summary>Null for a page that the file does not have.</summary>
    public Page? Read(int number)
    {
        if (_pages.TryGetValue(number, out Page? known))
            return known;
        _document ??= reader.Open(file, options);
        return number >= 1 && number <= _document.PageCount ? _pages[number] = _document.ReadPage(number) : null;
    }

    /// <summary>Null for what cannot be drawn.</summary>
    public PagePicture? Draw(PictureRequest request)
    {
        if (_cannotBeDrawn)
            return null;
        try
        {
            _drawn ??= open(file, options);
            return _drawn.Draw(request, CancellationToken.None);
        }
        catch (PdfReadException refused)
        {
            // Without the file there are no further pages either; one page may fail alone.
            _cannotBeDrawn = _drawn is null || refused.Failure == ReadFailure.ReaderLost;
            return null;
        }
    }

    public void Dispose()
    {
        _document?.Dispose();
        _drawn?.Dispose();
    }
}
