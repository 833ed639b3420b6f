using System.Collections.Immutable;
using System.Numerics.Tensors;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Models;

/// <summary>
/// Reads lines of text with PP-OCR's recognition: 48 pixels high, one set of likelihoods for every eight pixels along, of which
/// repeated characters and those with nothing between them are one (connectionist temporal classification).
/// </summary>
/// <param name="threads">That read lines at once; what is read does not depend on it.</param>
internal sealed class TextRecogniser(OnnxModel model, CharacterList characters, int threads)
{
    /// <summary>Pixels of the images to read.</summary>
    public const int Height = 48;

    /// <summary>Pixels; wider ones are to be parted.</summary>
    public const int Widest = 3200;

    // Widths are rounded up to this.
    private const int WidthStep = 32;

    // What is less likely is not worth telling.
    private const float LeastSecond = 0.002f;

    private const float LeastMissed = 0.02f;

    private const int Narrowest = 32;

    /// <summary>
    /// Every line by itself, several at once on as many threads: read together, eight lines take half as long again as one after
    /// the other, because what the network keeps of them does not fit the processor's caches.
    /// </summary>
    /// <param name="lines">48 pixels high.</param>
    /// <exception cref="InvalidDataException">The list of characters is not that of the model.</exception>
    public LineReading[] Read(IReadOnlyList<GrayImage> lines, CancellationToken cancellation)
    {
        var readings = new LineReading[lines.Count];
        // The widest first, so that no thread is left with one while the others have nothing to do.
        int[] order = [.. Enumerable.Range(0, lines.Count).OrderByDescending(i => lines[i].Width)];
        int next = -1;
        if (threads == 1 || lines.Count < 2)
            Work();
        else
            Task.WhenAll(Enumerable.Range(0, Math.Min(threads, lines.Count)).Select(_ => Task.Run(Work, CancellationToken.None))).GetAwaiter().GetResult();
        return readings;

        void Work()
        {
            for (int at = Interlocked.Increment(ref next); at < order.Length; at = Interlocked.Increment(ref next))
                readings[order[at]] = Read(lines[order[at]], cancellation);
        }
    }

    private LineReading Read(GrayImage line, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int padded = Padded(line.Width);
        double used = line.Width / (double)padded;
        return model.Run(Input(line, padded), [1, 3, Height, padded], (values, shape) => (int)shape[2] == characters.Count
            ? Decode(values, (int)shape[1], (int)shape[2], used)
            : throw new InvalidDataException($"The recognition model tells {shape[2]} characters apart and the list of keys has {characters.Count}: they do not belong together."), cancellation);
    }

    private static int Padded(int width) => Math.Max(Narrowest, (width + WidthStep - 1) / WidthStep * WidthStep);

    private static float[] Input(GrayImage line, int width)
    {
        int size = Height * width;
        var values = new float[3 * size];
        Array.Fill(values, 1f);
        Span<float> first = values.AsSpan(0, size);
        for (int y = 0; y < Height; y++)
        {
            ReadOnlySpan<byte> row = line.Row(y);
            for (int x = 0; x < row.Length; x++)
                first[(y * width) + x] = (row[x] / 127.5f) - 1;
        }

        first.CopyTo(values.AsSpan(size, size));
        first.CopyTo(values.AsSpan(2 * size, size));
        return values;
    }

    /// <param name="used">Share of the width that the line takes; the rest is padding.</param>
    private LineReading Decode(ReadOnlySpan<float> values, int steps, int classes, double used)
    {
        var read = ImmutableArray.CreateBuilder<CharacterReading>();
        var missed = ImmutableArray.CreateBuilder<MissedCharacter>();
        var best = new int[steps];
        for (int step = 0; step < steps; step++)
            best[step] = TensorPrimitives.IndexOfMax(values.Slice(step * classes, classes));
        for (int start = 0, end; start < steps; start = end)
        {
            int peak = start;
            for (end = start; end < steps && best[end] == best[start]; end++)
                if (values[(end * classes) + best[end]] > values[(peak * classes) + best[start]])
                    peak = end;
            if (best[start] != 0)
                read.Add(Character(values.Slice(peak * classes, classes), best[start], (float)Math.Clamp((start + end) / 2.0 / steps / used, 0, 1)));
            else
                AddMissed(values, classes, best, (start, end), read.Count, missed);
        }

        return new LineReading(read.DrainToImmutable(), missed.DrainToImmutable());
    }

    private CharacterReading Character(ReadOnlySpan<float> likelihoods, int best, float position)
    {
        int second = Second(likelihoods, best);
        bool isTold = likelihoods[second] >= LeastSecond;
        return new CharacterReading(characters[best], likelihoods[best], position, !isTold ? null : second == 0 ? "" : characters[second], isTold ? likelihoods[second] : 0);
    }

    private void AddMissed(ReadOnlySpan<float> values, int classes, int[] best, (int Start, int End) gap, int before, ImmutableArray<MissedCharacter>.Builder missed)
    {
        (int character, float likelihood) = (0, LeastMissed);
        for (int step = gap.Start; step < gap.End; step++)
        {
            ReadOnlySpan<float> likelihoods = values.Slice(step * classes, classes);
            // What is left of nothing's likelihood is all that anything else can have.
            if (1 - likelihoods[0] < likelihood)
                continue;
            int second = Second(likelihoods, 0);
            // At the edges of a character its own likelihood rises and falls.
            bool isEdge = (step > 0 && best[step - 1] == second) || (step + 1 < best.Length && best[step + 1] == second);
            if (!isEdge && likelihoods[second] > likelihood)
                (character, likelihood) = (second, likelihoods[second]);
        }

        if (character != 0)
            missed.Add(new MissedCharacter(before, characters[character], likelihood));
    }

    /// <summary>The likeliest but one.</summary>
    private static int Second(ReadOnlySpan<float> likelihoods, int best)
    {
        int below = best == 0 ? -1 : TensorPrimitives.IndexOfMax(likelihoods[..best]);
        int above = best + 1 == likelihoods.Length ? -1 : best + 1 + TensorPrimitives.IndexOfMax(likelihoods[(best + 1)..]);
        return below < 0 ? above : above < 0 || likelihoods[below] >= likelihoods[above] ? below : above;
    }
}
