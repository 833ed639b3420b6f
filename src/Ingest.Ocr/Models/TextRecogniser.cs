using System.Collections.Immutable;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Models;

/// <summary>
/// Reads lines of text with PP-OCR's recognition: 48 pixels high, one set of likelihoods for every eight pixels along, of which
/// repeated characters and those with nothing between them are one (connectionist temporal classification).
/// </summary>
internal sealed class TextRecogniser(OnnxModel model, CharacterList characters)
{
    /// <summary>Pixels of the images to read.</summary>
    public const int Height = 48;

    /// <summary>Pixels; wider ones are to be parted.</summary>
    public const int Widest = 3200;

    // Lines of one width, rounded up to this, are read together.
    private const int WidthStep = 32;

    private const int Together = 8;

    // What is less likely is not worth telling.
    private const float LeastSecond = 0.002f;

    private const float LeastMissed = 0.02f;

    private const int Narrowest = 32;

    /// <param name="lines">48 pixels high.</param>
    public LineReading[] Read(IReadOnlyList<GrayImage> lines, CancellationToken cancellation)
    {
        var readings = new LineReading[lines.Count];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, lines.Count).GroupBy(i => Padded(lines[i].Width)).OrderBy(group => group.Key))
        {
            foreach (int[] batch in group.Chunk(Math.Max(1, Math.Min(Together, Widest / group.Key))))
            {
                (float[] values, long[] shape) = model.Run(Input(lines, batch, group.Key), [batch.Length, 3, Height, group.Key], cancellation);
                (int steps, int classes) = ((int)shape[1], (int)shape[2]);
                if (classes != characters.Count)
                    throw new InvalidDataException($"The recognition model tells {classes} characters apart and the list of keys has {characters.Count}: they do not belong together.");
                for (int i = 0; i < batch.Length; i++)
                {
                    double used = lines[batch[i]].Width / (double)group.Key;
                    readings[batch[i]] = Decode(values.AsSpan(i * steps * classes, steps * classes), steps, classes, used);
                }
            }
        }

        return readings;
    }

    private static int Padded(int width) => Math.Max(Narrowest, (width + WidthStep - 1) / WidthStep * WidthStep);

    private static float[] Input(IReadOnlyList<GrayImage> lines, int[] batch, int width)
    {
        int size = Height * width;
        var values = new float[batch.Length * 3 * size];
        Array.Fill(values, 1f);
        for (int i = 0; i < batch.Length; i++)
        {
            GrayImage line = lines[batch[i]];
            Span<float> first = values.AsSpan(i * 3 * size, size);
            for (int y = 0; y < Height; y++)
            {
                ReadOnlySpan<byte> row = line.Row(y);
                for (int x = 0; x < row.Length; x++)
                    first[(y * width) + x] = (row[x] / 127.5f) - 1;
            }

            first.CopyTo(values.AsSpan((i * 3 * size) + size, size));
            first.CopyTo(values.AsSpan((i * 3 * size) + (2 * size), size));
        }

        return values;
    }

    /// <param name="used">Share of the width that the line takes; the rest is padding.</param>
    private LineReading Decode(ReadOnlySpan<float> values, int steps, int classes, double used)
    {
        var read = ImmutableArray.CreateBuilder<CharacterReading>();
        var missed = ImmutableArray.CreateBuilder<MissedCharacter>();
        int step = 0;
        while (step < steps)
        {
            int best = Best(values.Slice(step * classes, classes), -1);
            int start = step, peak = step;
            while (step < steps && Best(values.Slice(step * classes, classes), -1) == best)
            {
                if (values[(step * classes) + best] > values[(peak * classes) + best])
                    peak = step;
                step++;
            }

            if (best != 0)
                read.Add(Character(values.Slice(peak * classes, classes), best, (float)Math.Clamp((start + step) / 2.0 / steps / used, 0, 1)));
            else
                AddMissed(values, classes, start, step, read.Count, missed);
        }

        return new LineReading(read.DrainToImmutable(), missed.DrainToImmutable());
    }

    private CharacterReading Character(ReadOnlySpan<float> likelihoods, int best, float position)
    {
        int second = Best(likelihoods, best);
        bool isTold = likelihoods[second] >= LeastSecond;
        return new CharacterReading(characters[best], likelihoods[best], position, !isTold ? null : second == 0 ? "" : characters[second], isTold ? likelihoods[second] : 0);
    }

    private void AddMissed(ReadOnlySpan<float> values, int classes, int start, int end, int before, ImmutableArray<MissedCharacter>.Builder missed)
    {
        (int character, float likelihood) = (0, LeastMissed);
        for (int step = start; step < end; step++)
        {
            ReadOnlySpan<float> likelihoods = values.Slice(step * classes, classes);
            int second = Best(likelihoods, 0);
            // At the edges of a character its own likelihood rises and falls.
            bool isEdge = (step > 0 && Best(values.Slice((step - 1) * classes, classes), -1) == second)
                || ((step + 1) * classes < values.Length && Best(values.Slice((step + 1) * classes, classes), -1) == second);
            if (!isEdge && likelihoods[second] > likelihood)
                (character, likelihood) = (second, likelihoods[second]);
        }

        if (character != 0)
            missed.Add(new MissedCharacter(before, characters[character], likelihood));
    }

    private static int Best(ReadOnlySpan<float> likelihoods, int without)
    {
        if (without < 0)
            return System.Numerics.Tensors.TensorPrimitives.IndexOfMax(likelihoods);
        int best = without == 0 ? 1 : 0;
        for (int i = 0; i < likelihoods.Length; i++)
            if (i != without && likelihoods[i] > likelihoods[best])
                best = i;
        return best;
    }
}
