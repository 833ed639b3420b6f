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
        foreach (Piece piece in Pieces(place, reading, WordGap))
        {
            string text = piece.Reading.Text;
            if (words.Count > 0 && piece.Place.Left - words[^1].Place.Right < SignGap * place.Height && (IsHalfEmpty(words[^1].Text[^1]) || IsHalfEmpty(text[0])))
                words[^1] = (words[^1].Place.Union(piece.Place), words[^1].Text + text);
            else
                words.Add((piece.Place, text));
        }

        return words.Count < 2 ? [] : [.. words];
    }

    private static bool IsHalfEmpty(char character) => _halfEmpty.Contains(character);

    /// <summary>The line parted where a figure stands apart from what is beside it: two amounts, a code and a name; itself where there is no such place.</summary>
    /// <returns>Places, with the reading of those that hold no figure; null for what is to be read by itself.</returns>
    public IEnumerable<(Area Place, LineReading? Reading)> FiguresApart(Area place, LineReading reading)
    {
        if (!FigureText.HasDigit(reading))
            return [(place, reading)];
        Piece[] pieces = Pieces(place, reading, FigureGap);
        var parts = new List<Piece>();
        foreach (Piece piece in pieces)
        {
            if (parts.Count > 0 && !(IsFigure(parts[^1]) || IsFigure(piece)))
                parts[^1] = new Piece(parts[^1].Place.Union(piece.Place), Joined(parts[^1].Reading, piece.Reading));
            else if (parts.Count > 0 && (IsSign(parts[^1]) || IsSign(piece)))
                parts[^1] = new Piece(parts[^1].Place.Union(piece.Place), Joined(parts[^1].Reading, piece.Reading));
            else
                parts.Add(piece);
        }

        return parts.Count < 2 ? [(place, reading)] : parts.Select(part => (part.Place, IsFigure(part) ? null : part.Reading))!;
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

    private static bool IsSign(Piece piece) => piece.Reading.Characters.All(character => FigureText.Plain(character.Text) is { } plain && !char.IsAsciiDigit(plain));

    private sealed record Piece(Area Place, LineReading Reading);
}
