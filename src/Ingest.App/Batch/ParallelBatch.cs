namespace Ingest.App.Batch;

/// <summary>Works on several items at once and tells what became of each, one at a time, in any order.</summary>
internal static class ParallelBatch
{
    public static async Task RunAsync<TItem, TOutcome>(
        IEnumerable<TItem> items, int parallel, Func<TItem, CancellationToken, Task<TOutcome>> work, Action<TOutcome> next, CancellationToken cancellation)
    {
        Lock reporting = new();
        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, async (item, token) =>
        {
            TOutcome outcome = await work(item, token);
            lock (reporting)
                next(outcome);
        });
    }
}
