using System.Globalization;

namespace Ingest.Store;

/// <summary>The copy of a store that is made before a newer program changes its form, so that the older one can go on with it.</summary>
public static class KeptVersion
{
    /// <summary><c>ingest.db.schema-3</c>, beside the store.</summary>
    public static string PathOf(string store, long version) => string.Create(CultureInfo.InvariantCulture, $"{store}.schema-{version}");

    /// <param name="copy">Writes the store as it is to a new file, flushed.</param>
    /// <exception cref="StoreException">There is no room for it, or it cannot be written; nothing was changed.</exception>
    internal static void Keep(string store, long version, Action<string> copy)
    {
        string target = PathOf(store, version), unfinished = target + ".part";
        try
        {
            File.Delete(unfinished);
            copy(unfinished);
            // What a migration that was cut off has kept is the same.
            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unreachable, $"{store} is of an older version and is to be renewed, but no copy of it can be kept at {target} ({error.Message}). Nothing was changed.", error);
        }
    }
}
