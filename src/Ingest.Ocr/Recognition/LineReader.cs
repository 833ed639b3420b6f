using System.Collections.Immutable;
using Ingest.Ocr.Imaging;
using Ingest.Ocr.Models;

namespace Ingest.Ocr.Recognition;

/// <summary>
/// Reads lines, and those with figures a second time from another cut: what the two do not agree on, or what either is not
/// certain of, is not sure.
/// </summary>
/// <param name="shapes">Counts the marks of a figure by its ink, for whatever the recogniser says.</param>
internal sealed class LineReader(TextRecogniser recogniser, LineCutter cutter, FigureShapes shapes)
{
    /// <summary>A figure with a character less certain than this, in either reading, is not sure.</summary>
    public const float SureFigure = 0.85f;

    /// <summary>In place of ink that has the size of letters and is none that the recogniser knows.</summary>
    public const string Illegible = "\uFFFD";

    private const int MostAlternatives = 12;

    private const float LeastSecond = 0.01f;

    public List<ReadLine> Read(IReadOnlyList<Area> places, CancellationToken cancellation)
    {
        LineReading[] first = recogniser.Read([.. places.Select(place => cutter.Take(place, Cut.First))], cancellation);
        int[] unread = [.. Enumerable.Range(0, first.Length).Where(i => first[i].Characters.IsEmpty && cutter.IsOfLetterSize(places[i]))];
        LineReading[] again = recogniser.Read([.. unread.Select(i => cutter.Take(places[i], Cut.Again))], cancellation);
        for (int i = 0; i < unread.Length; i++)
            first[unread[i]] = again[i];
        int[] figures = [.. Enumerable.Range(0, first.Length).Where(i => FigureText.HasDigit(first[i]) || Amount(first[i]) is not null)];
        LineReading[] second = recogniser.Read([.. figures.Select(i => cutter.Take(places[i], Cut.Second))], cancellation);
        var lines = new List<ReadLine>(places.Count);
        for (int i = 0; i < first.Length; i++)
        {
            int twice = Array.IndexOf(figures, i);
            ReadLine line = twice < 0 ? Words(places[i], first[i])
                : Amount(first[i]) is { } amount ? Figure(places[i], amount, first[i], second[twice])
                : Sentence(places[i], first[i], second[twice]);
            if (line.Text.Length > 0)
                lines.Add(line);
            else if (cutter.IsOfLetterSize(places[i]))
                lines.Add(new ReadLine(places[i], Illegible, 0, false, []));
        }

        return lines;
    }

    private static string? Amount(LineReading reading) => FigureText.Amount(reading.Characters.Select(character => character.Text));

    private static ReadLine Words(Area place, LineReading reading) => new(place, reading.Text, reading.Least, true, []);

    private static ReadLine Sentence(Area place, LineReading first, LineReading second)
    {
        CharacterReading[] figures = [.. first.Characters.Concat(second.Characters).Where(character => FigureText.Plain(character.Text) is >= '0' and <= '9' or '.')];
        bool agree = FigureText.Figures(first.Characters.Select(character => character.Text)) == FigureText.Figures(second.Characters.Select(character => character.Text));
        float least = figures.Min(character => character.Likelihood);
        bool isLegible = FigureText.Letters(first.Text) == FigureText.Letters(second.Text);
        return new ReadLine(place, first.Text, least, agree && isLegible && least >= SureFigure, []);
    }

    private ReadLine Figure(Area place, string amount, LineReading first, LineReading second)
    {
        string? again = Amount(second);
        float least = Math.Min(LeastDigit(first), LeastDigit(second));
        bool isPlain = first.Characters.All(character => FigureText.Plain(character.Text) is not null);
        bool isSure = again is not null && Digits(again) == Digits(amount) && least >= SureFigure && isPlain && !shapes.Contradict(place, amount);
        // Of two that disagree, the one that is more certain of its weakest character.
        if (!isSure && again is not null && second.Least > first.Least)
            (amount, again, first) = (again, amount, second);
        return new ReadLine(place, amount, least, isSure, isSure ? [] : Alternatives(amount, again, first));
    }

    /// <summary>Of the digits and signs: whether a mark is a point or a comma is told by where it stands, and whether there is one by its ink.</summary>
    private static float LeastDigit(LineReading reading) => reading.Characters
        .Where(character => FigureText.Plain(character.Text) is not ('.' or ',')).Select(character => character.Likelihood).DefaultIfEmpty().Min();

    /// <summary>Commas part the digits and say nothing.</summary>
    private static string Digits(string amount) => amount.Replace(",", "", StringComparison.Ordinal);

    private static ImmutableArray<string> Alternatives(string amount, string? again, LineReading reading)
    {
        var found = new List<(string Text, float Likelihood)>();
        if (again is not null)
            found.Add((again, 1));
        for (int i = 0; i < reading.Characters.Length; i++)
        {
            CharacterReading character = reading.Characters[i];
            if (character.Second is { } other && character.SecondLikelihood >= LeastSecond)
                found.Add((With(reading, i, other, 1), character.SecondLikelihood));
        }

        foreach (MissedCharacter missed in reading.Missed)
            found.Add((With(reading, missed.Before, missed.Text, 0), missed.Likelihood));
        return [.. found.OrderByDescending(other => other.Likelihood).Select(other => other.Text)
            .Where(other => other.Length > 0 && other != amount).Distinct().Take(MostAlternatives)];
    }

    /// <summary>The amount with something in place of some of its characters; "" where that is none.</summary>
    private static string With(LineReading reading, int at, string text, int instead) => FigureText.Amount(
        [.. reading.Characters.Take(at).Select(character => character.Text), text, .. reading.Characters.Skip(at + instead).Select(character => character.Text)]) ?? "";
}
