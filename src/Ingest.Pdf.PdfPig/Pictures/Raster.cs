using System.Globalization;
using UglyToad.PdfPig.Images;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>An image as a file that any viewer shows.</summary>
internal sealed record Raster(string MediaType, byte[] Bytes)
{
    /// <summary>Null when there are fewer samples than pixels, or colours of no known kind.</summary>
    public static Raster? Of(ImageSamples? image)
    {
        if (image?.Space is not { } space)
            return null;
        int components = space.BaseNumberOfColorComponents;
        // It converts in place.
        ReadOnlySpan<byte> colors = ColorSpaceDetailsByteConverter.Convert(space, image.Bytes.ToArray(), image.Bits, image.Width, image.Height, image.Decode);
        long pixels = (long)image.Width * image.Height;
        if (components is not (1 or 3 or 4) || colors.Length < pixels * components)
            return null;
        colors = components == 4 ? FromInks(colors) : colors[..(int)(pixels * components)];
        return KeyedOut(image) is { } alpha
            ? Png(image, PngPixels.Rgba, WithAlpha(colors, components == 1 ? 1 : 3, alpha))
            : Png(image, components == 1 ? PngPixels.Gray : PngPixels.Rgb, colors);
    }

    /// <summary>What a stencil paints, with the rest clear (ISO 32000-1, 8.9.6.2).</summary>
    /// <param name="color">As <c>#rrggbb</c> or <c>#000</c>.</param>
    public static Raster? OfStencil(ImageSamples? image, string color)
    {
        if (image is null || image.Bits != 1)
            return null;
        int stride = (image.Width + 7) / 8;
        if (image.Bytes.Length < (long)stride * image.Height)
            return null;
        bool paintsOnes = image.Decode is [1, 0, ..];
        int rgb = color.Length == 7 ? int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 0;
        byte[] paint = [(byte)(rgb >> 16), (byte)((rgb >> 8) & 0xFF), (byte)(rgb & 0xFF), 255];
        byte[] clear = [paint[0], paint[1], paint[2], 0];
        return new Raster("image/png", PngFile.Write(
            image.Width, image.Height, PngPixels.Indexed, 1, image.Bytes.Span[..(stride * image.Height)], paintsOnes ? [.. clear, .. paint] : [.. paint, .. clear]));
    }

    private static Raster Png(ImageSamples image, PngPixels pixels, ReadOnlySpan<byte> samples) => new("image/png", PngFile.Write(image.Width, image.Height, pixels, 8, samples));

    private static byte[] FromInks(ReadOnlySpan<byte> inks)
    {
        byte[] rgb = new byte[inks.Length / 4 * 3];
        for (int i = 0, o = 0; i + 3 < inks.Length; i += 4, o += 3)
        {
            (double red, double green, double blue) = InkColor.ToRgb(inks[i] / 255.0, inks[i + 1] / 255.0, inks[i + 2] / 255.0, inks[i + 3] / 255.0);
            (rgb[o], rgb[o + 1], rgb[o + 2]) = ((byte)Math.Round(red * 255), (byte)Math.Round(green * 255), (byte)Math.Round(blue * 255));
        }

        return rgb;
    }

    private static byte[] WithAlpha(ReadOnlySpan<byte> colors, int components, byte[] alpha)
    {
        byte[] rgba = new byte[alpha.Length * 4];
        for (int i = 0; i < alpha.Length; i++)
        {
            for (int c = 0; c < 3; c++)
                rgba[(i * 4) + c] = colors[(i * components) + (components == 1 ? 0 : c)];
            rgba[(i * 4) + 3] = alpha[i];
        }

        return rgba;
    }

    /// <summary>Colour-key masking (ISO 32000-1, 8.9.6.4): 0 for pixels all of whose samples lie in the ranges, before any conversion; null without.</summary>
    private static byte[]? KeyedOut(ImageSamples image)
    {
        int components = image.Space!.NumberOfColorComponents, bits = image.Bits, stride = ((image.Width * components * bits) + 7) / 8;
        if (image.KeyedOut.Count < components * 2 || image.KeyedOut.Any(double.IsNaN) || bits > 8 || image.Bytes.Length < (long)stride * image.Height)
            return null;
        ReadOnlySpan<byte> samples = image.Bytes.Span;
        byte[] alpha = new byte[image.Width * image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                bool inside = true;
                for (int c = 0; c < components && inside; c++)
                {
                    int bit = ((x * components) + c) * bits;
                    int sample = (samples[(y * stride) + (bit / 8)] >> (8 - bits - (bit % 8))) & ((1 << bits) - 1);
                    inside = sample >= image.KeyedOut[c * 2] && sample <= image.KeyedOut[(c * 2) + 1];
                }

                alpha[(y * image.Width) + x] = (byte)(inside ? 0 : 255);
            }
        }

        return alpha;
    }
}
