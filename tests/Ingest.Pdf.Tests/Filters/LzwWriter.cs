namespace Ingest.Pdf.Tests.Filters;

/// <summary>Encodes LZW as ISO 32000-1, 7.4.4.2 describes it, with or without early change.</summary>
internal static class LzwWriter
{
    private const int Clear = 256;
    private const int End = 257;

    public static byte[] Encode(byte[] data, bool earlyChange)
    {
        var codes = new List<(int Code, int Width)> { (Clear, 9) };
        var table = new Dictionary<string, int>();
        int next = 258;
        string sequence = "";
        foreach (byte value in data)
        {
            string longer = sequence + (char)value;
            if (longer.Length == 1 || table.ContainsKey(longer))
            {
                sequence = longer;
                continue;
            }

            codes.Add((CodeOf(sequence, table), WidthFor(next, earlyChange)));
            table[longer] = next++;
            sequence = longer[^1..];
            if (next == 4095)
            {
                codes.Add((CodeOf(sequence, table), WidthFor(next, earlyChange)));
                codes.Add((Clear, WidthFor(next + 1, earlyChange)));
                table.Clear();
                next = 258;
                sequence = "";
            }
        }

        if (sequence.Length > 0)
            codes.Add((CodeOf(sequence, table), WidthFor(next++, earlyChange)));
        codes.Add((End, WidthFor(next, earlyChange)));
        return Pack(codes);
    }

    public static byte[] Pack(IReadOnlyList<(int Code, int Width)> codes)
    {
        var bits = codes.SelectMany(code => Enumerable.Range(0, code.Width).Select(bit => (code.Code >> (code.Width - 1 - bit)) & 1)).ToList();
        var bytes = new byte[(bits.Count + 7) / 8];
        for (int i = 0; i < bits.Count; i++)
            bytes[i / 8] |= (byte)(bits[i] << (7 - (i % 8)));
        return bytes;
    }

    private static int CodeOf(string sequence, Dictionary<string, int> table) => sequence.Length == 1 ? sequence[0] : table[sequence];

    // The decoder is one entry behind, so it widens when the encoder's table has one more.
    private static int WidthFor(int next, bool earlyChange)
    {
        int width = 9;
        while (next - 1 + (earlyChange ? 1 : 0) >= 1 << width && width < 12)
            width++;
        return width;
    }
}
