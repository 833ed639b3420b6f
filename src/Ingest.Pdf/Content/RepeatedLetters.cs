using Ingest.Contract.Pages;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// Removes letters drawn again over themselves, which is how bold type, outlines and shadows are made.
/// What decides is that the boxes all but coincide; equal neighbours are two letters.
/// </summary>
internal sealed class RepeatedLetters(ReadingBudget budget)
{
    // Bold is drawn with a shift of up to a tenth of the size; the two 1s of 11 are a full width apart.
    private const float MostShift = 0.3f;

    // Letters without a width, as combining marks, still have a size.
    private const float LeastShift = 0.05f;

    private const float MostTurn = 1;

    private int[] _heads = [];
    private int[] _next = [];
    private uint _mask;

    public void Remove(Buffer<PaintedLetter> letters)
    {
        Prepare(letters.Count);
        try
        {
            BlankRepeated(letters.Span);
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
            int earlier = FindEarlier(all, i);
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

    private void Prepare(int count)
    {
        int size = 256;
        while (size < count * 2L)
            size *= 2;
        if (_heads.Length < size)
            _heads = new int[size];
        if (_next.Length < count)
            _next = new int[size];
        _heads.AsSpan(0, size).Fill(-1);
        _mask = (uint)size - 1;
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

    private int FindEarlier(ReadOnlySpan<PaintedLetter> all, int index)
    {
        ref readonly PaintedLetter letter = ref all[index];
        float shift = ShiftOf(letter);
        var cells = new Cells(letter.Size);
        int right = cells.Of(letter.X + shift);
        int top = cells.Of(letter.Y + shift);
        for (int x = cells.Of(letter.X - shift); x <= right; x++)
        {
            for (int y = cells.Of(letter.Y - shift); y <= top; y++)
            {
                for (int at = _heads[Slot(letter.Text, cells, x, y)]; at >= 0; at = _next[at])
                {
                    budget.Check();
                    if (all[at].Text == letter.Text && Coincide(all[at], letter, shift))
                        return at;
                }
            }
        }

        return -1;
    }

    private void Insert(in PaintedLetter letter, int index)
    {
        var cells = new Cells(letter.Size);
        ref int head = ref _heads[Slot(letter.Text, cells, cells.Of(letter.X), cells.Of(letter.Y))];
        _next[index] = head;
        head = index;
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

    private static bool Coincide(in PaintedLetter one, in PaintedLetter other, float shift) =>
        Math.Abs(one.X - other.X) <= shift && Math.Abs(one.Y - other.Y) <= shift
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
