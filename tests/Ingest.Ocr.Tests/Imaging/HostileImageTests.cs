using System.Diagnostics;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Ocr.Imaging;
using Ingest.Ocr.Layout;
using SkiaSharp;

namespace Ingest.Ocr.Tests.Imaging;

/// <summary>Images that say what they are not: nothing is lost but their page, in little time and memory, and it is said why.</summary>
public class HostileImageTests
{
    // Of the thread; no test of these needs a hundredth.
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_jpeg_that_is_cut_off_is_not_half_a_page()
    {
        byte[] whole = Jpeg(400, 600);

        UnsupportedImageException refused = Assert.Throws<UnsupportedImageException>(() => Paint(Image(whole[..(whole.Length / 2)], ImagePacking.Jpeg)));

        Assert.Contains("cut off", refused.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_jpeg_that_lacks_its_end_mark_alone_is_whole() =>
        Assert.Equal(600, Paint(Image(Jpeg(400, 600)[..^2], ImagePacking.Jpeg)).Image.Height);

    /// <summary>The size is in the file's frame header (SOF0), whatever the page says.</summary>
    [Fact]
    public void A_jpeg_that_says_it_is_a_field_is_refused_before_it_is_unpacked()
    {
        byte[] file = Jpeg(64, 64);
        int frame = file.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        for (int i = 5; i < 9; i++)
            file[frame + i] = 0xFF;

        Within(() => Assert.Throws<UnsupportedImageException>(() => Paint(Image(file, ImagePacking.Jpeg))));
    }

    [Theory]
    [InlineData(3, new byte[] { 0b000_111_01, 0b0_0000000 }, new byte[] { 0, 255, 72 })]
    [InlineData(12, new byte[] { 0x12, 0x3F, 0xF0, 0x80, 0x00 }, new byte[] { 0x12, 0xFF, 0x80 })]
    public void Samples_of_a_width_that_no_standard_knows_are_read_as_they_are_packed(int bits, byte[] samples, byte[] shown) =>
        Assert.Equal(shown, Paint(Image(samples, ImagePacking.None) with { BitsPerSample = bits, Width = 3, Height = 1 }).Image.Pixels);

    /// <summary>The parameters of the packing say how long a row is, and a row of that length is what is unpacked.</summary>
    [Fact]
    public void A_facsimile_of_more_columns_than_any_sheet_is_refused()
    {
        PageImage image = Image([0x00, 0x10, 0x01], ImagePacking.Fax) with { Width = 100, Height = 100, Fax = new FaxParameters(-1, 100_000, 100_000, false, false) };

        Within(() => Assert.Throws<UnsupportedImageException>(() => Paint(image)));
    }

    [Fact]
    public void Thousands_of_small_images_are_one_sheet()
    {
        PageImage[] images = [.. Enumerable.Range(0, 5_000).Select(i =>
            Image([(byte)(i % 200)], ImagePacking.None) with { Width = 1, Height = 1, Placement = new ImagePlacement(6, 0, 0, 8, i % 100 * 6, i / 100 * 16) })];

        Within(() => Assert.InRange(Paint(images).Image.Width, 600, 2600));
    }

    [Fact]
    public void A_page_of_many_images_is_given_up_when_its_time_is_over()
    {
        using var over = new CancellationTokenSource();
        over.Cancel();
        PageImage[] images = [.. Enumerable.Repeat(Image(new byte[100 * 100], ImagePacking.None) with { Width = 100, Height = 100, Placement = new ImagePlacement(10, 0, 0, 10, 5, 5) }, 1_000)];

        Assert.Throws<OperationCanceledException>(() => SheetPainter.Paint(Page, [.. images], over.Token));
    }

    /// <summary>A page of 200 inches over a picture of few pixels: its cells are looked for among those pixels.</summary>
    [Fact]
    public void A_page_as_large_as_a_field_costs_what_its_picture_costs()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        List<Area> cells = CellFinder.Find([], 300, 300, density: 300 / 14_400.0);

        Assert.Empty(cells);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    private static void Within(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        action();
        Assert.True(watch.Elapsed < _soon, $"It took {watch.Elapsed}.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    private static ScannedSheet Paint(params PageImage[] images) => SheetPainter.Paint(Page, [.. images], CancellationToken.None);

    private static Page Page { get; } = new()
    {
        Number = 1, Width = 600, Height = 800, Visible = new Box(0, 0, 600, 800), Rotation = 0,
        Letters = [], Rulings = [], Fills = [], Images = [], ImageOnly = true, Diagnostics = [],
    };

    private static PageImage Image(byte[] bytes, ImagePacking packing) => new()
    {
        Placement = new ImagePlacement(600, 0, 0, 800, 0, 0), Width = 400, Height = 600, BitsPerSample = 8, Colors = ImageColors.Gray, Packing = packing, Bytes = bytes,
    };

    private static byte[] Jpeg(int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                bitmap.SetPixel(x, y, new SKColor((uint)(0xFF000000 | (((x * 7) ^ (y * 13)) & 0xFF) * 0x010101)));
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}
