namespace Ingest.Store;

/// <summary>
/// Reading over many documents. One that is damaged is told to <c>damaged</c> and left out; where nobody wants to be told, it
/// ends the reading.
/// </summary>
public static class StoreReading
{
    /// <summary>All printed amounts of the documents asked for, in the order of <see cref="IDocumentStore.Documents"/>; streamed.</summary>
    /// <exception cref="StoreException">A document is damaged and <paramref name="damaged"/> is null, or the store cannot be read.</exception>
    public static IEnumerable<Fact> Facts(this IDocumentStore store, DocumentQuery query, Action<DamagedDocument>? damaged = null) =>
        store.Documents(query, damaged).SelectMany(document => store.TryRead(document.Sha256, damaged, store.FactsOf) ?? []);

    /// <summary>All findings of the documents asked for, in the order of <see cref="IDocumentStore.Documents"/>; streamed.</summary>
    /// <inheritdoc cref="Facts" path="/exception"/>
    public static IEnumerable<StoredFinding> Findings(this IDocumentStore store, DocumentQuery query, Action<DamagedDocument>? damaged = null) =>
        store.Documents(query, damaged).SelectMany(document => store.TryRead(document.Sha256, damaged, store.FindingsOf) ?? []);

    /// <summary>What a question about one document gives; null when its answer is damaged, which is told.</summary>
    /// <inheritdoc cref="Facts" path="/exception"/>
    public static T? TryRead<T>(this IDocumentStore store, string sha256, Action<DamagedDocument>? damaged, Func<string, T?> question)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        try
        {
            return question(sha256);
        }
        catch (StoreException error) when (damaged is not null && error.Failure == StoreFailure.Corrupt)
        {
            damaged(new DamagedDocument(sha256, error.Message));
            return null;
        }
    }

    /// <summary>A list of entries, each alone where the list cannot be read as a whole.</summary>
    /// <param name="all">The whole list, sorted.</param>
    /// <param name="hashes">What should be in it.</param>
    /// <param name="each">One entry; null when it does not belong to the list.</param>
    /// <param name="sort">Puts entries into the order of the list.</param>
    internal static IEnumerable<StoredDocument> Documents(
        Func<IReadOnlyList<StoredDocument>> all, Func<IReadOnlyList<string>> hashes, Func<string, StoredDocument?> each,
        Func<IEnumerable<StoredDocument>, IEnumerable<StoredDocument>> sort, Action<DamagedDocument>? damaged)
    {
        try
        {
            return all();
        }
        catch (StoreException error) when (damaged is not null && error.Failure == StoreFailure.Corrupt)
        {
            var sound = new List<StoredDocument>();
            foreach (string sha256 in hashes())
            {
                try
                {
                    if (each(sha256) is { } document)
                        sound.Add(document);
                }
                catch (StoreException one) when (one.Failure == StoreFailure.Corrupt)
                {
                    damaged(new DamagedDocument(sha256, one.Message));
                }
            }

            return sort(sound);
        }
    }
}
