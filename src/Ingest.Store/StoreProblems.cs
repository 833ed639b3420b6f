using Ingest.Contract.Text;

namespace Ingest.Store;

/// <summary>What every store says of its own contents in the same words.</summary>
internal static class StoreProblems
{
    public static Phrase NoDocument(long arrivalId) => new(
        $"收文 #{arrivalId} 标记为已入库，但没有它的内容。",
        $"Arrival {arrivalId} is marked stored, but its document is not there.");
}
