namespace Ingest.Cluster;

/// <summary>Where the queue is and what it does with documents.</summary>
public sealed record ClusterOptions
{
    /// <summary><c>amqp://host:5672/virtual-host</c>, or <c>amqps://</c> for TLS.</summary>
    public required Uri Broker { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>A folder that every machine reaches; documents lie there while they are worked on.</summary>
    public required string SharedFolder { get; init; }

    public string Queue { get; init; } = "ingest-read";

    /// <summary>Documents that a worker takes at once; the others stay in the queue for whoever is free.</summary>
    public int Prefetch { get; init; } = 2;

    /// <summary>Workers that may die over one document before it is given up.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>For the answer to one document, waiting included.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromMinutes(10);
}
