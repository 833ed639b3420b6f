using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Tests.Imaging;

/// <summary>ISO 32000-1, 8.9.5: samples of all widths, from the highest bit, rows on whole bytes.</summary>
public class SampleTests
{
    [Fact]
    public void One_bit_is_black_or_white() =>
        Assert.Equal([0, 255, 0, 255, 255], Read(Image(5, 1, ImageColors.Gray, [0b0101_1000])));

    [Fact]
    public void Inverted_samples_count_from_the_other_end() =>
        Assert.Equal([255, 0], Read(Image(2, 1, ImageColors.Gray, [0b0100_0000]) with { IsInverted = true }));

    [Fact]
    public void A_stencil_paints_where_its_bit_is_0() =>
        Assert.Equal([0, 255], Read(Image(2, 1, ImageColors.Stencil, [0b0100_0000])));

    [Fact]
    public void Four_bits_and_rows_that_begin_on_a_byte() =>
        Assert.Equal([0, 255, 119, 255, 0, 17], Read(Image(3, 4, ImageColors.Gray, [0x0F, 0x70, 0xF0, 0x10])));

    [Fact]
    public void Of_sixteen_bits_the_upper_eight_count() =>
        Assert.Equal([0x12, 0xFF], Read(Image(2, 16, ImageColors.Gray, [0x12, 0x34, 0xFF, 0x00])));

    [Fact]
    public void A_palette_is_looked_up_and_what_is_beyond_it_is_white() => Assert.Equal(
        [0, 255, 255], Read(Image(3, 8, ImageColors.Indexed, [0, 1, 7]) with { Palette = ImmutableArray.Create<byte>(0, 0, 0, 255, 255, 255) }));

    [Fact]
    public void Inks_darken() =>
        Assert.Equal([255, 0, 0], Read(Image(3, 8, ImageColors.Cmyk, [0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0])));

    [Fact]
    public void Red_ink_is_taken_off_and_black_on_it_stays()
    {
        byte[] pixels = Read(Image(3, 8, ImageColors.Rgb, [220, 30, 40, 60, 10, 10, 128, 128, 128]));

        Assert.InRange(pixels[0], 215, 225);
        Assert.InRange(pixels[1], 0, 70);
        Assert.Equal(128, pixels[2]);
    }

    [Fact]
    public void Rows_that_are_missing_are_white() =>
        Assert.Equal([7, 255], Read(Image(1, 8, ImageColors.Gray, [7]) with { Height = 2 }));

    private static byte[] Read(PageImage image) => ImageDecoder.Decode(image, CancellationToken.None).Pixels;

    private static PageImage Image(int width, int bits, ImageColors colors, byte[] samples)
    {
        int components = colors == ImageColors.Rgb ? 3 : colors == ImageColors.Cmyk ? 4 : 1;
        int rowBytes = ((width * bits * components) + 7) / 8;
        return new PageImage
        {
            Placement = new ImagePlacement(1, 0, 0, 1, 0, 0), Width = width, Height = samples.Length / rowBytes, BitsPerSample = bits,
            Colors = colors, Packing = ImagePacking.None, Bytes = samples,
        };
    }
}
