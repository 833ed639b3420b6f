using System.Collections.Concurrent;
using System.Text;

namespace Ingest.Pdf.Reading.Fonts.Collections;

/// <summary>
/// One of Adobe's CJK character collections: what each character id (CID) stands for. Laid out on first
/// use from a short table, since the collections follow the national standards row by row.
/// </summary>
internal sealed class CharacterCollection
{
    private static readonly ConcurrentDictionary<string, CharacterCollection> Known = new();

    private readonly int[] _codePoints;
    private readonly Lazy<Dictionary<int, int>> _cids;

    private CharacterCollection(string ordering)
    {
        _codePoints = CollectionTable.Read($"adobe-{ordering.ToLowerInvariant()}.txt");
        _cids = new Lazy<Dictionary<int, int>>(Reverse);
    }

    /// <summary>The collection named by a <c>CIDSystemInfo</c>, or null when its CIDs mean nothing here.</summary>
    public static CharacterCollection? Find(string registry, string ordering) =>
        registry == "Adobe" && ordering is "GB1" or "CNS1" or "Japan1" or "Korea1"
            ? Known.GetOrAdd(ordering, name => new CharacterCollection(name))
            : null;

    /// <summary>What the CID stands for; null when it is none of the collection's or its meaning is not known.</summary>
    public string? TextOf(int cid) =>
        (uint)cid < (uint)_codePoints.Length && _codePoints[cid] != 0 ? Unicode.TextOf(_codePoints[cid]) : null;

    /// <summary>The CID that stands for a single character.</summary>
    public bool TryGetCid(string text, out int cid)
    {
        cid = 0;
        return Rune.DecodeFromUtf16(text, out Rune rune, out int length) == System.Buffers.OperationStatus.Done
            && length == text.Length
            && _cids.Value.TryGetValue(rune.Value, out cid);
    }

    // The first CID of a character is its plain form; half-width and other variants come later.
    private Dictionary<int, int> Reverse()
    {
        var cids = new Dictionary<int, int>(_codePoints.Length);
        for (int cid = 0; cid < _codePoints.Length; cid++)
        {
            if (_codePoints[cid] != 0)
                cids.TryAdd(_codePoints[cid], cid);
        }

        return cids;
    }
}
