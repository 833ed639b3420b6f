using System.Buffers.Binary;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>Numbers and parts of a font file; what lies outside it is 0 or empty.</summary>
internal static class BigEndian
{
    public static int Byte(ReadOnlySpan<byte> data, long at) => at >= 0 && at < data.Length ? data[(int)at] : 0;

    public static int UInt16(ReadOnlySpan<byte> data, long at) =>
        at >= 0 && at + 2 <= data.Length ? BinaryPrimitives.ReadUInt16BigEndian(data[(int)at..]) : 0;

    public static int Int16(ReadOnlySpan<byte> data, long at) =>
        at >= 0 && at + 2 <= data.Length ? BinaryPrimitives.ReadInt16BigEndian(data[(int)at..]) : 0;

    public static uint UInt32(ReadOnlySpan<byte> data, long at) =>
        at >= 0 && at + 4 <= data.Length ? BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]) : 0;

    public static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> data, long at, long length)
    {
        if (at < 0 || at >= data.Length || length <= 0)
            return default;
        return data.Slice((int)at, (int)Math.Min(length, data.Length - at));
    }
}
