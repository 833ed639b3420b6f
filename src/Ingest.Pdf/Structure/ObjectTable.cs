namespace Ingest.Pdf.Structure;

/// <summary>
/// Object numbers to places, 12 bytes each. Kept in blocks made on demand, so that a file that claims a
/// high number does not cost the numbers below it.
/// </summary>
internal sealed class ObjectTable(int limit)
{
    private const int BlockSize = 512;

    private readonly List<ObjectEntry[]?> _blocks = [];

    /// <summary>One more than the highest number for which something is said.</summary>
    public int Count { get; private set; }

    public ObjectEntry this[int number]
    {
        get
        {
            int block = number / BlockSize;
            return number >= 0 && block < _blocks.Count && _blocks[block] is { } entries ? entries[number % BlockSize] : default;
        }
    }

    /// <summary>True when a number at or above the limit was given; nothing is kept for those.</summary>
    public bool IsLimitMet { get; private set; }

    /// <summary>Says where an object is, replacing what was said before.</summary>
    public void Set(int number, ObjectEntry entry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number >= limit)
        {
            IsLimitMet = true;
            return;
        }

        int block = number / BlockSize;
        while (_blocks.Count <= block)
            _blocks.Add(null);
        ObjectEntry[] entries = _blocks[block] ??= new ObjectEntry[BlockSize];
        entries[number % BlockSize] = entry;
        Count = Math.Max(Count, number + 1);
    }

    /// <summary>Says where an object is unless something is said already: newer sections are read first.</summary>
    public void SetIfMissing(int number, ObjectEntry entry)
    {
        if (this[number].Kind == ObjectEntryKind.Missing)
            Set(number, entry);
    }

    /// <summary>Numbers for which something is said, ascending.</summary>
    public IEnumerable<int> Numbers()
    {
        for (int block = 0; block < _blocks.Count; block++)
        {
            if (_blocks[block] is not { } entries)
                continue;
            for (int i = 0; i < BlockSize; i++)
            {
                if (entries[i].Kind != ObjectEntryKind.Missing)
                    yield return (block * BlockSize) + i;
            }
        }
    }
}
