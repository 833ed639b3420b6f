using FsCheck.Xunit;
using Ingest.Pdf.Filters;

namespace Ingest.Pdf.Tests.Filters;

public sealed class PredictorTests
{
    // Two rows of four bytes, encoded by hand from 10 20 30 40 / 15 25 35 200.
    [Theory]
    [InlineData(new byte[] { 0, 10, 20, 30, 40, 0, 15, 25, 35, 200 })]
    [InlineData(new byte[] { 1, 10, 10, 10, 10, 1, 15, 10, 10, 165 })]
    [InlineData(new byte[] { 2, 10, 20, 30, 40, 2, 5, 5, 5, 160 })]
    // Average: 10−0, 20−5, 30−10, 40−15; 15−5, 25−(15+20)/2, 35−(25+30)/2, 200−(35+40)/2.
    [InlineData(new byte[] { 3, 10, 15, 20, 25, 3, 10, 8, 8, 163 })]
    // Paeth, first row: the left neighbour. Second row: 15−10; a=15 b=20 c=10, p=25 → b; a=25 b=30 c=20, p=35 → b; a=35 b=40 c=30 → b.
    [InlineData(new byte[] { 4, 10, 10, 10, 10, 4, 5, 5, 5, 160 })]
    [InlineData(new byte[] { 1, 10, 10, 10, 10, 2, 5, 5, 5, 160 })]
    public void Each_png_row_names_its_predictor(byte[] data)
    {
        int length = new Predictor(15, 1, 8, 4).Undo(data);

        Assert.Equal([10, 20, 30, 40, 15, 25, 35, 200], data[..length]);
    }

    // First row 22 24 20 40; then 100 from above (22), 30 from the left (100), 25 from above left (24), 45 from above (40).
    [Fact]
    public void Paeth_takes_the_neighbour_nearest_to_its_estimate()
    {
        byte[] data = [0, 22, 24, 20, 40, 4, 78, 186, 1, 5];

        int length = new Predictor(15, 1, 8, 4).Undo(data);

        Assert.Equal([22, 24, 20, 40, 100, 30, 25, 45], data[..length]);
    }

    [Fact]
    public void Neighbours_are_whole_samples_away()
    {
        // Three components: the left neighbour of a byte is three bytes before it.
        byte[] data = [1, 1, 2, 3, 1, 1, 1];

        int length = new Predictor(11, 3, 8, 2).Undo(data);

        Assert.Equal([1, 2, 3, 2, 3, 4], data[..length]);
    }

    [Fact]
    public void A_row_cut_off_is_decoded_as_far_as_it_goes()
    {
        byte[] data = [2, 1, 2, 3, 4, 2, 1, 1];

        int length = new Predictor(12, 1, 8, 4).Undo(data);

        Assert.Equal([1, 2, 3, 4, 2, 3], data[..length]);
    }

    [Theory]
    [InlineData(8, new byte[] { 1, 2, 3, 250, 1, 9 }, new byte[] { 1, 3, 6, 0, 1, 10 })]
    [InlineData(16, new byte[] { 0x00, 0xFF, 0x00, 0x01, 0x00, 0x02, 0x00, 0x03 }, new byte[] { 0x00, 0xFF, 0x01, 0x00, 0x01, 0x02, 0x01, 0x05 })]
    // 4 bits: 1 2 3 15 → 1 3 6 5. 2 bits: 1 1 1 1 → 1 2 3 0. 1 bit: 1 1 0 1 → 1 0 0 1.
    [InlineData(4, new byte[] { 0x12, 0x3F }, new byte[] { 0x13, 0x65 })]
    [InlineData(2, new byte[] { 0b01_01_01_01 }, new byte[] { 0b01_10_11_00 })]
    [InlineData(1, new byte[] { 0b1101_0000 }, new byte[] { 0b1001_0000 })]
    public void Tiff_differences_are_summed_within_the_row(int bits, byte[] data, byte[] expected)
    {
        new Predictor(2, 1, bits, Columns: 4).Undo(data);

        Assert.Equal(expected, data);
    }

    [Theory]
    [InlineData(15, 0, 8, 1)]
    [InlineData(15, 1, 7, 1)]
    [InlineData(15, 1, 8, 0)]
    [InlineData(2, 1 << 24, 16, 1 << 24)]
    [InlineData(2, -1, 8, -1)]
    public void Parameters_that_make_no_sense_are_refused(int kind, int colors, int bits, int columns) =>
        Assert.Equal(-1, new Predictor(kind, colors, bits, columns).Undo(new byte[8]));

    [Property(MaxTest = 1000)]
    public bool Any_bytes_are_undone_without_harm(byte[] data, byte colors, byte columns, int bits, bool tiff)
    {
        int length = new Predictor(tiff ? 2 : 15, colors, 1 << Math.Abs(bits % 6), columns).Undo(data);
        return length <= data.Length;
    }
}
