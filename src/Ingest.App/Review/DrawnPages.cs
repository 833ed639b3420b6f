using Ingest.App.Pictures;
using Ingest.App.Reports;
using Ingest.Contract.Pages;
using Ingest.Review.Ports;

namespace Ingest.App.Review;

/// <summary>Pages drawn from what the reader sees in them; so many at a time.</summary>
internal sealed class DrawnPages(IOriginals originals, IPdfReader reader, ReadingOptions options) : IPagePictures, IDisposable
{
    private const int AtOnce = 2;

    /// <summary>Points shown above and below the marks of a strip.</summary>
    private const float Margin = 60;

    private readonly SemaphoreSlim _turns = new(AtOnce);

    public async Task<PagePicture?> DrawAsync(string sha256, int page, IReadOnlyList<PageMark> marks, bool strip, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Draw(sha256, page, marks, strip), cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private PagePicture? Draw(string sha256, int page, IReadOnlyList<PageMark> marks, bool strip)
    {
        using Stream? file = originals.Open(sha256);
        if (file is null)
            return null;
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        try
        {
            using var pages = new PageSource(reader, bytes, options);
            if (pages.Read(page) is not { } read)
                return null;
            Highlight[] highlights = [.. marks.Select(mark => new Highlight(mark.Box.Inflate(1.5f), mark.Kind == MarkKind.Suspect ? "suspect" : "flagged", mark.Label))];
            string svg = strip && highlights.Length > 0 ? PageSvg.DrawStrip(read, highlights, Margin) : PageSvg.Draw(read, highlights);
            return new PagePicture(System.Text.Encoding.UTF8.GetBytes(svg));
        }
        catch (PdfReadException)
        {
            return null;
        }
    }
}
