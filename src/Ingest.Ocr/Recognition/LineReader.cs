using System.Collections.Immutable;
using Ingest.Ocr.Imaging;
using Ingest.Ocr.Models;

namespace Ingest.Ocr.Recognition;

/// <summary>
/// Reads lines, and those with figures again from other cuts, twice or, where that does not settle it, three times: what the
/// readings do not agree on, or what they are not certain of, is not sure.
/// </summary>
/// <param name="words">Parts lines that hold texts of several columns.</param>
/// <param name="shapes">Counts the marks of a figure by its ink, for whatever the recogniser says.</param>
internal sealed class LineReader(TextRecogniser recogniser, LineCutter cutter, LineWords words, FigureShapes shapes)
{
    /// <summary>A figure is sure where two readings are the same and each is as certain as this of every digit.</summary>
    public const float SureFigure = 0.85f;

    /// <summary>Where a third had to be asked, all three must be the same, and the least certain of them at least this certain.</summary>
    public const float SureThird = 0.6f;

    // The unstretched reading is less unlike the widest than the others are, and settles only what both are all but certain of.
    private const float SureAtOnce = 0.93f;

    // Pixels: of lower digits so little is left that readings err alike (a 4 is read as 1 in any cut).
    private const int LeastSureHeight = 9;

    // Pixels: lower ones are read from every cut, and sure only where all are all but certain.
    private const int LeastSettledHeight = 10;

    /// <summary>In place of ink that has the size of letters and is none that the recogniser knows.</summary>
    public const string Illegible = "\uFFFD";

    private const int MostAlternatives = 12;

    private const float LeastSecond = 0.01f;

    public List<ReadLine> Read(IReadOnlyList<Area> found, CancellationToken cancellation)
    {
        (Area[] places, LineReading[] first) = FirstReadings(found, cancellation);
        int[] unread = [.. Enumerable.Range(0, first.Length).Where(i => first[i].Characters.IsEmpty && cutter.IsOfLetterSize(places[i]))];
        LineReading[] again = recogniser.Read([.. unread.Select(i => cutter.Take(places[i], Cut.Again))], cancellation);
        for (int i = 0; i < unread.Length; i++)
            first[unread[i]] = again[i];
        ILookup<bool, int> withFigures = Enumerable.Range(0, first.Length).Where(i => FigureText.HasDigit(first[i]) || Amount(first[i]) is not null).ToLookup(i => Amount(first[i]) is not null);
        Dictionary<int, ReadLine> read = Figures([.. withFigures[true]], places, first, cancellation);
        int[] sentences = [.. withFigures[false]];
        LineReading[] second = [.. Again(sentences, places, Cut.Second, cancellation).Select(StrokeText.Told)];
        for (int i = 0; i < sentences.Length; i++)
            read[sentences[i]] = Sentence(places[sentences[i]], first[sentences[i]], second[i]);
        var lines = new List<ReadLine>(places.Length);
        for (int i = 0; i < first.Length; i++)
        {
            ReadLine line = read.TryGetValue(i, out ReadLine? known) ? known : Wording(places[i], first[i]);
            if (line.Text.Length > 0)
                lines.Add(line);
            else if (cutter.IsOfLetterSize(places[i]))
                lines.Add(new ReadLine(places[i], Illegible, 0, false, []));
        }

        return lines;
    }

    /// <summary>Each round of readings is of those that the round before has not settled.</summary>
    private Dictionary<int, ReadLine> Figures(int[] figures, Area[] places, LineReading[] first, CancellationToken cancellation)
    {
        var read = new Dictionary<int, ReadLine>();
        Dictionary<int, LineReading> wide = Readings(figures, Cut.Third);
        int[] open = Open(figures, i => [first[i], wide[i]], SureAtOnce);
        Dictionary<int, LineReading> second = Readings(open, Cut.Second);
        open = Open(open, i => [second[i], wide[i]], SureFigure);
        Dictionary<int, LineReading> last = Readings(open, Cut.Fourth);
        foreach (int i in open)
            read[i] = Figure(places[i], [second[i], wide[i], last[i]], first[i]);
        return read;

        Dictionary<int, LineReading> Readings(int[] which, Cut cut) => which.Zip(Again(which, places, cut, cancellation)).ToDictionary(pair => pair.First, pair => pair.Second);

        int[] Open(int[] which, Func<int, LineReading[]> readings, float least)
        {
            foreach (int i in which.Where(i => places[i].Height >= LeastSettledHeight && readings(i) is [var one, var other] && Agree(one, other, least)))
                read[i] = Figure(places[i], readings(i), first[i]);
            return [.. which.Where(i => !read.ContainsKey(i))];
        }
    }

