using System.Diagnostics.CodeAnalysis;

namespace Ingest.Pdf.Limits;

/// <summary>Keeps the values used last, up to a number of items and a total weight. Few items: it is searched through.</summary>
internal sealed class RecentCache<TKey, TValue>(int mostItems, long mostWeight)
    where TKey : notnull
{
    // The most recent is at the end.
    private readonly List<(TKey Key, TValue Value, long Weight)> _items = [];
    private long _weight;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        for (int i = _items.Count - 1; i >= 0; i--)
        {
            if (!EqualityComparer<TKey>.Default.Equals(_items[i].Key, key))
                continue;
            (TKey Key, TValue Value, long Weight) item = _items[i];
            _items.RemoveAt(i);
            _items.Add(item);
            value = item.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Keeps a value whose key is not there yet; one that is too heavy by itself is not kept.</summary>
    public void Add(TKey key, TValue value, long weight)
    {
        if (weight > mostWeight)
            return;
        _items.Add((key, value, weight));
        _weight += weight;
        while (_items.Count > mostItems || _weight > mostWeight)
        {
            _weight -= _items[0].Weight;
            _items.RemoveAt(0);
        }
    }
}
