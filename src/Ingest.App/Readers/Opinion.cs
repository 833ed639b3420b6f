namespace Ingest.App.Readers;

/// <summary>What another reader made of a file.</summary>
/// <param name="Reader">Its id, for messages.</param>
internal sealed record Opinion(string Reader, ReadReply Reply);
