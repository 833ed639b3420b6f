using System.Collections.Immutable;
using Ingest.App.Pictures;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Pdf;
using Ingest.Pdf.PdfPig.Pictures;
using Ingest.Pdf.PdfPig.Reading;
using Ingest.Tables.Upright;

namespace Ingest.App.Readers;

/// <summary>
/// A file whose pages are drawn. Where telephone and identity numbers stand, and how a page's text runs, the readers say.
/// </summary>
internal sealed class DrawnFile(FileQuestion file) : IDisposable
{
    /// <summary>A file is opened anew after so many pages: what it may cost as a whole is for reading it once.</summary>
    private const int PagesPerOpening = 32;

    /// <summary>For reading all pages it is little, for drawing some again and again it would be.</summary>
    private static readonly TimeSpan _unlimited = TimeSpan.FromDays(1);

    private readonly ReadingOptions _options = new() { Password = file.Password, Limits = file.Limits with { FileTime = _unlimited } };

    private PictureDocument? _drawing;

    private IPdfDocument? _reading;

    private int _drawn;

    /// <exception cref="PdfReadException">The file cannot be drawn.</exception>
    public ImmutableArray<PageSize> Sizes() => Drawing().Sizes();

    /// <exception cref="PdfReadException">The file or the page cannot be drawn.</exception>
    public PagePicture Draw(PictureRequest request)
    {
        if (++_drawn % PagesPerOpening == 0)
            Dispose();
        PictureDocument drawing = Drawing();
        if (request.Page > drawing.PageCount)
            throw new PdfReadException(ReadFailure.Damaged, new($"文件没有第 {request.Page} 页。", $"The file has no page {request.Page}."));
        Page? page = !request.ShowContacts || request.QuarterTurns is null ? Reading().ReadPage(request.Page) : null;
        int turns = request.QuarterTurns ?? (page is null ? 0 : -Turn.Upright(page).QuarterTurns - (page.Rotation / 90));
        IReadOnlyList<Box> covered = request.ShowContacts || page is null ? [] : MaskedLetters.Places(page);
        return drawing.Draw(request, turns, covered);
    }

    public void Dispose()
    {
        _drawing?.Dispose();
        _reading?.Dispose();
        (_drawing, _reading) = (null, null);
    }

    private PictureDocument Drawing() => _drawing ??= PictureReader.Open(file.File, _options);

    /// <summary>Where the built-in reader gives up, PdfPig says what is to be masked: it is what draws.</summary>
    private IPdfDocument Reading() => _reading ??= new FallbackReader(new BuiltInPdfReader(), new PdfPigReader()).Open(file.File, _options);
}
