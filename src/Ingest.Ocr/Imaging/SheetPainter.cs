using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using SkiaSharp;

namespace Ingest.Ocr.Imaging;

/// <summary>Puts the images of a page together: one as it is where one is all, otherwise all as they lie.</summary>
internal static class SheetPainter
{
    /// <summary>Pixels per inch: what is beyond costs time and helps nobody to read.</summary>
    public const double MostDensity = 300;

    /// <summary>Below, print of ordinary size has too few pixels for each letter.</summary>
    public const double LeastDensity = 90;

    // Of the page, for an image that is all of it.
    private const double WholePage = 0.8;

    /// <exception cref="UnsupportedImageException">An image that matters cannot be unpacked.</exception>
    public static ScannedSheet Paint(Page page, ImmutableArray<PageImage> images, CancellationToken cancellation)
    {
        PageImage[] placed = [.. images.Where(image => Bounds(image).Meets(page.Visible))];
        if (placed.Length == 0)
            throw new UnsupportedImageException(new Phrase("写在页面内容流中，或没有数据", "is written into the content of the page, or has no data"));
        PageImage largest = placed.MaxBy(image => Area(Bounds(image)))!;
        bool isWhole = Area(Bounds(largest).Intersect(page.Visible)) >= WholePage * Area(page.Visible);
        if (isWhole && placed.Length == 1 && Turn(largest.Placement) is { } turn)
            return Limited(new ScannedSheet(turn(ImageDecoder.Decode(largest, cancellation)), Bounds(largest)));
        return Composed(page, placed, Math.Clamp(Density(largest), LeastDensity, MostDensity), cancellation);
    }

    /// <summary>How the image's rows lie on the page, for those that lie straight; null for others.</summary>
    private static Func<GrayImage, GrayImage>? Turn(ImagePlacement placement)
    {
        double size = Math.Max(Math.Max(Math.Abs(placement.A), Math.Abs(placement.B)), Math.Max(Math.Abs(placement.C), Math.Abs(placement.D)));
        bool Small(double value) => Math.Abs(value) < 0.001 * size;
        if (Small(placement.B) && Small(placement.C))
            return (placement.A > 0, placement.D > 0) switch
            {
                (true, true) => image => image,
                (false, false) => image => image.Turned(2),
                _ => null,
            };
        if (Small(placement.A) && Small(placement.D))
            return (placement.B > 0, placement.C > 0) switch
            {
                (true, false) => image => image.Turned(1),
                (false, true) => image => image.Turned(3),
                _ => null,
            };
        return null;
    }

    private static ScannedSheet Limited(ScannedSheet sheet)
    {
        double density = Math.Max(sheet.Across, sheet.Down) * 72;
        return density <= MostDensity ? sheet : sheet with { Image = sheet.Image.Reduced(MostDensity / density) };
    }

    private static ScannedSheet Composed(Page page, PageImage[] images, double density, CancellationToken cancellation)
    {
        double scale = density / 72;
        int width = (int)Math.Ceiling(page.Visible.Width * scale), height = (int)Math.Ceiling(page.Visible.Height * scale);
        if ((long)width * height > ImageDecoder.MostPixels)
        {
            scale *= Math.Sqrt(ImageDecoder.MostPixels / ((double)width * height));
            (width, height) = (Math.Max(1, (int)(page.Visible.Width * scale)), Math.Max(1, (int)(page.Visible.Height * scale)));
        }

        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            foreach (PageImage image in images)
                Draw(canvas, image, page.Visible, scale, cancellation);
        }

        var gray = new GrayImage(width, height);
        ReadOnlySpan<byte> pixels = bitmap.GetPixelSpan();
        for (int y = 0; y < height; y++)
            pixels.Slice(y * bitmap.RowBytes, width).CopyTo(gray.Row(y));
        return new ScannedSheet(gray, page.Visible);
    }

    private static void Draw(SKCanvas canvas, PageImage image, Box visible, double scale, CancellationToken cancellation)
    {
        GrayImage gray = ImageDecoder.Decode(image, cancellation);
        GCHandle pinned = GCHandle.Alloc(gray.Pixels, GCHandleType.Pinned);
        try
        {
            using var source = SKImage.FromPixels(new SKImageInfo(gray.Width, gray.Height, SKColorType.Gray8, SKAlphaType.Opaque), pinned.AddrOfPinnedObject(), gray.Width);
            ImagePlacement at = image.Placement;
            // Image rows run down from the top of the unit square, and so do those of the canvas.
            var matrix = new SKMatrix(
                (float)(at.A * scale / gray.Width), (float)(-at.C * scale / gray.Height), (float)((at.C + at.E - visible.Left) * scale),
                (float)(-at.B * scale / gray.Width), (float)(at.D * scale / gray.Height), (float)((visible.Top - at.D - at.F) * scale),
                0, 0, 1);
            canvas.SetMatrix(matrix);
            // Strips and stencils lie over one another: the darker one shows.
            using var paint = new SKPaint { BlendMode = SKBlendMode.Darken };
            canvas.DrawImage(source, 0, 0, new SKSamplingOptions(SKCubicResampler.CatmullRom), paint);
        }
        finally
        {
            pinned.Free();
        }
    }

    private static double Density(PageImage image)
    {
        ImagePlacement at = image.Placement;
        double across = Math.Sqrt((at.A * at.A) + (at.B * at.B)), up = Math.Sqrt((at.C * at.C) + (at.D * at.D));
        return 72 * Math.Max(image.Width / Math.Max(across, 1), image.Height / Math.Max(up, 1));
    }

    private static double Area(Box box) => Math.Max(0, (double)box.Width) * Math.Max(0, (double)box.Height);

    private static Box Bounds(PageImage image)
    {
        ImagePlacement at = image.Placement;
        return new Box(
            (float)(at.E + Math.Min(0, at.A) + Math.Min(0, at.C)), (float)(at.F + Math.Min(0, at.B) + Math.Min(0, at.D)),
            (float)(at.E + Math.Max(0, at.A) + Math.Max(0, at.C)), (float)(at.F + Math.Max(0, at.B) + Math.Max(0, at.D)));
    }
}
