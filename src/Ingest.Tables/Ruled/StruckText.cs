using Ingest.Contract.Geometry;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Ruled;

/// <summary>
/// Tells lines that strike text through from borders. A border keeps clear of the text on both sides of it; what runs through
/// the middle of most letters beside it is no border, however far it reaches.
/// </summary>
internal sealed class StruckText(GlyphRows rows, float em)
{
    // Heights above the baseline between which a line runs through a letter and not along it, in sizes of the letter.
    private const float Lowest = 0.12f;
    private const float Highest = 0.62f;

    /// <summary>Letters whose middle is within this of the line, in sizes of theirs, could have been struck as well.</summary>
    private const float Near = 1.2f;

    /// <summary>So many of those beside the line have to be struck.</summary>
    private const float LeastShare = 0.6f;

    /// <summary>Letters larger than this, in sizes of the page's text, are a watermark or a title.</summary>
    private const float LargestText = 2.5f;

    public bool IsStrike(in Line line)
    {
        (int crossed, _) = Count(line, bottom: line.At - (LargestText * em), top: line.At);
        if (crossed == 0)
            return false;
        float reach = LargestText * em * 2;
        (crossed, int near) = Count(line, line.At - reach, line.At + reach);
        return crossed >= LeastShare * near;
    }

    public static Box BoxOf(in Line line) => new(line.Start, line.At, line.End, line.At);

    private (int Crossed, int Near) Count(in Line line, float bottom, float top)
    {
        int crossed = 0;
        int near = 0;
        for (int row = RowSearch.FirstBelow(rows, top); row < rows.Count && rows[row][0].BaseY >= bottom; row++)
        {
            ReadOnlySpan<Glyph> letters = rows[row];
            for (int i = RowSearch.FirstFrom(letters, line.Start - em); i < letters.Length && letters[i].Box.Left < line.End; i++)
            {
                ref readonly Glyph letter = ref letters[i];
                if (letter.IsSpace || letter.Size > LargestText * em || !(letter.CenterX > line.Start && letter.CenterX < line.End) || IsDash(letter))
                    continue;
                float height = (line.At - letter.BaseY) / letter.Size;
                crossed += height is >= Lowest and <= Highest ? 1 : 0;
                near += Math.Abs(line.At - letter.CenterY) < Near * letter.Size ? 1 : 0;
            }
        }

        return (crossed, near);
    }

    // Letters that are lines themselves.
    private static bool IsDash(in Glyph letter) => letter.Text is "-" or "—" or "－" or "–" or "_" or "＿" or "一" or "―" or "─" or "=" or "…";
}
