using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.PdfPig.Reading;
using SkiaSharp;

namespace Ingest.Ocr.Imaging;

/// <summary>Unpacks images into brightness, with coloured stamps taken off: red ink is no darker than paper.</summary>
internal static class ImageDecoder
{
    /// <summary>Pixels of one image; A3 at 600 dots per inch has 70 million. A JPEG beyond is unpacked smaller.</summary>
    public const long MostPixels = 80_000_000;

    // Rows that a JPEG packs together at most.
    private const int TallestUnit = 16;

    private static readonly byte[] _endOfJpeg = [0xFF, 0xD9];

    /// <exception cref="UnsupportedImageException">The packing is not known here, or the data is damaged.</exception>
    public static GrayImage Decode(PageImage image, CancellationToken cancellation)
    {
        switch (image.Packing)
        {
            case ImagePacking.Jpeg:
                return Jpeg(image, cancellation);
            case ImagePacking.Jpeg2000:
                throw Unsupported("JPEG 2000");
            case ImagePacking.Jbig2:
                throw Unsupported("JBIG2");
        }

        // Its rows are as long as its packing says.
        if (image.Packing == ImagePacking.Fax)
            image = image with { Width = image.Fax.Columns, BitsPerSample = 1, Colors = image.Colors == ImageColors.Stencil ? ImageColors.Stencil : ImageColors.Gray };
        int rows = image.Packing == ImagePacking.Fax ? Math.Max(image.Height, image.Fax.Rows) : image.Height;
        if ((long)image.Width * rows > MostPixels)
            throw TooLarge(image.Width, rows);
        try
        {
            return new SampleReader(image, image.Packing == ImagePacking.Fax ? FaxImage.Unpack(image.Bytes, image.Fax, image.Height) : image.Bytes).Read(cancellation);
        }
        catch (InvalidDataException damage)
        {
            throw new UnsupportedImageException(new Phrase($"已损坏（{damage.Message}）", $"is damaged ({damage.Message})"));
        }
    }

    /// <summary>Brightness without coloured ink: a pixel that is clearly red counts as bright as its red is.</summary>
    public static byte Brightness(int red, int green, int blue)
    {
        int gray = ((red * 77) + (green * 150) + (blue * 29)) >> 8;
        int redness = red - Math.Max(green, blue);
        const int none = 16, full = 64;
        if (redness <= none)
            return (byte)gray;
        int share = Math.Min(redness - none, full - none);
        return (byte)(gray + ((red - gray) * share / (full - none)));
    }

    /// <summary>
    /// A pixel of a JPEG, whose colours are kept more coarsely than its brightness: at the edge of red ink a pixel is as dark as
    /// the ink and less red, so that its neighbours in the row tell how red it is. One that is not red at all stays.
    /// </summary>
    private static byte Brightness(ReadOnlySpan<byte> row, int at, int step)
    {
        int red = row[at], gray = ((red * 77) + (row[at + 1] * 150) + (row[at + 2] * 29)) >> 8;
        int own = red - Math.Max(row[at + 1], row[at + 2]);
        const int some = 10, reach = 2;
        if (own <= some)
            return (byte)gray;
        int redder = red - gray;
        for (int near = Math.Max(0, at - (reach * step)); near <= Math.Min(row.Length - step, at + (reach * step)); near += step)
            redder = Math.Max(redder, row[near] - (((row[near] * 77) + (row[near + 1] * 150) + (row[near + 2] * 29)) >> 8));
        int share = Math.Min(own - some, 20);
        return (byte)Math.Min(255, gray + (redder * share / 20));
    }

    private static GrayImage Jpeg(PageImage image, CancellationToken cancellation)
    {
        using var data = SKData.CreateCopy(image.Bytes.Span);
        using SKCodec codec = SKCodec.Create(data) ?? throw new UnsupportedImageException(new Phrase("已损坏（不是可解码的 JPEG）", "is damaged (no JPEG that can be unpacked)"));
        SKImageInfo info = codec.Info;
        float scale = 1;
        while ((long)info.Width * info.Height > MostPixels && scale > 0.125f)
        {
            scale /= 2;
            SKSizeI smaller = codec.GetScaledDimensions(scale);
            info = info.WithSize(smaller.Width, smaller.Height);
        }

        if ((long)info.Width * info.Height > MostPixels)
            throw TooLarge(info.Width, info.Height);
        bool isGray = codec.Info.ColorType == SKColorType.Gray8;
        info = new SKImageInfo(info.Width, info.Height, isGray ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(info);
        SKCodecResult result = codec.GetPixels(info, bitmap.GetPixels());
        if (result == SKCodecResult.IncompleteInput && !image.Bytes.Span.EndsWith(_endOfJpeg) && HasAllRows(codec, info, bitmap))
            return Jpeg(image with { Bytes = (byte[])[.. image.Bytes.Span, .. _endOfJpeg] }, cancellation);
        // Part of a table looks like a whole one whose rows do not add up.
        if (result is SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput)
            throw new UnsupportedImageException(new Phrase("不完整或已损坏，下部无法解码", "is cut off or damaged, and its lower part cannot be unpacked"));
        if (result != SKCodecResult.Success)
            throw new UnsupportedImageException(new Phrase($"无法解码（{result}）", $"cannot be unpacked ({result})"));
        cancellation.ThrowIfCancellationRequested();
        return Gray(bitmap.GetPixelSpan(), info, bitmap.RowBytes, isGray, image.IsInverted);
    }

    /// <summary>Scanners were seen to leave out the mark at the end, without which the decoder waits for more and keeps the last rows back.</summary>
    private static bool HasAllRows(SKCodec codec, SKImageInfo info, SKBitmap bitmap) =>
        codec.StartScanlineDecode(info) == SKCodecResult.Success && codec.GetScanlines(bitmap.GetPixels(), info.Height, bitmap.RowBytes) >= info.Height - TallestUnit;

    private static GrayImage Gray(ReadOnlySpan<byte> pixels, SKImageInfo info, int rowBytes, bool isGray, bool isInverted)
    {
        var gray = new GrayImage(info.Width, info.Height);
        for (int y = 0; y < info.Height; y++)
        {
            ReadOnlySpan<byte> from = pixels.Slice(y * rowBytes, info.Width * (isGray ? 1 : 4));
            Span<byte> to = gray.Row(y);
            if (isGray)
                from.CopyTo(to);
            else
                for (int x = 0; x < to.Length; x++)
                    to[x] = Brightness(from, x * 4, 4);
            if (isInverted && isGray)
                for (int x = 0; x < to.Length; x++)
                    to[x] = (byte)(255 - to[x]);
        }

        return gray;
    }

    private static UnsupportedImageException Unsupported(string packing) =>
        new(new Phrase($"以 {packing} 压缩，本程序不能解码", $"is packed with {packing}, which this program does not unpack"));

    private static UnsupportedImageException TooLarge(int width, int height) =>
        new(new Phrase($"为 {width}×{height} 像素，超过 {MostPixels} 像素的限额", $"has {width}×{height} pixels, more than the limit of {MostPixels}"));
}
