using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.Collections;

/// <summary>
/// One of Adobe's CJK character collections: what each character id (CID) stands for. Laid out on first
/// use from a short table, since the collections follow the national standards row by row.
/// </summary>
internal sealed class CharacterCollection
{
    private static readonly ConcurrentDictionary<string, CharacterCollection> _known = new();

    private readonly Lazy<CollectionTable> _table;

    private CharacterCollection(string ordering) =>
        _table = new(() => new CollectionTable($"adobe-{ordering.ToLowerInvariant()}.txt"));

    /// <summary>The collection named by a <c>CIDSystemInfo</c>, or null when its CIDs mean nothing here.</summary>
    public static CharacterCollection? Find(string registry, string ordering) =>
        registry == "Adobe" && ordering is "GB1" or "CNS1" or "Japan1" or "Korea1"
            ? _known.GetOrAdd(ordering, name => new CharacterCollection(name))
            : null;

    /// <summary>What the CID stands for; null when it is none of the collection's or its meaning is not known.</summary>
    public string? TextOf(int cid) =>
        _table.Value.CodePointOf(cid) is not 0 and var codePoint ? Unicode.TextOf(codePoint) : null;

    /// <summary>The CID that stands for a single character in its plain form, not half-width or rotated.</summary>
    public bool TryGetCid(string text, out int cid)
    {
        bool isSingle = Rune.DecodeFromUtf16(text, out Rune rune, out int length) == OperationStatus.Done && length == text.Length;
        cid = isSingle ? _table.Value.CidOf(rune.Value) : 0;
        return cid != 0;
    }
}
