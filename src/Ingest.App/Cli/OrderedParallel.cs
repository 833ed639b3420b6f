namespace Ingest.App.Cli;

/// <summary>
/// Works on several items at once and hands the results on in the order of the items, so that output does
/// not depend on timing. At most twice as many results as workers wait their turn. Nothing is at work any more when it
/// has ended, with an exception or without.
/// </summary>
internal static class OrderedParallel
{
    public static async Task RunAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, int workers, Func<TItem, CancellationToken, Task<TResult>> work, Action<TItem, TResult> next, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = new Queue<(TItem Item, Task<TResult> Result)>();
        int started = 0;
        try
        {
            while (started < items.Count || waiting.Count > 0)
            {
                while (started < items.Count && waiting.Count < workers * 2 && Running(waiting) < workers)
                {
                    TItem item = items[started++];
                    waiting.Enqueue((item, Task.Run(() => work(item, stop.Token), stop.Token)));
                }

                if (waiting.Peek().Result.IsCompleted || started == items.Count || waiting.Count == workers * 2)
                {
                    (TItem item, Task<TResult> result) = waiting.Dequeue();
                    next(item, await result);
                }
                else
                {
                    // The last of them may have ended since it was looked at; there is nothing to wait for then.
                    Task[] running = [.. waiting.Select(entry => entry.Result).Where(task => !task.IsCompleted)];
                    if (running.Length > 0)
                        await Task.WhenAny(running);
                }
            }
        }
        catch
        {
            await stop.CancelAsync();
            // What they use may be gone once this returns.
            await Task.WhenAll(waiting.Select(Task (entry) => entry.Result)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static int Running<TItem, TResult>(Queue<(TItem Item, Task<TResult> Result)> waiting) =>
        waiting.Count(entry => !entry.Result.IsCompleted);
}
