using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Benchmarks.Pictures;

/// <summary>A picture in 256 shades of gray, as pdftoppm and Chromium write them.</summary>
/// <param name="Shades">Row after row from the top.</param>
internal sealed record GrayImage(int Width, int Height, byte[] Shades)
{
    /// <summary>The mean of squares of pixels; what does not fill a square at the right and lower edges is left out.</summary>
    public GrayImage Averaged(int side)
    {
        (int width, int height) = (Width / side, Height / side);
        byte[] shades = new byte[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                int sum = 0;
                for (int row = y * side; row < (y + 1) * side; row++)
                    for (int column = x * side; column < (x + 1) * side; column++)
                        sum += Shades[(row * Width) + column];
                shades[(y * width) + x] = (byte)(sum / (side * side));
            }

        return new GrayImage(width, height, shades);
    }

    /// <summary>A PGM file of 8 bits (<c>pdftoppm -gray</c>).</summary>
    public static GrayImage FromPgm(byte[] file)
    {
        string header = Encoding.ASCII.GetString(file, 0, Math.Min(file.Length, 64));
        string[] words = header.Split((char[])[' ', '\n'], 5, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4 || words[0] != "P5" || words[3] != "255")
            throw new InvalidDataException("That is no PGM file of 8 bits.");
        (int width, int height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        return new GrayImage(width, height, file[^(width * height)..]);
    }

    /// <summary>A PNG file of 8 bits, RGB or RGBA, not interlaced (a screenshot of Chromium).</summary>
    public static GrayImage FromPng(byte[] file)
    {
        (int width, int height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        int channels = (file[24], file[25], file[28]) switch
        {
            (8, 2, 0) => 3,
            (8, 6, 0) => 4,
            _ => throw new InvalidDataException("That is no PNG file as Chromium writes them."),
        };
        using var packed = new MemoryStream();
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(file, at + 8, length);
            at += length + 12;
        }

        packed.Position = 0;
        using var zip = new ZLibStream(packed, CompressionMode.Decompress);
        int stride = width * channels;
        byte[] above = new byte[stride], row = new byte[stride + 1], shades = new byte[width * height];
        for (int y = 0; y < height; y++)
        {
            zip.ReadExactly(row);
            Unfilter(row[0], row.AsSpan(1), above, channels);
            for (int x = 0; x < width; x++)
                shades[(y * width) + x] = (byte)(((299 * above[x * channels]) + (587 * above[(x * channels) + 1]) + (114 * above[(x * channels) + 2]) + 500) / 1000);
        }

        return new GrayImage(width, height, shades);
    }

    /// <summary>Puts the row as it was in place of the one above (ISO/IEC 15948, 9).</summary>
    private static void Unfilter(byte filter, Span<byte> row, byte[] above, int channels)
    {
        byte[] before = [.. above];
        for (int x = 0; x < row.Length; x++)
        {
            int left = x >= channels ? above[x - channels] : 0, up = before[x], corner = x >= channels ? before[x - channels] : 0;
            int predicted = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
            above[x] = unchecked((byte)(row[x] + predicted));
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        (int byLeft, int byUp, int byCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
