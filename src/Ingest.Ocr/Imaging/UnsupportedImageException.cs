using Ingest.Contract.Text;

namespace Ingest.Ocr.Imaging;

/// <summary>An image that cannot be unpacked here.</summary>
/// <param name="text">Why; follows "第 n 页的图像" or "the image of page n".</param>
internal sealed class UnsupportedImageException(Phrase text) : Exception(text.English)
{
    public Phrase Text { get; } = text;
}
