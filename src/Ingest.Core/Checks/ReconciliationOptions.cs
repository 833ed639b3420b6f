using Ingest.Contract.Text;

namespace Ingest.Core.Checks;

public sealed record ReconciliationOptions
{
    public static readonly ReconciliationOptions Default = new();

    /// <summary>Language of messages, sentences and missing operands.</summary>
    public Language Language { get; init; } = Language.Chinese;
}
