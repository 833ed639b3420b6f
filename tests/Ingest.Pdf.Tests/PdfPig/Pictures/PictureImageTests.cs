using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Ingest.Pdf.Tests.PdfPig.Pictures;

/// <summary>Images as pictures have them.</summary>
public class PictureImageTests
{
    [Fact]
    public void A_jpeg_is_handed_on_as_it_is()
    {
        // Start, a frame of 2 × 3 pixels in three colours, end: what is between is the viewer's to decode.
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 3, 0, 2, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9];

        XElement svg = Draw("q 200 0 0 100 50 600 cm /I Do Q", "/Width 2 /Height 3 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode", jpeg);

        XElement image = Assert.Single(svg.All("image")), use = Assert.Single(svg.Painted("use"));
        Assert.Equal($"data:image/jpeg;base64,{Convert.ToBase64String(jpeg)}", (string?)image.Attribute("href"));
        // 200 × 100 points, upright, its top at 842 - 700.
        Assert.Equal("matrix(20000 0 0 10000 5000 14200)", (string?)use.Attribute("transform"));
    }

    [Fact]
    public void Samples_become_the_pixels_of_a_png()
    {
        XElement svg = Draw("q 10 0 0 10 0 0 cm /I Do Q", "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB", [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30]);

        (int width, int height, int kind, byte[] pixels) = Png(svg);
        Assert.Equal((2, 2, 2), (width, height, kind)); // kind 2: RGB
        Assert.Equal([255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30], pixels);
    }

    [Theory]
    [InlineData("/DeviceGray", "", new byte[] { 0b10000000 }, new byte[] { 255, 0 })]
    [InlineData("/DeviceGray", "/Decode [1 0]", new byte[] { 0b10000000 }, new byte[] { 0, 255 })]
    public void Bits_become_shades(string space, string decode, byte[] samples, byte[] shades)
    {
        (int width, int height, int kind, byte[] pixels) = Png(Draw("q 10 0 0 10 0 0 cm /I Do Q", $"/Width 2 /Height 1 /BitsPerComponent 1 /ColorSpace {space} {decode}", samples));

        Assert.Equal((2, 1, 0), (width, height, kind));
        Assert.Equal(shades, pixels);
    }

    [Fact]
    public void Indexed_colours_are_looked_up()
    {
        (_, _, int kind, byte[] pixels) = Png(Draw("q 10 0 0 10 0 0 cm /I Do Q", "/Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1 <000000FF8000>]", [1, 0]));

        Assert.Equal(2, kind);
        Assert.Equal([255, 128, 0, 0, 0, 0], pixels);
    }

    [Fact]
    public void A_stencil_paints_its_zeros_in_the_colour_in_force()
    {
        XElement svg = Draw("1 0 0 rg q 10 0 0 10 0 0 cm /I Do Q", "/Width 8 /Height 1 /ImageMask true /BitsPerComponent 1", [0b01010101]);

        byte[] file = Bytes(svg);
        Assert.Equal(3, file[25]); // indexed
        Assert.Equal("FF0000FF0000", Convert.ToHexString(Chunk(file, "PLTE")));
        Assert.Equal("FF00", Convert.ToHexString(Chunk(file, "tRNS"))); // 0 is painted, 1 is clear
    }

    [Fact]
    public void A_soft_mask_of_an_image_lets_it_through()
    {
        byte[] file = PagePaintTests.WithResources(
            "q 10 0 0 10 0 0 cm /I Do Q", "/XObject << /I 20 0 R >>",
            (20, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 21 0 R", "\u0000"),
            (21, "/Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace 22 0 R", "\u0000\u00ff"),
            (22, null, "/DeviceGray"));

        XElement svg = DrawnSvg.Parse(DrawnSvg.Draw(file));

        XElement masked = svg.All("image").Single(image => image.Attribute("mask") is not null);
        XElement mask = svg.All("mask").Single(one => (string?)masked.Attribute("mask") == $"url(#{(string?)one.Attribute("id")})");
        string levels = (string)mask.Element(DrawnSvg.Svg + "use")!.Attribute("href")!;
        (int width, _, _, byte[] pixels) = Png(svg.All("image").Single(image => "#" + (string?)image.Attribute("id") == levels));
        Assert.Equal((2, "00FF"), (width, Convert.ToHexString(pixels)));
    }

    [Fact]
    public void Masked_colours_are_clear()
    {
        (_, _, int kind, byte[] pixels) = Png(Draw("q 10 0 0 10 0 0 cm /I Do Q", "/Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Mask [200 255]", [250, 100]));

        Assert.Equal(6, kind); // with alpha
        Assert.Equal([250, 250, 250, 0, 100, 100, 100, 255], pixels);
    }

    [Fact]
    public void An_inline_image_is_drawn()
    {
        XElement svg = DrawnSvg.Parse(DrawnSvg.DrawContent("q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0040 EI Q"));

        Assert.Equal([0x40], Png(svg).Pixels);
    }

    [Fact]
    public void What_cannot_be_decoded_is_said()
    {
        Ingest.Contract.Pictures.PagePicture picture = DrawnSvg.Draw(File("q 10 0 0 10 0 0 cm /I Do Q", "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /JPXDecode", [1, 2, 3]));

        Assert.Contains(picture.Diagnostics, diagnostic => diagnostic.Code == "image-not-drawn");
        Assert.Empty(DrawnSvg.Parse(picture).All("image"));
    }

    private static byte[] File(string content, string entries, byte[] samples) => PagePaintTests.WithResources(
        content, "/XObject << /I 20 0 R >>", (20, $"/Type /XObject /Subtype /Image {entries}", Encoding.Latin1.GetString(samples)));

    private static XElement Draw(string content, string entries, byte[] samples) => DrawnSvg.Parse(DrawnSvg.Draw(File(content, entries, samples)));

    private static byte[] Bytes(XElement svg) => Convert.FromBase64String(((string)svg.DescendantsAndSelf(DrawnSvg.Svg + "image").Single().Attribute("href")!)["data:image/png;base64,".Length..]);

    /// <summary>Size, colour type and pixels, with the filters of rows taken back (none, or the difference from the row above).</summary>
    private static (int Width, int Height, int Kind, byte[] Pixels) Png(XElement svg)
    {
        byte[] file = Bytes(svg);
        (int width, int height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        using var unpacked = new MemoryStream();
        using (var zip = new ZLibStream(new MemoryStream(Chunk(file, "IDAT")), CompressionMode.Decompress))
            zip.CopyTo(unpacked);
        byte[] rows = unpacked.ToArray();
        int stride = rows.Length / height;
        var pixels = new List<byte>();
        for (int y = 0; y < height; y++)
            for (int x = 1; x < stride; x++)
                pixels.Add(unchecked((byte)(rows[(y * stride) + x] + (rows[y * stride] == 2 ? pixels[((y - 1) * (stride - 1)) + x - 1] : 0))));
        return (width, height, file[25], [.. pixels]);
    }

    private static byte[] Chunk(byte[] file, string type)
    {
        for (int at = 8; at < file.Length; at += BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at)) + 12)
            if (Encoding.ASCII.GetString(file, at + 4, 4) == type)
                return file.AsSpan(at + 8, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at))).ToArray();
        throw new InvalidDataException($"There is no {type}.");
    }
}
