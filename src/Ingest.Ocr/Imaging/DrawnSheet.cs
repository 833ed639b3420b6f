using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Pdf.PdfPig.Pictures;
using SkiaSharp;

namespace Ingest.Ocr.Imaging;

/// <summary>
/// A page painted from the outlines of its letters and its lines, as if it had been printed and scanned: for text whose fonts do
/// not say what it means. Only shapes are painted; images, patterns and clipping are left out.
/// </summary>
internal static class DrawnSheet
{
    /// <summary>Pixels per inch.</summary>
    private const double Density = 200;

    // Points; of a larger page the picture is coarser.
    private const double LargestSide = 2000;

    // Groups within groups, which a page of forms in forms has.
    private const int MostNested = 64;

    /// <exception cref="PdfReadException">The page cannot be drawn.</exception>
    public static ScannedSheet Paint(PictureDocument pictures, Page page, CancellationToken cancellation)
    {
        PagePicture picture = pictures.Draw(new PictureRequest { Page = page.Number }, (4 - (page.Rotation / 90)) % 4, [], cancellation);
        using var svg = XmlReader.Create(new MemoryStream(picture.Svg.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return Paint(XElement.Load(svg), picture.Shown, cancellation);
    }

    /// <param name="svg">In hundredths of a point, as pages are drawn here.</param>
    internal static ScannedSheet Paint(XElement svg, Box shown, CancellationToken cancellation)
    {
        double scale = Density / 72 * Math.Min(1, LargestSide / Math.Max(shown.Width, shown.Height));
        int width = Math.Max(1, (int)Math.Ceiling(shown.Width * scale)), height = Math.Max(1, (int)Math.Ceiling(shown.Height * scale));
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)(scale / 100));
        using var shapes = new Shapes(svg);
        foreach (XElement element in svg.Elements().Where(element => element.Name.LocalName is not ("defs" or "rect")))
            shapes.Paint(canvas, element, new Look(SKColors.Black, null, 0), 0, cancellation);
        var gray = new GrayImage(width, height);
        ReadOnlySpan<byte> pixels = bitmap.GetPixelSpan();
        for (int y = 0; y < height; y++)
            pixels.Slice(y * bitmap.RowBytes, width).CopyTo(gray.Row(y));
        return new ScannedSheet(gray, shown);
    }

    /// <summary>How shapes are painted: null colours paint nothing.</summary>
    private readonly record struct Look(SKColor? Fill, SKColor? Stroke, float Width);

    private sealed class Shapes(XElement svg) : IDisposable
    {
        private readonly Dictionary<string, XElement> _defined = svg.Elements().Where(element => element.Name.LocalName == "defs").Elements()
            .Where(element => element.Attribute("id") is not null).GroupBy(element => element.Attribute("id")!.Value).ToDictionary(group => group.Key, group => group.First());

        private readonly Dictionary<XElement, SKPath?> _paths = [];

        public void Paint(SKCanvas canvas, XElement element, Look look, int depth, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            if (depth > MostNested)
                return;
            look = Of(element, look);
            int saved = canvas.Save();
            Place(canvas, element);
            switch (element.Name.LocalName)
            {
                case "g":
                    foreach (XElement child in element.Elements())
                        Paint(canvas, child, look, depth + 1, cancellation);
                    break;
                case "use" when element.Attribute("href")?.Value is ['#', .. var id] && _defined.TryGetValue(id, out XElement? defined) && defined.Name.LocalName is "path" or "g":
                    Paint(canvas, defined, look, depth + 1, cancellation);
                    break;
                case "path" when PathOf(element) is { } path:
                    Paint(canvas, path, look);
                    break;
            }

            canvas.RestoreToCount(saved);
        }

        public void Dispose()
        {
            foreach (SKPath? path in _paths.Values)
                path?.Dispose();
        }

        private SKPath? PathOf(XElement element)
        {
            if (_paths.TryGetValue(element, out SKPath? known))
                return known;
            SKPath? path = element.Attribute("d")?.Value is { } data ? SKPath.ParseSvgPathData(data) : null;
            if (path is not null && element.Attribute("fill-rule")?.Value == "evenodd")
                path.FillType = SKPathFillType.EvenOdd;
            return _paths[element] = path;
        }

        private static void Paint(SKCanvas canvas, SKPath path, Look look)
        {
            using var paint = new SKPaint { IsAntialias = true };
            if (look.Fill is { } fill)
            {
                paint.Color = fill;
                canvas.DrawPath(path, paint);
            }

            if (look.Stroke is not { } stroke)
                return;
            (paint.Style, paint.Color, paint.StrokeWidth) = (SKPaintStyle.Stroke, stroke, look.Width);
            canvas.DrawPath(path, paint);
        }

        private static void Place(SKCanvas canvas, XElement element)
        {
            if (element.Attribute("transform")?.Value is { } transform && transform.StartsWith("matrix(", StringComparison.Ordinal) && Numbers(transform[7..^1]) is [var a, var b, var c, var d, var e, var f])
                canvas.Concat(new SKMatrix(a, c, e, b, d, f, 0, 0, 1));
            if (element.Name.LocalName == "use")
                canvas.Translate(Number(element, "x"), Number(element, "y"));
        }

        private static Look Of(XElement element, Look look)
        {
            if (element.Attribute("fill")?.Value is { } fill)
                look = look with { Fill = Color(fill, Opacity(element, "fill-opacity")) };
            if (element.Attribute("stroke")?.Value is { } stroke)
                look = look with { Stroke = Color(stroke, Opacity(element, "stroke-opacity")), Width = Number(element, "stroke-width") };
            return look;
        }

        private static SKColor? Color(string text, float opacity) =>
            SKColor.TryParse(text, out SKColor color) ? color.WithAlpha((byte)Math.Clamp(opacity * 255, 0, 255)) : null;

        private static float Opacity(XElement element, string name) => element.Attribute(name) is null ? 1 : Number(element, name);

        private static float Number(XElement element, string name) =>
            float.TryParse(element.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) ? number : 0;

        private static float[] Numbers(string list) =>
            [.. list.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(text => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) ? number : 0)];
    }
}
