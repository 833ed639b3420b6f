using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Content;

/// <summary>An image written into the content (ISO 32000-1, 8.9.7): what is needed to pass over it.</summary>
internal readonly record struct InlineImage(double Width, double Height, double BitsPerPixel, bool IsStencil, bool IsFiltered)
{
    // What follows EI must look like content for this long, since EI occurs in image data by chance.
    private const int BytesLookedAhead = 24;

    // Where no EI convinces among so many, the first is taken.
    private const int MostCandidates = 256;

    // Writers put a line end or two between the data and EI.
    private const int MostPadding = 4;

    public PaintedImage ToPaint() => new(IsStencil, IsOpaque: !IsStencil, Width * Height, Rgb.Unknown);

    /// <param name="operands">The keys and values between BI and ID.</param>
    /// <param name="content">What the operands were read from.</param>
    /// <param name="resources">Colour spaces may be named there.</param>
    /// <param name="names">Names met before.</param>
    public static InlineImage Read(OperandStack operands, ReadOnlySpan<byte> content, ResourceScope resources, NamePool names)
    {
        double width = 0, height = 0, bits = 8;
        int components = 1;
        bool isStencil = false, isFiltered = false;
        int at = 0;
        while (at + 1 < operands.Count)
        {
            ContentOperand key = operands[at];
            ContentOperand value = operands[at + 1];
            at += 2 + (value.Kind == OperandKind.Array ? value.Length : 0);
            if (key.Kind != OperandKind.Name)
                continue;
            switch (names.Get(content.Slice(key.Start, key.Length)).Value)
            {
                case "W" or "Width":
                    width = value.Number;
                    break;
                case "H" or "Height":
                    height = value.Number;
                    break;
                case "BPC" or "BitsPerComponent":
                    bits = value.Number;
                    break;
                case "IM" or "ImageMask":
                    isStencil = value.Number != 0;
                    break;
                case "F" or "Filter":
                    isFiltered = value.Kind == OperandKind.Name || value.Length > 0;
                    break;
                case "CS" or "ColorSpace" when value.Kind == OperandKind.Name:
                    components = resources.ColorSpace(names.Get(content.Slice(value.Start, value.Length)).Value).Components;
                    break;
            }
        }

        return new InlineImage(width, height, isStencil ? 1 : bits * components, isStencil, isFiltered);
    }

    /// <param name="content">What holds the image.</param>
    /// <param name="position">After ID.</param>
    /// <returns>The position after EI; the end of the content when there is none.</returns>
    public int FindEnd(ReadOnlySpan<byte> content, int position)
    {
        // One white space belongs to ID.
        int start = Math.Min(position + 1, content.Length);
        if (!IsFiltered && Math.Ceiling(Width * BitsPerPixel / 8) * Height is var size && size >= 0 && size <= content.Length - start)
        {
            int end = SkipPadding(content, start + (int)size);
            if (IsEnd(content, end))
                return end + 2;
        }

        return Search(content, start);
    }

    private static int SkipPadding(ReadOnlySpan<byte> content, int position)
    {
        int most = Math.Min(position + MostPadding, content.Length);
        while (position < most && Bytes.IsWhiteSpace(content[position]))
            position++;
        return position;
    }

    private static int Search(ReadOnlySpan<byte> content, int start)
    {
        int first = -1;
        int at = start;
        for (int candidate = 0; candidate < MostCandidates; candidate++)
        {
            int found = content[at..].IndexOf("EI"u8);
            if (found < 0)
                break;
            at += found;
            bool standsAlone = at == start || Bytes.IsWhiteSpace(content[at - 1]) || content[at - 1] == '>';
            if (standsAlone && IsEnd(content, at))
            {
                if (LooksLikeContent(content[(at + 2)..]))
                    return at + 2;
                first = first < 0 ? at + 2 : first;
            }

            at += 2;
        }

        return first < 0 ? content.Length : first;
    }

    private static bool IsEnd(ReadOnlySpan<byte> content, int at) =>
        at + 2 <= content.Length && content[at] == 'E' && content[at + 1] == 'I'
        && (at + 2 == content.Length || !Bytes.IsRegular(content[at + 2]));

    private static bool LooksLikeContent(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text[..Math.Min(text.Length, BytesLookedAhead)])
        {
            bool isText = value is (>= (byte)' ' and <= (byte)'~') or (byte)'\n' or (byte)'\r' or (byte)'\t';
            if (!isText)
                return false;
        }

        return true;
    }
}
