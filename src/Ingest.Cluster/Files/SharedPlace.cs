namespace Ingest.Cluster.Files;

/// <summary>Shared files by the name of their place.</summary>
internal static class SharedPlace
{
    /// <param name="place">A folder, or <c>s3://bucket/folder</c>.</param>
    /// <param name="server">Of a bucket; null for Amazon's own.</param>
    public static ISharedFiles Of(string place, Uri? server) =>
        Uri.TryCreate(place, UriKind.Absolute, out Uri? bucket) && bucket.Scheme == S3Bucket.Scheme ? new S3Bucket(bucket, server) : new SharedFolder(place);
}
