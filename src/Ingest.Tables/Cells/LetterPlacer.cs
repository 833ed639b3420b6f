using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Cells;

/// <summary>
/// Puts letters into cells by their centres, before any text is formed, so that a number that touches its
/// neighbour's label is never glued to it. Only letters that a border runs through need more thought:
/// a number or word that spills over a border stays whole.
/// </summary>
internal sealed class LetterPlacer(IReadOnlyList<CellSpans> tables, IReadOnlyList<Box> boxes, float emSize)
{
    /// <summary>Neighbours closer than this, in ems, stand in one word or number.</summary>
    private const float JoiningGap = 0.2f;

    /// <summary>The digits of one number abut; a gap this wide, in ems, between two of them is the padding of two cells.</summary>
    private const float ClearGap = 0.1f;

    /// <summary>Part of its width by which a letter may reach over a border and still count as beside it.</summary>
    private const float CleanReach = 0.3f;

    /// <summary>Part of a straddling word that must lie in one cell for the whole to belong there.</summary>
    private const float Majority = 0.6f;

    /// <summary>Letters this many times larger than most, and taller than their cell, are a watermark.</summary>
    private const float OversizeFactor = 2.2f;

    private int _lastTable;

    /// <summary>Numbers that began or ended in another cell than the one that most of them stands in.</summary>
    public List<Spill> Spills { get; } = [];

    /// <summary>The place of every letter, in the order of <see cref="GlyphRows.Glyphs"/>.</summary>
    public Place[] PlaceAll(GlyphRows rows, CancellationToken cancellation)
    {
        Place[] places = new Place[rows.Glyphs.Length];
        int offset = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<Glyph> glyphs = rows[row];
            PlaceRow(glyphs, places.AsSpan(offset, glyphs.Length));
            offset += glyphs.Length;
        }

