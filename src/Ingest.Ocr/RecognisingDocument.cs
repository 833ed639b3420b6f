using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Ocr.Imaging;
using Ingest.Ocr.Recognition;
using Ingest.Pdf.PdfPig.Pictures;

namespace Ingest.Ocr;

/// <summary>A file of a <see cref="RecognisingReader"/>.</summary>
/// <param name="openPictures">Opens the same file to have its pages painted.</param>
internal sealed class RecognisingDocument(
    IPdfDocument document, IImageDocument images, Func<CancellationToken, PictureDocument> openPictures, SheetReader sheets, TimeSpan pageTime, TimeProvider clock) : IPdfDocument
{
    private PictureDocument? _pictures;

    public int PageCount => document.PageCount;

    public DocumentProperties Properties => document.Properties;

    public IReadOnlyList<Diagnostic> Diagnostics => document.Diagnostics;

    public Page ReadPage(int number, CancellationToken cancellation = default)
    {
        Page page = document.ReadPage(number, cancellation);
        if (!page.ImageOnly && !page.IsGarbled)
            return page;
        using var limited = new PageLimit(pageTime, clock, cancellation);
        try
        {
            ScannedSheet sheet = page.ImageOnly
                ? SheetPainter.Paint(page, images.ReadImages(number, limited.Token), limited.Token)
                : DrawnSheet.Paint(_pictures ??= openPictures(limited.Token), page, limited.Token);
            return RecognisedPage.Of(page, sheets.Read(sheet, (4 - (page.Rotation / 90)) % 4, limited.Token));
        }
        catch (UnsupportedImageException unsupported)
        {
            return With(page, new Diagnostic("image-unsupported", Severity.Warning, new Phrase(
                $"本页的图像{unsupported.Text.Chinese}，其中的文字未能识别。", $"The image of the page {unsupported.Text.English}; its text was not recognised."), number));
        }
        catch (PdfReadException refused) when (!page.ImageOnly)
        {
            return With(page, new Diagnostic("not-recognised", Severity.Warning, new Phrase(
                $"本页文字含义不明，也未能绘出以供识别：{refused.Text.Chinese}", $"The text of the page has no known meaning, and the page cannot be painted to be recognised: {refused.Text.English}"), number));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return With(page, new Diagnostic("limit-page-time", Severity.Error, new Phrase(
                $"本页的文字识别超过限时 {pageTime.TotalSeconds:0} 秒（处理器时间），未能完成。", $"Recognising the page took more than the limit of {pageTime.TotalSeconds:0} seconds of the processor."), number));
        }
    }

    public void Dispose()
    {
        _pictures?.Dispose();
        document.Dispose();
    }

    private static Page With(Page page, Diagnostic diagnostic) => page with { Diagnostics = page.Diagnostics.Add(diagnostic) };
}
