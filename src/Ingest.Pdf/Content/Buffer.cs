using System.Runtime.CompilerServices;

namespace Ingest.Pdf.Content;

/// <summary>
/// A growing array of structs that is written in place and reused from page to page, so that reading
/// a page allocates only what the page keeps.
/// </summary>
internal sealed class Buffer<T>(int capacity)
{
    // What one odd page needed is not held for all that follow.
    private const int KeptBytes = 2 << 20;

    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public Span<T> Span => _items.AsSpan(0, Count);

    public ReadOnlyMemory<T> Memory => _items.AsMemory(0, Count);

    public ref T this[int index] => ref _items[index];

    /// <summary>A new last item, which still holds what an earlier page left there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, _items.Length * 2);
        return ref _items[Count++];
    }

    public void Add(in T item) => Add() = item;

    /// <summary>Room for <paramref name="count"/> more items, which the caller fills.</summary>
    public Span<T> Extend(int count)
    {
        int needed = Count + count;
        if (needed > _items.Length)
            Array.Resize(ref _items, Math.Max(needed, _items.Length * 2));
        Span<T> added = _items.AsSpan(Count, count);
        Count = needed;
        return added;
    }

    public void Truncate(int count) => Count = count;

    public void Clear()
    {
        if (_items.Length > Math.Max(KeptBytes / Unsafe.SizeOf<T>(), capacity))
            _items = new T[capacity];
        else if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(_items, 0, Count);
        Count = 0;
    }
}
