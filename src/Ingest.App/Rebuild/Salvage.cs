using Ingest.App.Composition;
using Ingest.App.Intake;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Rebuild;

/// <summary>What only the old store knows, as far as it can still be read: where files lie that were read in place, and what reviewers said.</summary>
/// <param name="Problems">What could not be read.</param>
internal sealed record Salvage(IReadOnlyList<string> InPlace, IReadOnlyList<StoredVerdict> Verdicts, IReadOnlyList<Phrase> Problems)
{
    public static Salvage Of(CompositionRoot place)
    {
        if (!File.Exists(place.Folders.StoreFile))
            return new Salvage([], [], []);
        var problems = new List<Phrase>();
        try
        {
            using IDocumentStore store = place.OpenExistingStoreAsItIs();
            List<Arrival> arrivals = Try(() => store.Arrivals());
            return new Salvage([.. arrivals.Select(arrival => arrival.Location).OfType<string>().Where(path => IsInPlace(path, place.Folders)).Distinct()], Try(store.Verdicts), problems);
        }
        catch (StoreException error)
        {
            problems.Add(Unreadable(error));
            return new Salvage([], [], problems);
        }

        List<T> Try<T>(Func<IEnumerable<T>> question)
        {
            try
            {
                return [.. question()];
            }
            catch (StoreException error)
            {
                problems.Add(Unreadable(error));
                return [];
            }
        }
    }

    private static bool IsInPlace(string path, Locations folders) => File.Exists(path)
        && new[] { folders.Archive, folders.Quarantine, folders.Processing, folders.Inbox }.All(folder => !path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static Phrase Unreadable(StoreException error) => new(
        $"旧数据库不能全部读出，其中就地读取的文件须作为参数给出：{error.Message}",
        $"The old store cannot be read in full; files that were read in place must be named as arguments: {error.Message}");
}
