using System.Buffers;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Filters;

/// <summary>
/// Where filters write. Grows as needed up to a limit; what comes after that is refused, so that no
/// stream, however it lies, costs more memory than allowed. Used again from stream to stream; the array is lent by
/// the pool that all documents share until it has to be large, and <see cref="Release"/> gives it back.
/// </summary>
internal sealed class BoundedBuffer(ReadingBudget budget)
{
    private const int SmallestSize = 16 * 1024;

    // What the contents of nearly all pages have room in.
    private const int LentSize = 256 * 1024;

    // Below this the bytes are copied out and the buffer used again; above, the buffer itself is given away.
    private const int MostKept = 1 << 20;

    private byte[] _bytes = [];
    private bool _isLent;
    private int _limit;

    public int Length { get; private set; }

    /// <summary>True when something was refused because of the limit.</summary>
    public bool IsFull { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets everything and takes up to <paramref name="limit"/> bytes from now on.</summary>
    public void Reset(int limit)
    {
        Length = 0;
        IsFull = false;
        _limit = limit;
    }

    /// <summary>
    /// Everything written so far and room behind it, to be followed by <see cref="Commit"/>. The room may
    /// reach beyond the limit, so that a writer need not look at each byte.
    /// </summary>
    public Span<byte> Window(int room)
    {
        if (_bytes.Length - Length < room)
            Grow(room, Math.Min(int.MaxValue, (long)_limit + room));
        return _bytes;
    }

    /// <summary>Says up to where the window has been written.</summary>
    /// <returns>False when that is beyond the limit; the rest is forgotten.</returns>
    public bool Commit(int length)
    {
        Length = Math.Min(length, _limit);
        IsFull |= length > _limit;
        return length <= _limit;
    }

    /// <returns>False when the limit is reached.</returns>
    public bool Append(byte value)
    {
        if (Length >= _limit)
        {
            IsFull = true;
            return false;
        }

        if (Length == _bytes.Length)
            Grow(1, _limit);
        _bytes[Length++] = value;
        return true;
    }

    /// <returns>False when not all of it found room.</returns>
    public bool Append(ReadOnlySpan<byte> values)
    {
        int taken = Math.Min(values.Length, _limit - Length);
        if (_bytes.Length - Length < taken)
            Grow(taken, _limit);
        values[..taken].CopyTo(_bytes.AsSpan(Length));
        Length += taken;
        IsFull |= taken < values.Length;
        return taken == values.Length;
    }

    /// <summary>Forgets what was written after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => Length = Math.Min(length, Length);

    /// <summary>What was written, to be changed in place.</summary>
    public Span<byte> Rewrite() => _bytes.AsSpan(0, Length);

    /// <summary>What was written, until the next <see cref="Reset"/>; what is large, for keeps.</summary>
    public ReadOnlyMemory<byte> Lend() => Length > MostKept ? Take() : _bytes.AsMemory(0, Length);

    /// <summary>What was written, for keeps; the buffer is empty afterwards.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        ReadOnlyMemory<byte> taken = Length > MostKept ? _bytes.AsMemory(0, Length) : Written.ToArray();
        if (_bytes.Length > MostKept)
            Hold([], isLent: false);
        Length = 0;
        return taken;
    }

    /// <summary>Gives the array back; the buffer is empty afterwards.</summary>
    public void Release()
    {
        byte[] bytes = _bytes;
        bool wasLent = _isLent;
        Hold([], isLent: false);
        Length = 0;
        if (wasLent)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Hold(byte[] bytes, bool isLent) => (_bytes, _isLent) = (bytes, isLent);

    private void Grow(int wanted, long most)
    {
        budget.Look();
        long grown = Math.Max(Math.Max((long)_bytes.Length * 2, (long)Length + wanted), SmallestSize);
        long size = Math.Max(Math.Min(grown, most), _bytes.Length);
        budget.AddLarge(size);
        // A smaller array that is left here is the garbage collector's: what was read briefly may still lie in it.
        bool isLent = size <= LentSize && LentSize <= most;
        byte[] larger = isLent ? ArrayPool<byte>.Shared.Rent(LentSize) : new byte[size];
        Written.CopyTo(larger);
        Hold(larger, isLent);
    }
}
