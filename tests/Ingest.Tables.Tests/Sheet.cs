using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;

namespace Ingest.Tables.Tests;

/// <summary>
/// A page drawn by hand: lines, fills and text whose ideographs are one em wide and whose digits and
/// Latin letters half an em. Points, y upwards.
/// </summary>
internal sealed class Sheet(float width = 600, float height = 800)
{
    private readonly List<Letter> _letters = [];
    private readonly List<Ruling> _rulings = [];
    private readonly List<Fill> _fills = [];

    public IReadOnlyList<Letter> Letters => _letters;

    public int Rotation { get; init; }

    /// <summary>Text that begins at x.</summary>
    public Sheet Text(float x, float baseline, string text, float size = 10, float spacing = 0, Hidden hidden = Hidden.No, int rgb = 0)
    {
        foreach (char c in text)
        {
            float advance = Advance(c) * size;
            _letters.Add(new Letter(
                c.ToString(), new Box(x, baseline - 0.14f * size, x + advance, baseline + 0.86f * size), x, baseline, size, 0, false, hidden)
            { Rgb = rgb });
            x += advance + spacing;
        }

        return this;
    }

    /// <summary>Text that ends at x.</summary>
    public Sheet Right(float x, float baseline, string text, float size = 10) =>
        Text(x - Length(text, size), baseline, text, size);

    /// <summary>Text whose middle is at x.</summary>
    public Sheet Center(float x, float baseline, string text, float size = 10) =>
        Text(x - Length(text, size) / 2, baseline, text, size);

    /// <summary>Text that runs at an angle: 90 is upwards.</summary>
    public Sheet Slanted(float x, float y, string text, float angle, float size = 10)
    {
        (float sin, float cos) = MathF.SinCos(angle * MathF.PI / 180);
        foreach (char c in text)
        {
            float advance = Advance(c) * size;
            float[] xs = [x, x + cos * advance, x - sin * size, x + cos * advance - sin * size];
            float[] ys = [y, y + sin * advance, y + cos * size, y + sin * advance + cos * size];
            _letters.Add(new Letter(c.ToString(), new Box(xs.Min(), ys.Min(), xs.Max(), ys.Max()), x, y, size, angle, false, Hidden.No));
            (x, y) = (x + cos * advance, y + sin * advance);
        }

        return this;
    }

    public Sheet Across(float y, float from, float to, float thickness = 0.5f)
    {
        _rulings.Add(new Ruling(true, y, from, to, thickness));
        return this;
    }

    public Sheet Down(float x, float from, float to)
    {
        _rulings.Add(new Ruling(false, x, Math.Min(from, to), Math.Max(from, to), 0.5f));
        return this;
    }

    public Sheet Frame(Box box) =>
        Across(box.Top, box.Left, box.Right).Across(box.Bottom, box.Left, box.Right)
            .Down(box.Left, box.Bottom, box.Top).Down(box.Right, box.Bottom, box.Top);

    /// <summary>All lines of a table; y from top to bottom.</summary>
    public Sheet Grid(float[] x, float[] y)
    {
        foreach (float at in y)
            Across(at, x[0], x[^1]);
        foreach (float at in x)
            Down(at, y[^1], y[0]);
        return this;
    }

    /// <summary>The same lines, each side of each cell drawn on its own.</summary>
    public Sheet GridPieces(float[] x, float[] y)
    {
        for (int row = 0; row + 1 < y.Length; row++)
        {
            for (int column = 0; column + 1 < x.Length; column++)
                Frame(new Box(x[column], y[row + 1], x[column + 1], y[row]));
        }

        return this;
    }

    public Sheet Fill(Box box, int rgb = 0xD9E2F3)
    {
        _fills.Add(new Fill(box, rgb));
        return this;
    }

    public Sheet WithLetters(IEnumerable<Letter> letters)
    {
        _letters.AddRange(letters);
        return this;
    }

    public Sheet WithRulings(IEnumerable<Ruling> rulings)
    {
        _rulings.AddRange(rulings);
        return this;
    }

    /// <summary>The same page with its content in another order.</summary>
    public Sheet Shuffled(int seed)
    {
        var random = new Random(seed);
        Letter[] letters = [.. _letters];
        Ruling[] rulings = [.. _rulings];
        random.Shuffle(letters);
        random.Shuffle(rulings);
        _letters.Clear();
        _letters.AddRange(letters);
        _rulings.Clear();
        _rulings.AddRange(rulings);
        return this;
    }

    public Page Build() => new()
    {
        Number = 1,
        Width = width,
        Height = height,
        Visible = new Box(0, 0, width, height),
        Rotation = Rotation,
        Letters = [.. _letters],
        Rulings = [.. _rulings],
        Fills = [.. _fills],
        Images = [],
        ImageOnly = false,
        Diagnostics = [],
    };

    /// <summary>The page turned counter-clockwise, text and all.</summary>
    public Page BuildTurned(int quarters)
    {
        Page page = Build();
        for (int turn = 0; turn < quarters; turn++)
            page = Turned(page);
        return page;
    }

    public PageContent Find(ITableFinder finder) => finder.Find(Build());

    private static Page Turned(Page page)
    {
        float high = page.Height;
        Box Turn(Box box) => new(high - box.Top, box.Left, high - box.Bottom, box.Right);
        return page with
        {
            Width = page.Height,
            Height = page.Width,
            Visible = Turn(page.Visible),
            Letters = [.. page.Letters.Select(letter => letter with
            {
                Box = Turn(letter.Box), X = high - letter.Y, Y = letter.X, Angle = (letter.Angle + 90) % 360,
            })],
            Rulings = [.. page.Rulings.Select(ruling => ruling.IsHorizontal
                ? ruling with { IsHorizontal = false, At = high - ruling.At }
                : ruling with { IsHorizontal = true, Start = high - ruling.End, End = high - ruling.Start })],
            Fills = [.. page.Fills.Select(fill => fill with { Box = Turn(fill.Box) })],
        };
    }

    private static float Length(string text, float size) => text.Sum(Advance) * size;

    private static float Advance(char c) => c < 0x2000 ? 0.5f : 1;
}
