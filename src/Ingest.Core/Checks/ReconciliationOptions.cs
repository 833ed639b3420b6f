using Ingest.Contract.Text;
using Ingest.Core.Checks.Findings;

namespace Ingest.Core.Checks;

public sealed record ReconciliationOptions
{
    public static readonly ReconciliationOptions Default = new();

    /// <summary>Language of messages, sentences and missing operands.</summary>
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>Calls the second reader; at most once, and only where an error would rest on what the first one read.</summary>
    public Func<IWitness?>? Witness { get; init; }
}