        StrayMarks.Settle(rows, places, emSize, Spills);
        return places;
    }

    private void PlaceRow(ReadOnlySpan<Glyph> row, Span<Place> places)
    {
        for (int start = 0; start < row.Length;)
        {
            int end = start + 1;
            bool whole = true;
            places[start] = ByCenter(row[start], row[start].CenterY);
            while (end < row.Length && Continues(row[end - 1], row[end]))
            {
                places[end] = ByCenter(row[end], row[start].CenterY);
                whole &= places[end] == places[start];
                end++;
            }

            if (!whole)
                PlaceStraddling(row[start..end], places[start..end]);
            start = end;
        }
    }

    private static bool Continues(in Glyph left, in Glyph right) =>
        !left.IsSpace && !right.IsSpace
        && left.IsNumeric == right.IsNumeric
        && !(left.IsNumeric && PartsNumbers(left, right))
        && Math.Abs(left.BaseY - right.BaseY) <= 0.15f * left.Size
        && Math.Abs(LineText.GapInEms(left, right)) <= JoiningGap;

    /// <summary>A bracket that opens can only begin a number, one that closes only end it: "720.20（一）" is a number and a label.</summary>
    private static bool PartsNumbers(in Glyph left, in Glyph right) =>
        (left.Class == GlyphClass.Digit && right.Text is "(" or "（") || (left.Text is ")" or "）" && right.Class == GlyphClass.Digit);

    private Place ByCenter(in Glyph glyph, float y)
    {
        float x = glyph.CenterX;
        if (_lastTable >= boxes.Count || !boxes[_lastTable].Contains(x, y))
        {
            _lastTable = 0;
            while (_lastTable < boxes.Count && !boxes[_lastTable].Contains(x, y))
                _lastTable++;
            if (_lastTable == boxes.Count)
                return Place.Outside;
        }

        int cell = tables[_lastTable].At(x, y);
        bool oversize = glyph.Size > OversizeFactor * emSize && cell >= 0 && tables[_lastTable].BoxOf(cell).Height < 0.8f * glyph.Size;
        return oversize ? Place.Uncertain(_lastTable) : new Place(_lastTable, cell);
    }

    /// <summary>Decides for a word or number whose letters lie on both sides of a border.</summary>
    private void PlaceStraddling(ReadOnlySpan<Glyph> word, Span<Place> places)
    {
        bool beside = IsBesideBorders(word, places);
        if (word[0].IsNumeric)
        {
            bool isOneNumber = NumberShape.IsNumber(word);
            if (beside && ArePartsNumbers(word, places))
            {
                // "171|565": two numbers that touch, or one that spills over? Nothing on the page says, unless the
                // letters stand apart at the border and nowhere else, or other rows end and begin there.
                if (isOneNumber && !IsGapAtBorders(word, places) && !AreEdges(places))
                    Set(places, Uncertain(places));
                return;
            }

            Place place = isOneNumber ? MajorityOf(word, places) : Uncertain(places);
            NoteSpills(places, place);
            Set(places, place);
        }
        else if (!beside)
        {
            Set(places, MajorityOf(word, places));
        }
    }

    private void NoteSpills(ReadOnlySpan<Place> places, Place place)
    {
        if (place.Cell < 0)
            return;
        foreach (Place other in places)
        {
            if (other.Table == place.Table && other.Cell >= 0 && other.Cell != place.Cell)
                Spills.Add(new Spill(place.Table, other.Cell, place.Cell, CellDoubts.Overprinted));
        }
    }

    /// <summary>Does every border that the word crosses fall between two letters?</summary>
    private bool IsBesideBorders(ReadOnlySpan<Glyph> word, ReadOnlySpan<Place> places)
    {
        for (int i = 1; i < word.Length; i++)
        {
            if (places[i] == places[i - 1])
                continue;
            float border = BorderBetween(places[i - 1], places[i]);
            if (word[i - 1].Box.Right - border > CleanReach * word[i - 1].Box.Width
                || border - word[i].Box.Left > CleanReach * word[i].Box.Width)
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEdges(ReadOnlySpan<Place> places)
    {
        for (int i = 1; i < places.Length; i++)
        {
            if (places[i] != places[i - 1] && (places[i].Table < 0 || !tables[places[i].Table].IsEdge(BorderBetween(places[i - 1], places[i]))))
                return false;
        }

        return true;
    }

    private static bool IsGapAtBorders(ReadOnlySpan<Glyph> word, ReadOnlySpan<Place> places)
    {
        float within = 0;
        float across = float.MaxValue;
        for (int i = 1; i < word.Length; i++)
        {
            float gap = LineText.GapInEms(word[i - 1], word[i]);
            if (places[i] == places[i - 1])
                within = Math.Max(within, gap);
            else
                across = Math.Min(across, gap);
        }

        return across >= ClearGap && within < ClearGap / 2;
    }

    private float BorderBetween(Place left, Place right) => (left.Cell, right.Cell) switch
    {
        ( >= 0, _) => tables[left.Table].BoxOf(left.Cell).Right,
        (_, >= 0) => tables[right.Table].BoxOf(right.Cell).Left,
        _ => left.Table >= 0 ? boxes[left.Table].Right : boxes[right.Table].Left,
    };

    private static bool ArePartsNumbers(ReadOnlySpan<Glyph> word, ReadOnlySpan<Place> places)
    {
        for (int start = 0; start < word.Length;)
        {
            int end = start + 1;
            while (end < word.Length && places[end] == places[start])
                end++;
            if (!NumberShape.IsNumber(word[start..end]))
                return false;
            start = end;
        }

        return true;
    }

    /// <summary>The place of most of the word's width, uncertain when no place has enough of it.</summary>
    private static Place MajorityOf(ReadOnlySpan<Glyph> word, ReadOnlySpan<Place> places)
    {
        float total = 0;
        float run = 0;
        float widest = 0;
        Place best = places[0];
        for (int i = 0; i < word.Length; i++)
        {
            float width = Math.Max(0, word[i].Box.Width);
            run = i > 0 && places[i] == places[i - 1] ? run + width : width;
            total += width;
            if (run > widest)
                (widest, best) = (run, places[i]);
        }

        return widest >= Majority * total ? best : Uncertain(places);
    }

    private static Place Uncertain(ReadOnlySpan<Place> places)
    {
        foreach (Place place in places)
        {
            if (place.Table >= 0)
                return Place.Uncertain(place.Table);
        }

        return Place.Outside;
    }

    private static void Set(Span<Place> places, Place place) => places.Fill(place);
}
