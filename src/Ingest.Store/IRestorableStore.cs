using Ingest.Contract.Documents;

namespace Ingest.Store;

/// <summary>
/// A store that takes over what another held, exactly as it was: numbers, instants, the order of publications.
/// For empty stores only; each call is one transaction. All methods throw <see cref="StoreException"/>.
/// </summary>
public interface IRestorableStore : IDocumentStore
{
    /// <param name="journal">In its order; every arrival that it names must be there, or come with it.</param>
    void Restore(IReadOnlyList<Arrival> arrivals, IReadOnlyList<JournalEntry> journal);

    /// <summary>A document comes after what it supersedes.</summary>
    void Restore(StoredDocument document, BudgetDocument extraction);

    /// <summary>What is there already is not taken twice, also where another process stores the same at this moment.</summary>
    /// <param name="verdicts">Oldest first; also those on findings that no document has any more.</param>
    void Restore(IReadOnlyList<StoredVerdict> verdicts);
}