    private LineReading[] Again(int[] which, Area[] places, Cut cut, CancellationToken cancellation) =>
        recogniser.Read([.. which.Select(i => cutter.Take(places[i], cut))], cancellation);

    private (Area[] Places, LineReading[] Readings) FirstReadings(IReadOnlyList<Area> found, CancellationToken cancellation)
    {
        LineReading[] whole = recogniser.Read([.. found.Select(place => cutter.Take(place, Cut.First))], cancellation);
        (Area Place, LineReading? Reading)[] parts = [.. found.Zip(whole).SelectMany(line => words.FiguresApart(line.First, line.Second))];
        LineReading[] alone = recogniser.Read([.. parts.Where(part => part.Reading is null).Select(part => cutter.Take(part.Place, Cut.First))], cancellation);
        int next = 0;
        return ([.. parts.Select(part => part.Place)], [.. parts.Select(part => StrokeText.Told(part.Reading ?? alone[next++]))]);
    }

    private static string? Amount(LineReading reading) => FigureText.Amount(reading.Characters.Select(character => character.Text));

    private ReadLine Wording(Area place, LineReading reading) => new(place, reading.Text, reading.Least, true, []) { Words = words.Of(place, reading) };

    private ReadLine Sentence(Area place, LineReading first, LineReading second)
    {
        CharacterReading[] figures = [.. first.Characters.Concat(second.Characters).Where(character => FigureText.Plain(character.Text) is >= '0' and <= '9' or '.')];
        bool agree = FigureText.Figures(first.Characters.Select(character => character.Text)) == FigureText.Figures(second.Characters.Select(character => character.Text));
        float least = figures.Min(character => character.Likelihood);
        bool isLegible = FigureText.Letters(first.Text) == FigureText.Letters(second.Text);
        return new ReadLine(place, first.Text, least, agree && isLegible && least >= SureFigure, []) { Words = words.Of(place, first) };
    }

    /// <param name="readings">Two that agree, or three.</param>
    /// <param name="whole">That told that this is a figure.</param>
    private ReadLine Figure(Area place, LineReading[] readings, LineReading whole)
    {
        float[] least = [.. readings.Select(LeastDigit).Order()];
        // Of readings that disagree, the one that is most certain of its weakest digit.
        LineReading best = readings.Where(reading => Amount(reading) is not null).MaxBy(LeastDigit) ?? whole;
        string amount = Amount(best)!;
        bool isSure = Array.TrueForAll(readings, reading => Amount(reading) is { } same && Digits(same) == Digits(amount) && IsPlain(reading))
            && place.Height >= LeastSureHeight && least[^2] >= SureFigure && least[0] >= (place.Height < LeastSettledHeight ? SureAtOnce : SureThird)
            && !shapes.Contradict(place, amount);
        return new ReadLine(place, amount, least[0], isSure, isSure ? [] : Alternatives(amount, readings, best));
    }

    private static bool Agree(LineReading one, LineReading other, float least) =>
        Amount(one) is { } amount && Amount(other) is { } same && Digits(same) == Digits(amount) && Math.Min(LeastDigit(one), LeastDigit(other)) >= least;

    /// <summary>No letter that looks like a digit was taken for one.</summary>
    private static bool IsPlain(LineReading reading) => reading.Characters.All(character => character.Text is " " || FigureText.Plain(character.Text) is not null);

    /// <summary>Of the digits and signs: whether a mark is a point or a comma is told by where it stands, and whether there is one by its ink.</summary>
    private static float LeastDigit(LineReading reading) => reading.Characters
        .Where(character => FigureText.Plain(character.Text) is not ('.' or ',')).Select(character => character.Likelihood).DefaultIfEmpty().Min();

    /// <summary>Commas part the digits and say nothing.</summary>
    private static string Digits(string amount) => amount.Replace(",", "", StringComparison.Ordinal);

    private static ImmutableArray<string> Alternatives(string amount, LineReading[] readings, LineReading reading)
    {
        var found = new List<(string Text, float Likelihood)>(readings.Select(Amount).OfType<string>().Select(other => (other, 1f)));
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
