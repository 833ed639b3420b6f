using System.Buffers;
using System.Collections.Immutable;
using Ingest.Ocr.Imaging;
using Ingest.Ocr.Layout;
using Ingest.Ocr.Models;

namespace Ingest.Ocr.Recognition;

/// <summary>
/// Which characters of a line belong to which of the pieces that paper parts it into. Texts of neighbouring columns are read
/// together, which a recogniser of lines does best, and stand apart all the same.
/// </summary>
internal sealed class LineWords(TextFinder finder)
{
    // Of the height of the line. Letters of one word stand closer.
    private const double WordGap = 0.3;

    // Between Chinese letters, whose ink fills their place less evenly (项目 in Kai).
    private const double LetterGap = 0.5;

    // Of the height of the line: an amount at the right edge of its column stands this close to the name that begins the next one.
    private const double AmountGap = 0.35;

    // Of the height of the line; digits of one figure stand closer, a full-width bracket before them too.
    private const double FigureGap = 0.6;

    // Of the height of the line: the empty half of a full-width sign, and what letters are apart.
    private const double SignGap = 0.8;

    // Their ink takes one half of their place; the other is no gap between columns.
    private static readonly SearchValues<char> _halfEmpty = SearchValues.Create("“”‘’\"（）()《》〈〉【】「」、，,。．.：:；;");

    /// <summary>The pieces with their texts; empty where there is one.</summary>
    public ImmutableArray<(Area Place, string Text)> Of(Area place, LineReading reading)
    {
        var words = new List<(Area Place, string Text)>();
        (Area Place, string Text)? before = null;
        foreach (Piece piece in Pieces(place, reading, WordGap))
        {
            (Area Place, string Text) word = (piece.Place, piece.Reading.Text);
            if (before is { } left && IsOneText(left, word, place.Height))
                words[^1] = (words[^1].Place.Union(word.Place), words[^1].Text + word.Text);
            else
                words.Add(word);
            before = word;
        }

        return words.Count < 2 ? [] : [.. words];
    }

    private static bool IsOneText((Area Place, string Text) left, (Area Place, string Text) right, int height)
    {
        double gap = right.Place.Left - left.Place.Right;
        if (_halfEmpty.Contains(left.Text[^1]) || _halfEmpty.Contains(right.Text[0]))
            return gap < SignGap * height;
        return LetterSetter.IsWide(left.Text[^1]) && LetterSetter.IsWide(right.Text[0]) && gap - Bearing(left, height) - Bearing(right, height) < LetterGap * height;
    }

    /// <summary>What a narrow letter that stands alone (目) leaves free of its place at either side.</summary>
    private static double Bearing((Area Place, string Text) word, int height) => word.Text.Length == 1 ? Math.Max(0, (height - word.Place.Width) / 2.0) : 0;

    /// <summary>The line parted where a figure stands apart from what is beside it: two amounts, a code and a name; itself where there is no such place.</summary>
    /// <returns>Places, with the reading of those that hold no figure; null for what is to be read by itself.</returns>
    public IEnumerable<(Area Place, LineReading? Reading)> FiguresApart(Area place, LineReading reading)
    {
        if (!FigureText.HasDigit(reading))
            return [(place, reading)];
        var parts = new List<Piece>();
        foreach (Piece piece in Pieces(place, reading, AmountGap))
        {
            if (parts.Count > 0 && IsOneLine(parts[^1], piece, FigureGap * place.Height))
                parts[^1] = new Piece(parts[^1].Place.Union(piece.Place), Joined(parts[^1].Reading, piece.Reading));
            else
                parts.Add(piece);
        }

        return parts.Count < 2 ? [(place, reading)] : parts.Select(part => (part.Place, IsFigure(part) ? null : part.Reading))!;
    }

    private static bool IsOneLine(Piece left, Piece right, double figureGap)
    {
        // Behind an amount stands no sign: it is the 一 that numbers the next name.
        if (IsAmount(left) && IsSign(right))
            return false;
        if (right.Place.Left - left.Place.Right <= figureGap)
            return !(IsAmount(left) && IsText(right)) && !(IsAmount(right) && IsText(left));
        return !(IsFigure(left) || IsFigure(right)) || IsSign(left) || IsSign(right);
    }

    /// <summary>Pieces that got no character of the reading are part of the one before.</summary>
    private Piece[] Pieces(Area place, LineReading reading, double gap)
    {
        Area[] words = [.. finder.Words(place, (int)Math.Max(1, gap * place.Height))];
        if (words.Length < 2 || reading.Characters.IsEmpty)
            return [new Piece(place, reading)];
        double margin = Cut.First.Margin * place.Height, left = place.Left - margin, width = place.Width + (2 * margin);
        var own = new List<CharacterReading>[words.Length];
        int word = 0;
        foreach (CharacterReading character in reading.Characters)
        {
            double at = left + (character.Position * width);
            while (word + 1 < words.Length && at > (words[word].Right + words[word + 1].Left) / 2.0)
                word++;
            (own[word] ??= []).Add(character);
        }

        var pieces = new List<Piece>();
        for (int i = 0; i < words.Length; i++)
        {
            if (own[i] is { } characters)
                pieces.Add(new Piece(words[i], new LineReading([.. characters], [])));
            else if (pieces.Count > 0)
                pieces[^1] = pieces[^1] with { Place = pieces[^1].Place.Union(words[i]) };
        }

        return [.. pieces];
    }

    private static LineReading Joined(LineReading one, LineReading other) => new(one.Characters.AddRange(other.Characters), []);

    private static bool IsFigure(Piece piece) => FigureText.HasDigit(piece.Reading) && piece.Reading.Characters.All(character => FigureText.Plain(character.Text) is not null);

    /// <summary>With two decimals: what stands behind them is another text.</summary>
    private static bool IsAmount(Piece piece) => IsFigure(piece) && piece.Reading.Characters is [.., var point, var tenths, var hundredths]
        && FigureText.Plain(point.Text) is '.' or ',' && char.IsAsciiDigit(tenths.Text[0]) && char.IsAsciiDigit(hundredths.Text[0]);

    private static bool IsText(Piece piece) => piece.Reading.Characters.Any(character => LetterSetter.IsWide(character.Text[0]) && FigureText.Plain(character.Text) is null);

    private static bool IsSign(Piece piece) => piece.Reading.Characters.All(character => FigureText.Plain(character.Text) is { } plain && !char.IsAsciiDigit(plain));

    private sealed record Piece(Area Place, LineReading Reading);
}
