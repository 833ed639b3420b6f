namespace Ingest.Cluster.Files;

/// <summary>The shared files that the options name.</summary>
internal static class SharedPlace
{
    /// <exception cref="ClusterException">It is a bucket, and no keys are to be found.</exception>
    public static ISharedFiles Of(ClusterOptions options) =>
        Uri.TryCreate(options.SharedFolder, UriKind.Absolute, out Uri? place) && place.Scheme == S3Bucket.Scheme ? new S3Bucket(place, options.S3Server) : new SharedFolder(options.SharedFolder);
}
