namespace Ingest.Cluster;

/// <summary>A document that waits for a worker. Reading it twice gives the same answer twice, and only one is taken.</summary>
public sealed record ReadDocument
{
    /// <summary>Of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of its file in the shared folder.</summary>
    public required string Document { get; init; }

    /// <summary>Name of the file that says what is asked, in the words of whoever asks and reads.</summary>
    public required string Request { get; init; }

    /// <summary>Of what reads, binds and checks at the asking end: a worker of other versions would give other results.</summary>
    public required string Versions { get; init; }

    /// <summary>Name of the answer's file in the shared folder.</summary>
    public required string Answer { get; init; }
}

/// <summary>What became of it. The message is a hint that may be lost; its file holds the same (<see cref="AnswerFile"/>).</summary>
public sealed record DocumentRead
{
    /// <summary>Null when there is an answer, in its file; otherwise why there is none.</summary>
    public string? Refusal { get; init; }

    /// <summary>True when the document itself ends whoever reads it: another try would end the same.</summary>
    public bool IsPoison { get; init; }

    /// <summary>Of the worker: machine and process.</summary>
    public required string Worker { get; init; }
}
