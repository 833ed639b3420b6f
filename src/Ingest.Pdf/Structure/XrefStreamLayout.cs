using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>How the entries of a cross-reference stream are laid out (ISO 32000-1, 7.5.8.2).</summary>
/// <param name="TypeWidth">Bytes of the first field; 0 means that all are of type 1.</param>
/// <param name="PositionWidth">Bytes of the second field.</param>
/// <param name="IndexWidth">Bytes of the third field.</param>
/// <param name="Sections">First number and count of each run of entries.</param>
internal sealed record XrefStreamLayout(int TypeWidth, int PositionWidth, int IndexWidth, IReadOnlyList<(int First, int Count)> Sections)
{
    private const int WidestField = 8;

    /// <summary>Null when the stream does not describe itself as a cross-reference stream must.</summary>
    public static XrefStreamLayout? Read(ObjectSource source, PdfStream stream)
    {
        if (source.GetArray(stream, "W") is not { Count: >= 3 } widths)
            return null;
        int type = Width(source, widths[0]);
        int position = Width(source, widths[1]);
        int index = Width(source, widths[2]);
        if (type < 0 || position < 1 || index < 0)
            return null;
        return new XrefStreamLayout(type, position, index, ReadSections(source, stream));
    }

    /// <summary>Enters what the decoded stream says, as far as it goes.</summary>
    public void Fill(ObjectTable table, ReadOnlySpan<byte> data, ReadingBudget budget)
    {
        int width = TypeWidth + PositionWidth + IndexWidth;
        foreach ((int first, int count) in Sections)
        {
            for (int i = 0; i < count && data.Length >= width && first <= int.MaxValue - i; i++)
            {
                budget.Check();
                table.SetIfMissing(first + i, ReadEntry(data));
                data = data[width..];
            }
        }
    }

    private ObjectEntry ReadEntry(ReadOnlySpan<byte> data)
    {
        long type = TypeWidth == 0 ? 1 : Field(data[..TypeWidth]);
        long position = Field(data.Slice(TypeWidth, PositionWidth));
        long index = Field(data.Slice(TypeWidth + PositionWidth, IndexWidth));
        return type switch
        {
            1 => XrefEntry.At(position),
            2 => new ObjectEntry(ObjectEntryKind.InStream, (int)Math.Min(position, int.MaxValue), (int)Math.Min(index, int.MaxValue)),
            // 0 is free; other types are to be taken as null.
            _ => new ObjectEntry(ObjectEntryKind.Free, 0),
        };
    }

    // Seven bytes are more than any file's offset; of eight the first is 0 or the entry is nonsense either way.
    private static long Field(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (byte next in bytes)
            value = ((value & 0x7F_FFFF_FFFF_FFFF) << 8) | next;
        return value;
    }

    private static int Width(ObjectSource source, PdfObject value) =>
        source.Resolve(value) is PdfNumber { Value: >= 0 and <= WidestField } width ? (int)width.Value : -1;

    private static List<(int First, int Count)> ReadSections(ObjectSource source, PdfStream stream)
    {
        if (source.GetArray(stream, "Index") is not { } index)
            return [(0, Whole(source.Get(stream, "Size")))];
        var sections = new List<(int First, int Count)>();
        for (int i = 0; i + 1 < index.Count; i += 2)
            sections.Add((Whole(source.Resolve(index[i])), Whole(source.Resolve(index[i + 1]))));
        return sections;
    }

    private static int Whole(PdfObject value) =>
        value is PdfNumber number ? (int)Math.Clamp(number.Value, 0, int.MaxValue) : 0;
}
