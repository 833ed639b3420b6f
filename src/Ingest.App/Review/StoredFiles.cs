using Ingest.App.Files;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.App.Review;

/// <summary>The files of stored documents where their arrivals say.</summary>
internal sealed class StoredFiles(IDocumentStore store) : IOriginals
{
    public Stream? Open(string sha256)
    {
        foreach (Arrival arrival in store.ArrivalsOf(sha256))
        {
            // A path that is not whole was dropped into an inbox, and its file is where it was moved to.
            if ((arrival.Location ?? arrival.OriginalPath) is var path && Path.IsPathFullyQualified(path) && OpenWhole(path, sha256) is { } file)
                return file;
        }

        return null;
    }

    /// <summary>Null for a file that is gone, or has other bytes by now.</summary>
    private static FileStream? OpenWhole(string path, string sha256)
    {
        FileStream? file = null;
        try
        {
            file = RegularFile.OpenRead(path);
            if (FileHash.Of(file) == sha256)
            {
                file.Position = 0;
                return file;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next arrival with these bytes may have them still.
        }

        file?.Dispose();
        return null;
    }
}
