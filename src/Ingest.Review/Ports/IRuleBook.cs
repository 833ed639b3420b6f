using Ingest.Contract.Text;

namespace Ingest.Review.Ports;

/// <summary>What rules say.</summary>
public interface IRuleBook
{
    /// <summary>Ids of all rules that run, in order.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>Null for a rule of an older catalogue.</summary>
    Phrase? Sentence(string id);
}
