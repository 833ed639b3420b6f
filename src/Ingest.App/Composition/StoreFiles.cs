using System.Globalization;
using Ingest.Store.LiteDb;

namespace Ingest.App.Composition;

/// <summary>Moving a store's file with what its engine keeps beside it.</summary>
internal static class StoreFiles
{
    private static readonly string[] _ends = ["", ".journal", ".lock", "-wal", "-shm"];

    public static void Delete(string file)
    {
        foreach (string end in _ends)
            File.Delete(file + end);
    }

    /// <summary>Gives a closed store its name.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to);
        Delete(from);
    }

    /// <summary>Puts a closed store in the place of another, whatever kind that is.</summary>
    /// <param name="name">Of the kind, where the other's file does not tell.</param>
    /// <returns>What the old one is called now; null where there was none.</returns>
    public static string? Exchange(string name, string file, string made, TimeSpan busyWait)
    {
        if (!File.Exists(file))
        {
            Move(made, file);
            return null;
        }

        string kept = string.Create(CultureInfo.InvariantCulture, $"{file}.before-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}");
        Replace(Stores.NameOf(file) ?? name, file, made, kept, busyWait);
        return kept;
    }

    /// <summary>Puts one closed store in the place of another of the same kind, which is kept under a third name.</summary>
    /// <param name="name">Of the kind.</param>
    public static void Replace(string name, string file, string by, string keptAs, TimeSpan busyWait)
    {
        if (name == Stores.LiteDb)
        {
            LiteDbDocumentStore.Replace(file, by, keptAs, busyWait);
            return;
        }

        foreach (string end in _ends.Where(end => File.Exists(file + end)).Reverse())
            File.Move(file + end, keptAs + end);
        Move(by, file);
    }
}
