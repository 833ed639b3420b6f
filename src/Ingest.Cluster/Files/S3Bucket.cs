using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Ingest.Cluster.Files;

/// <summary>A bucket of S3, or of a server that speaks its protocol (MinIO, Ceph, OSS, COS, OBS): a folder of one is named <c>s3://bucket/folder</c>.</summary>
internal sealed class S3Bucket : ISharedFiles, IDisposable
{
    public const string Scheme = "s3";

    private readonly AmazonS3Client _client;

    private readonly string _bucket, _folder;

    /// <param name="place"><c>s3://bucket</c> or <c>s3://bucket/folder</c>.</param>
    /// <param name="server">Null for Amazon's own, whose region is that of AWS_REGION.</param>
    public S3Bucket(Uri place, Uri? server)
    {
        (_bucket, _folder) = (place.Host, place.AbsolutePath.Trim('/') is { Length: > 0 } folder ? folder + "/" : "");
        // Other servers know neither the buckets' host names nor the newer check sums.
        var config = new AmazonS3Config
        {
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (server is not null)
        {
            config.ServiceURL = server.AbsoluteUri;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";
        }

        // The keys are those of the environment, of the file of AWS_SHARED_CREDENTIALS_FILE, or of the machine's role; they are looked for at the first question.
        _client = new AmazonS3Client(config);
    }

    public Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => AskAsync(async () =>
    {
        using var content = new MemoryStream(bytes.ToArray());
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = _folder + name, InputStream = content, UseChunkEncoding = false }, cancellation);
        return true;
    });

    public Task<byte[]?> FindAsync(string name, CancellationToken cancellation) => AskAsync(async () =>
    {
        try
        {
            using GetObjectResponse found = await _client.GetObjectAsync(_bucket, _folder + name, cancellation);
            using var content = new MemoryStream();
            await found.ResponseStream.CopyToAsync(content, cancellation);
            return content.ToArray();
        }
        catch (AmazonS3Exception error) when (error is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            return null;
        }
    });

    public Task DeleteAsync(string name, CancellationToken cancellation) => AskAsync(() => _client.DeleteObjectAsync(_bucket, _folder + name, cancellation));

    public Task<IReadOnlyList<SharedFile>> ListAsync(string prefix, CancellationToken cancellation) => AskAsync<IReadOnlyList<SharedFile>>(async () =>
    {
        var files = new List<SharedFile>();
        var question = new ListObjectsV2Request { BucketName = _bucket, Prefix = _folder + prefix };
        await foreach (S3Object file in _client.Paginators.ListObjectsV2(question).S3Objects.WithCancellation(cancellation))
            files.Add(new SharedFile(file.Key[_folder.Length..], file.LastModified ?? DateTimeOffset.MaxValue));
        return files;
    });

    public void Dispose() => _client.Dispose();

    private async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException($"The bucket {_bucket} cannot be used ({error.Message}).", error);
        }
    }
}
