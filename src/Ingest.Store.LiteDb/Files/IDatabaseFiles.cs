namespace Ingest.Store.LiteDb.Files;

/// <summary>Where one database lives: its data, its journal, and the lock that all who use them take first.</summary>
internal interface IDatabaseFiles
{
    /// <summary>Of the data file; names the database in messages.</summary>
    string Path { get; }

    /// <summary>Waits until nobody else uses the database, in this process or another.</summary>
    /// <param name="wait">How long at most.</param>
    /// <returns>Gives it back when disposed, as does the end of the process in whatever way.</returns>
    /// <exception cref="StoreException">It is still in use, or the lock cannot be taken at all.</exception>
    IDisposable Lock(TimeSpan wait);

    /// <param name="create">False: a file that is not there is an error, and not an empty one.</param>
    IBlockFile OpenData(bool create);

    /// <inheritdoc cref="OpenData"/>
    IBlockFile OpenJournal(bool create);
}
