using System.Buffers;
using System.Runtime.CompilerServices;

namespace Ingest.Pdf.Content;

/// <summary>
/// A growing array of structs that is written in place and reused from page to page, so that reading
/// a page allocates only what the page keeps. The array is lent by the pool that all documents share; whoever is done with
/// the buffer gives it back with <see cref="Release"/>, and nothing is lost but the array where nobody does.
/// </summary>
internal sealed class Buffer<T>(int capacity)
{
    // What one odd page needed is not held for all that follow.
    private const int KeptBytes = 2 << 20;

    private T[] _items = [];

    public int Count { get; private set; }

    public Span<T> Span => _items.AsSpan(0, Count);

    public ReadOnlyMemory<T> Memory => _items.AsMemory(0, Count);

    public ref T this[int index] => ref _items[index];

    /// <summary>A new last item, which still holds what an earlier page left there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (Count == _items.Length)
            Grow(Count + 1);
        return ref _items[Count++];
    }

    public void Add(in T item) => Add() = item;

    /// <summary>Room for <paramref name="count"/> more items, which the caller fills.</summary>
    public Span<T> Extend(int count)
    {
        int needed = Count + count;
        if (needed > _items.Length)
            Grow(needed);
        Span<T> added = _items.AsSpan(Count, count);
        Count = needed;
        return added;
    }

    public void Truncate(int count) => Count = count;

    public void Clear()
    {
        if (IsOdd)
            _items = [];
        else if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(_items, 0, Count);
        Count = 0;
    }

    /// <summary>Gives the array back. The buffer is empty, as a new one is.</summary>
    public void Release()
    {
        T[] items = _items;
        bool isKept = items.Length > 0 && !IsOdd;
        _items = [];
        Count = 0;
        if (isKept)
            ArrayPool<T>.Shared.Return(items, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }

    private bool IsOdd => _items.Length > Math.Max(KeptBytes / Unsafe.SizeOf<T>(), capacity * 2);

    // The smaller array is left to the garbage collector: someone may still look at it, for as long as nothing is added.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(Math.Max(needed, capacity), _items.Length * 2));
        Span.CopyTo(larger);
        _items = larger;
    }
}
