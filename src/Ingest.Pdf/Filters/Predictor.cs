namespace Ingest.Pdf.Filters;

/// <summary>
/// Undoes the predictors of ISO 32000-1, 7.4.4.4: PNG, chosen anew by each row, and TIFF. A last row
/// that is not complete is decoded as far as it goes.
/// </summary>
/// <param name="Kind">1 none, 2 TIFF, 10 and above PNG.</param>
/// <param name="Colors">Components per sample.</param>
/// <param name="BitsPerComponent">1, 2, 4, 8 or 16.</param>
/// <param name="Columns">Samples per row.</param>
internal readonly record struct Predictor(int Kind, int Colors, int BitsPerComponent, int Columns)
{
    // More bytes in a row than any image or table has; beyond that the parameters are a lie.
    private const long LongestRow = 1 << 24;

    public bool IsNone => Kind is not 2 and < 10;

    /// <summary>Undoes the prediction in place.</summary>
    /// <param name="data">Decoded bytes; overwritten.</param>
    /// <returns>How many bytes are left, or −1 when the parameters make no sense.</returns>
    public int Undo(Span<byte> data)
    {
        if (IsNone)
            return data.Length;
        long rowBits = (long)Colors * BitsPerComponent * Columns;
        if (Colors < 1 || Columns < 1 || BitsPerComponent is not (1 or 2 or 4 or 8 or 16) || rowBits > LongestRow * 8)
            return -1;
        int rowLength = (int)((rowBits + 7) / 8);
        if (Kind >= 10)
            return UndoPng(data, rowLength, Math.Max(1, Colors * BitsPerComponent / 8));
        UndoTiff(data, rowLength);
        return data.Length;
    }

    private static int UndoPng(Span<byte> data, int rowLength, int sampleLength)
    {
        int read = 0;
        int written = 0;
        ReadOnlySpan<byte> above = [];
        while (read + 1 < data.Length)
        {
            byte type = data[read++];
            int length = Math.Min(rowLength, data.Length - read);
            // Rows move towards the front by one byte each, so source and destination may overlap.
            data.Slice(read, length).CopyTo(data.Slice(written, length));
            Span<byte> row = data.Slice(written, length);
            UndoPngRow(type, row, above, sampleLength);
            above = row;
            read += length;
            written += length;
        }

        return written;
    }

    private static void UndoPngRow(byte type, Span<byte> row, ReadOnlySpan<byte> above, int sampleLength)
    {
        switch (type)
        {
            case 1:
                for (int i = sampleLength; i < row.Length; i++)
                    row[i] = unchecked((byte)(row[i] + row[i - sampleLength]));
                break;
            case 2:
                for (int i = 0; i < row.Length && i < above.Length; i++)
                    row[i] = unchecked((byte)(row[i] + above[i]));
                break;
            case 3:
                for (int i = 0; i < row.Length; i++)
                    row[i] = unchecked((byte)(row[i] + ((Left(row, i, sampleLength) + At(above, i)) / 2)));
                break;
            case 4:
                for (int i = 0; i < row.Length; i++)
                    row[i] = unchecked((byte)(row[i] + Paeth(Left(row, i, sampleLength), At(above, i), Left(above, i, sampleLength))));
                break;
        }
    }

    private static int Left(ReadOnlySpan<byte> row, int at, int sampleLength) => at < sampleLength ? 0 : At(row, at - sampleLength);

    private static int At(ReadOnlySpan<byte> row, int at) => at < row.Length ? row[at] : 0;

    private static int Paeth(int left, int above, int aboveLeft)
    {
        int estimate = left + above - aboveLeft;
        int byLeft = Math.Abs(estimate - left);
        int byAbove = Math.Abs(estimate - above);
        int byAboveLeft = Math.Abs(estimate - aboveLeft);
        if (byLeft <= byAbove && byLeft <= byAboveLeft)
            return left;
        return byAbove <= byAboveLeft ? above : aboveLeft;
    }

    private void UndoTiff(Span<byte> data, int rowLength)
    {
        for (int start = 0; start < data.Length; start += rowLength)
        {
            Span<byte> row = data.Slice(start, Math.Min(rowLength, data.Length - start));
            switch (BitsPerComponent)
            {
                case 8:
                    for (int i = Colors; i < row.Length; i++)
                        row[i] = unchecked((byte)(row[i] + row[i - Colors]));
                    break;
                case 16:
                    UndoTiffWords(row);
                    break;
                default:
                    UndoTiffBits(row);
                    break;
            }
        }
    }

    private void UndoTiffWords(Span<byte> row)
    {
        int step = 2 * Colors;
        for (int i = step; i + 1 < row.Length; i += 2)
        {
            int sum = ((row[i] << 8) | row[i + 1]) + ((row[i - step] << 8) | row[i - step + 1]);
            row[i] = (byte)((sum >> 8) & 0xFF);
            row[i + 1] = (byte)(sum & 0xFF);
        }
    }

    private void UndoTiffBits(Span<byte> row)
    {
        int perByte = 8 / BitsPerComponent;
        int mask = (1 << BitsPerComponent) - 1;
        int components = Math.Min(Columns * Colors, row.Length * perByte);
        for (int i = Colors; i < components; i++)
        {
            int sum = (Component(row, i, perByte, mask) + Component(row, i - Colors, perByte, mask)) & mask;
            int shift = Shift(i, perByte);
            row[i / perByte] = (byte)((row[i / perByte] & ~(mask << shift) & 0xFF) | (sum << shift));
        }
    }

    private int Component(ReadOnlySpan<byte> row, int index, int perByte, int mask) =>
        (row[index / perByte] >> Shift(index, perByte)) & mask;

    private int Shift(int index, int perByte) => 8 - (BitsPerComponent * ((index % perByte) + 1));
}
