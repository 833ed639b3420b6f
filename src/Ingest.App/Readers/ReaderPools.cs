namespace Ingest.App.Readers;

/// <summary>
/// The reader processes of the program: those that read, and, where a second opinion is asked for, as many of the other
/// reader. That one comes first, so that what it says is compared and reported where the file is read; it can never cost
/// the document: what it does to itself goes along in place of its opinion.
/// </summary>
/// <param name="second">Null without a second opinion.</param>
internal sealed class ReaderPools(ReaderPool first, SecondPool? second) : IDocumentReading, IAsyncDisposable
{
    /// <inheritdoc cref="ReaderPool.WarmUpAsync"/>
    public Task WarmUpAsync(CancellationToken cancellation) =>
        Task.WhenAll(first.WarmUpAsync(cancellation), second?.Pool.WarmUpAsync(cancellation) ?? Task.CompletedTask);

    public async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken cancellation)
    {
        if (second is null)
            return await first.ReadAsync(request, cancellation);
        ReadReply opinion = await second.Pool.ReadAsync(request, cancellation);
        ReadReply reply = await first.ReadAsync(request with { Opinion = new Opinion(second.Reader, opinion) }, cancellation);
        return reply with { Elapsed = reply.Elapsed + opinion.Elapsed };
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        if (second is not null)
            await second.Pool.DisposeAsync();
    }
}

/// <summary>Processes of the reader that gives the second opinion.</summary>
/// <param name="Reader">Its id.</param>
internal sealed record SecondPool(string Reader, ReaderPool Pool);
