using System.Runtime.InteropServices;

namespace Ingest.Tables.Aligned;

/// <summary>
/// The body of a block as seen from above, at small steps across it: how many texts a border there would cut,
/// how far it would be from the nearest text, where amounts end and names begin.
/// </summary>
internal sealed class BodyProfile
{
    /// <summary>Distance of two positions in sizes of the text; columns are at least eight times as wide.</summary>
    private const float StepInEms = 0.125f;

    /// <summary>A border may touch a text's box by this much, in sizes of the text.</summary>
    private const float Touch = 0.08f;

    /// <summary>A single text wider than this part of the block is a note and stands over all columns.</summary>
    private const float NoteWidth = 0.4f;

    /// <summary>More positions than the widest page at the smallest print has.</summary>
    private const int MostSteps = 4_000;

    private readonly int[] _cuts;
    private readonly float[] _clear;
    private readonly float[] _amountRights;
    private readonly float[] _amountCenters;
    private readonly float[] _centerSums;
    private readonly float[] _nameLefts;

    private BodyProfile(List<(TextRun Run, float Size)> runs, float left, float right, float em, NumberAlignment alignment)
    {
        EmSize = em;
        Alignment = alignment;
        Origin = left;
        Step = Math.Max(StepInEms * em, (right - left) / MostSteps);
        Count = (int)((right - left) / Step) + 1;
        _cuts = new int[Count + 1];
        _clear = new float[Count];
        _amountRights = [.. runs.Where(run => run.Run.IsAmount).Select(run => run.Run.Box.Right).Order()];
        _amountCenters = [.. runs.Where(run => run.Run.IsAmount).Select(run => run.Run.Box.CenterX).Order()];
        _centerSums = new float[_amountCenters.Length + 1];
        for (int i = 0; i < _amountCenters.Length; i++)
            _centerSums[i + 1] = _centerSums[i] + _amountCenters[i];
        _nameLefts = [.. runs.Where(run => !run.Run.IsNumber).Select(run => run.Run.Box.Left).Order()];
        Project(runs);
    }

    public float EmSize { get; }

    public NumberAlignment Alignment { get; }

    public float Origin { get; }

    public float Step { get; }

    public int Count { get; }

    /// <param name="block">The block.</param>
    /// <param name="margin">How far beyond its texts borders are looked for.</param>
    public static BodyProfile Of(Block block, float margin)
    {
        List<(TextRun Run, float Size)> runs = [];
        float wide = NoteWidth * (block.Right - block.Left);
        foreach (RunLine line in block.Body)
        {
            if (line.Runs.Count == 1 && !line.Runs[0].IsNumber && line.Runs[0].Box.Width > wide)
                continue;
            runs.AddRange(line.Runs.Select(run => (run, line.Size)));
        }

        float left = Math.Min(block.Left, block.TextLeft) - margin;
        float right = Math.Max(block.Right, block.TextRight) + margin;
        return new BodyProfile(runs, left, right, block.EmSize, NumberAlignments.Of(block.Body));
    }

    public float At(int position) => Origin + position * Step;

    public int PositionOf(float x) => Math.Clamp((int)MathF.Round((x - Origin) / Step), 0, Count - 1);

    /// <summary>Texts that a border at a position would cut.</summary>
    public int Cuts(int position) => _cuts[position];

    /// <summary>Distance to the nearest text in sizes, at most half a one; 0 within a text.</summary>
    public float Clear(int position) => _clear[position];

    /// <summary>The right edge of the last amount that ends between two borders; null when none does.</summary>
    public float? LastAmountEnd(float left, float right)
    {
        int index = LowerBound(_amountRights, right + Touch * EmSize) - 1;
        return index >= 0 && _amountRights[index] > left ? _amountRights[index] : null;
    }

    /// <summary>Mean of the middles of the amounts between two borders; null when there are none.</summary>
    public float? AmountCenter(float left, float right)
    {
        int first = LowerBound(_amountCenters, left);
        int end = LowerBound(_amountCenters, right);
        return end > first ? (_centerSums[end] - _centerSums[first]) / (end - first) : null;
    }

    /// <summary>Where the first name between two borders begins; null when none does.</summary>
    public float? FirstNameStart(float left, float right)
    {
        int index = LowerBound(_nameLefts, left - Touch * EmSize);
        return index < _nameLefts.Length && _nameLefts[index] < right ? _nameLefts[index] : null;
    }

    private void Project(List<(TextRun Run, float Size)> runs)
    {
        float touch = Touch * EmSize;
        foreach ((TextRun run, _) in CollectionsMarshal.AsSpan(runs))
        {
            int from = (int)MathF.Ceiling((run.Box.Left + touch - Origin) / Step);
            int to = (int)MathF.Floor((run.Box.Right - touch - Origin) / Step);
            if (from > to)
                continue;
            _cuts[Math.Clamp(from, 0, Count)]++;
            _cuts[Math.Clamp(to + 1, 0, Count)]--;
        }

        for (int i = 1; i < Count; i++)
            _cuts[i] += _cuts[i - 1];
        float most = 0.5f;
        float clear = most;
        for (int i = 0; i < Count; i++)
            _clear[i] = clear = _cuts[i] > 0 ? 0 : Math.Min(most, clear + Step / EmSize);
        clear = most;
        for (int i = Count - 1; i >= 0; i--)
        {
            clear = _cuts[i] > 0 ? 0 : Math.Min(most, clear + Step / EmSize);
            _clear[i] = Math.Min(_clear[i], clear);
        }
    }

    /// <summary>Index of the first value that is not below a limit.</summary>
    private static int LowerBound(float[] sorted, float limit)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
