using Ingest.Contract.Pages;

namespace Ingest.Ocr.Imaging;

/// <summary>Reads unpacked samples of 1 to 16 bits (ISO 32000-1, 8.9.5.2). Samples that are missing are white.</summary>
internal sealed class SampleReader(PageImage image, ReadOnlyMemory<byte> bytes)
{
    private readonly int _components = image.Colors switch
    {
        ImageColors.Rgb => 3,
        ImageColors.Cmyk => 4,
        _ => 1,
    };

    public GrayImage Read(CancellationToken cancellation)
    {
        var gray = new GrayImage(image.Width, image.Height);
        Array.Fill(gray.Pixels, (byte)255);
        int rowBytes = (int)(((long)image.Width * _components * image.BitsPerSample + 7) / 8);
        byte[]? levels = _components == 1 ? Levels() : null;
        for (int y = 0; y < image.Height; y++)
        {
            if (y % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
            long start = (long)y * rowBytes;
            if (start + rowBytes > bytes.Length)
                break;
            ReadOnlySpan<byte> row = bytes.Span.Slice((int)start, rowBytes);
            if (levels is not null)
                Single(row, levels, gray.Row(y));
            else
                Several(row, gray.Row(y));
        }

        return gray;
    }

    /// <summary>Brightness by sample value; of 16 bits the upper eight count.</summary>
    private byte[] Levels()
    {
        int bits = Math.Min(image.BitsPerSample, 8), most = (1 << bits) - 1;
        var levels = new byte[most + 1];
        for (int value = 0; value <= most; value++)
        {
            int shown = image.IsInverted ? most - value : value;
            int entry = shown * 3;
            levels[value] = image.Colors == ImageColors.Indexed
                ? entry + 2 < image.Palette.Length ? ImageDecoder.Brightness(image.Palette[entry], image.Palette[entry + 1], image.Palette[entry + 2]) : (byte)255
                : (byte)(shown * 255 / most);
        }

        return levels;
    }

    private void Single(ReadOnlySpan<byte> row, byte[] levels, Span<byte> to)
    {
        for (int x = 0; x < to.Length; x++)
            to[x] = levels[Sample(row, x)];
    }

    private void Several(ReadOnlySpan<byte> row, Span<byte> to)
    {
        int most = (1 << Math.Min(image.BitsPerSample, 8)) - 1;
        for (int x = 0; x < to.Length; x++)
        {
            int at = x * _components;
            int first = Level(row, at, most), second = Level(row, at + 1, most), third = Level(row, at + 2, most);
            if (_components == 4)
            {
                int light = 255 - Level(row, at + 3, most);
                (first, second, third) = ((255 - first) * light / 255, (255 - second) * light / 255, (255 - third) * light / 255);
            }

            to[x] = ImageDecoder.Brightness(first, second, third);
        }
    }

    private int Level(ReadOnlySpan<byte> row, int index, int most)
    {
        int value = Sample(row, index) * 255 / most;
        return image.IsInverted ? 255 - value : value;
    }

    /// <summary>The upper eight bits of a sample at most; widths that no standard knows (3, 12) are read as they are packed.</summary>
    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        int bits = image.BitsPerSample;
        if (bits == 8)
            return row[index];
        (int at, int from) = Math.DivRem(index * bits, 8);
        int three = (row[at] << 16) | (Byte(row, at + 1) << 8) | Byte(row, at + 2);
        int kept = Math.Min(bits, 8);
        return (three >> (24 - from - kept)) & ((1 << kept) - 1);
    }

    private static int Byte(ReadOnlySpan<byte> row, int at) => at < row.Length ? row[at] : 0;
}
