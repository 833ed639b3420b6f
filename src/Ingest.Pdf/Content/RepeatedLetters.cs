using Ingest.Contract.Pages;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// Removes letters drawn again over themselves, which is how bold type, outlines and shadows are made.
/// What decides is that the boxes all but coincide; equal neighbours are two letters, and so are two of one string. Where
/// letters were found to be shadows of others, those too narrow to tell are held against the same shift.
/// </summary>
internal sealed class RepeatedLetters(ReadingBudget budget)
{
    // Bold is drawn with a shift of up to a tenth of the size; the two 1s of 11 are a full width apart.
    private const float MostShift = 0.3f;

    // Letters without a width, as combining marks, still have a size.
    private const float LeastShift = 0.05f;

    private const float MostTurn = 1;

    // Shadows of one page have one shift; bold, outlines and shadows together a few.
    private const int MostShifts = 4;

    // A shift is believed when so many letters have it.
    private const int LeastWitnesses = 3;

    // Shifts of letters of one string differ by rounding only.
    private const float SameShift = 0.12f;

    private readonly (float X, float Y, int Count)[] _shifts = new (float, float, int)[MostShifts];
    private int _shiftCount;
    private readonly Buffer<int> _heads = new(256);
    private readonly Buffer<int> _next = new(256);
    private uint _mask;
    private float _cellSize = float.NaN;
    private Cells _cells;

    public void Remove(Buffer<PaintedLetter> letters)
    {
        Prepare(letters.Count);
        try
        {
            BlankRepeated(letters.Span);
            BlankShadows(letters.Span);
        }
        finally
        {
            // Also when time is up half-way: blanked letters must not stay.
            Compact(letters);
        }
    }

    private void BlankRepeated(Span<PaintedLetter> all)
    {
        for (int i = 0; i < all.Length; i++)
        {
            int earlier = FindEarlier(all, i, 0, 0, ShiftOf(all[i]));
            if (earlier >= 0)
                Remember(all[i].X - all[earlier].X, all[i].Y - all[earlier].Y);
            // Of a hidden and a visible one the visible one stays: a white halo drawn first does not hide the text.
            if (earlier >= 0 && (all[earlier].Hidden == Hidden.No || all[i].Hidden != Hidden.No))
            {
                all[i].Text = "";
                continue;
            }

            if (earlier >= 0)
                all[earlier].Text = "";
            Insert(all[i], i);
        }
    }

    private void BlankShadows(Span<PaintedLetter> all)
    {
        for (int shift = 0; shift < _shiftCount; shift++)
        {
            (float x, float y, int count) = _shifts[shift];
            if (count < LeastWitnesses)
                continue;
            for (int i = 0; i < all.Length; i++)
            {
                if (all[i].Text.Length > 0 && FindEarlier(all, i, x, y, SameShift) is >= 0 and var earlier && earlier < i)
                    all[i].Text = "";
            }
        }
    }

    /// <summary>Counts how often letters are repeated with this shift; none at all is not counted.</summary>
    private void Remember(float x, float y)
    {
        if (Math.Abs(x) <= SameShift && Math.Abs(y) <= SameShift)
            return;
        for (int i = 0; i < _shiftCount; i++)
        {
            if (Math.Abs(_shifts[i].X - x) > SameShift || Math.Abs(_shifts[i].Y - y) > SameShift)
                continue;
            _shifts[i].Count++;
            return;
        }

        if (_shiftCount < MostShifts)
            _shifts[_shiftCount++] = (x, y, 1);
    }

    private void Prepare(int count)
    {
        _shiftCount = 0;
        int size = 256;
        while (size < count * 2L)
            size *= 2;
        _heads.Truncate(0);
        _heads.Extend(size).Fill(-1);
        _next.Truncate(0);
        _next.Extend(count);
        _mask = (uint)size - 1;
    }

    /// <summary>Gives back what was lent for looking.</summary>
    public void Release()
    {
        _heads.Release();
        _next.Release();
    }

    private static void Compact(Buffer<PaintedLetter> letters)
    {
        int kept = 0;
        for (int i = 0; i < letters.Count; i++)
        {
            if (letters[i].Text.Length == 0)
                continue;
            if (kept < i)
                letters[kept] = letters[i];
            kept++;
        }

        letters.Truncate(kept);
    }

    /// <summary>A letter like this one, of another string, that lies at a distance from it, give or take; −1 for none.</summary>
    private int FindEarlier(ReadOnlySpan<PaintedLetter> all, int index, float distanceX, float distanceY, float shift)
    {
        ref readonly PaintedLetter letter = ref all[index];
        (float fromX, float fromY) = (letter.X - distanceX, letter.Y - distanceY);
        Cells cells = CellsFor(letter.Size);
        int right = cells.Of(fromX + shift);
        int top = cells.Of(fromY + shift);
        for (int x = cells.Of(fromX - shift); x <= right; x++)
        {
            for (int y = cells.Of(fromY - shift); y <= top; y++)
            {
                for (int at = _heads[Slot(letter.Text, cells, x, y)]; at >= 0; at = _next[at])
                {
                    budget.Check();
                    if (all[at].Text == letter.Text && (all[at].Run != letter.Run || letter.Run == 0) && Coincide(all[at], letter, fromX, fromY, shift))
                        return at;
                }
            }
        }

        return -1;
    }

    private void Insert(in PaintedLetter letter, int index)
    {
        Cells cells = CellsFor(letter.Size);
        ref int head = ref _heads[Slot(letter.Text, cells, cells.Of(letter.X), cells.Of(letter.Y))];
        _next[index] = head;
        head = index;
    }

    // Letters that follow each other mostly have one size.
    private Cells CellsFor(float size)
    {
        if (size != _cellSize)
            (_cellSize, _cells) = (size, new Cells(size));
        return _cells;
    }

    private int Slot(string text, Cells cells, int x, int y)
    {
        unchecked
        {
            uint hash = (uint)((text[0] * 31 + text.Length) * 16777619);
            hash = (hash ^ (uint)x) * 2654435761;
            hash = (hash ^ (uint)y) * 2246822519;
            hash = (hash ^ (uint)cells.Scale) * 3266489917;
            return (int)((hash ^ (hash >> 15)) & _mask);
        }
    }

    private static float ShiftOf(in PaintedLetter letter) =>
        Math.Max(MostShift * Math.Min(Math.Min(letter.Box.Width, letter.Box.Height), letter.Size), LeastShift * letter.Size);

    private static bool Coincide(in PaintedLetter one, in PaintedLetter other, float x, float y, float shift) =>
        Math.Abs(one.X - x) <= shift && Math.Abs(one.Y - y) <= shift
        && Math.Abs(one.Size - other.Size) <= 0.1f * other.Size
        && Math.Abs(one.Angle - other.Angle) <= MostTurn;

    /// <summary>A net of squares as large as the letters or up to twice that, so that a search looks into four at most.</summary>
    private readonly struct Cells
    {
        private readonly double _perPoint;

        public Cells(float size)
        {
            Scale = size > 0 ? Math.ILogB(size) : 0;
            _perPoint = Math.ScaleB(1, -Scale - 1);
        }

        public int Scale { get; }

        public int Of(float place) => (int)Math.Clamp(Math.Floor(place * _perPoint), -1e9, 1e9);
    }
}
