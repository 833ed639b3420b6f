using System.Buffers.Binary;
using System.IO.Compression;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>What the pixels of a PNG are.</summary>
internal enum PngPixels : byte
{
    Gray = 0,
    Rgb = 2,
    Indexed = 3,
    GrayAlpha = 4,
    Rgba = 6,
}

/// <summary>Writes PNG files (ISO/IEC 15948): not interlaced, one data chunk.</summary>
internal static class PngFile
{
    private static readonly uint[] _crcTable = [.. Enumerable.Range(0, 256).Select(static index =>
    {
        uint crc = (uint)index;
        for (int bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    })];

    /// <param name="rows">Row after row, each of whole bytes.</param>
    /// <param name="bits">Per sample: 8, or 1 for gray and indexed pixels.</param>
    /// <param name="palette">RGBA of each index, for indexed pixels.</param>
    public static byte[] Write(int width, int height, PngPixels pixels, int bits, ReadOnlySpan<byte> rows, ReadOnlySpan<byte> palette = default)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = ((byte)bits, (byte)pixels);
        Chunk(file, "IHDR"u8, header);
        if (pixels == PngPixels.Indexed)
        {
            int colors = palette.Length / 4;
            byte[] rgb = new byte[colors * 3], alpha = new byte[colors];
            for (int i = 0; i < colors; i++)
            {
                palette.Slice(i * 4, 3).CopyTo(rgb.AsSpan(i * 3));
                alpha[i] = palette[(i * 4) + 3];
            }

            Chunk(file, "PLTE"u8, rgb);
            Chunk(file, "tRNS"u8, alpha);
        }

        Chunk(file, "IDAT"u8, Packed(height, rows));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Packed(int height, ReadOnlySpan<byte> rows)
    {
        int stride = rows.Length / height;
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[stride + 1];
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<byte> now = rows.Slice(y * stride, stride);
                // Filter type 2: what differs from the row above; flat pictures become zeros.
                row[0] = (byte)(y == 0 ? 0 : 2);
                for (int x = 0; x < stride; x++)
                    row[x + 1] = y == 0 ? now[x] : unchecked((byte)(now[x] - rows[((y - 1) * stride) + x]));
                zip.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(Crc(0xFFFFFFFF, type), content) ^ 0xFFFFFFFF);
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            crc = _crcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }
}
