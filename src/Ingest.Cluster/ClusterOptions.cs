namespace Ingest.Cluster;

/// <summary>Where the queue is and what it does with documents.</summary>
public sealed record ClusterOptions
{
    /// <summary><c>amqp://host:5672/virtual-host</c>, or <c>amqps://</c> for TLS.</summary>
    public required Uri Broker { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>A PEM file of the authorities that may vouch for the broker; null for those that the system trusts.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>A PEM file of this machine's own certificate, with its key; null where the broker asks for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>A folder that every machine reaches, or <c>s3://bucket/folder</c>; documents lie there while they are worked on.</summary>
    public required string SharedFolder { get; init; }

    /// <summary>The server of the bucket; null for Amazon's own.</summary>
    public Uri? S3Server { get; init; }

    public string Queue { get; init; } = "ingest-read";

    /// <summary>Documents that a worker reads at once.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Documents that a worker holds beside those, so that it has the next one at hand; the others stay in the queue for whoever is free. None where a document takes so long that another worker should have it.</summary>
    public int Ahead { get; init; } = 1;

    /// <summary>Workers that may die over one document before it is given up.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>For the answer to one document, waiting included.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often to look for an answer of which no message came, since its broker may have lost it.</summary>
    public TimeSpan LookTime { get; init; } = TimeSpan.FromSeconds(5);
}
