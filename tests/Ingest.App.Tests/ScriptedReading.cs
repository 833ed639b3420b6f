using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ingest.App.Readers;
using Ingest.Contract.Documents;

namespace Ingest.App.Tests;

/// <summary>
/// In place of the reader processes: every file is read as a small document, unless the test says
/// otherwise of it.
/// </summary>
internal sealed class ScriptedReading : IDocumentReading
{
    /// <summary>What is done about a file; the second argument is what would be replied to it.</summary>
    public Func<ReadRequest, ReadReply, CancellationToken, Task<ReadReply>> Script { get; set; } = (_, usual, _) => Task.FromResult(usual);

    /// <summary>What a document says of itself, by what was read.</summary>
    public Func<SourceFile, BudgetDocument> Content { get; set; } = source => MadeDocument.Create(source);

    /// <summary>Names of the files that were asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>What a report says: the verdicts that it was asked to show, and where the file is.</summary>
    private static string Said(ReadRequest request) => "报告" + string.Concat(request.Verdicts.Values.Select(verdict => $" {verdict.Status} {verdict.Who}"));

    public ReadingProgress Progress { get; } = new(TimeProvider.System);

    public Task WarmUpAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken cancellation)
    {
        Asked.Enqueue(request.FileName);
        if (request.Stored is { } stored)
            return Script(request, ReadReply.Of(stored, [new ReportFile(".txt", Encoding.UTF8.GetBytes(Said(request)))], TimeSpan.Zero), cancellation);
        byte[] bytes = File.ReadAllBytes(request.Path);
        var source = new SourceFile(request.FileName, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, 1, null, false);
        var reports = new ReportFile(".txt", Encoding.UTF8.GetBytes(Said(request)));
        return Script(request, ReadReply.Of(Content(source), [reports], TimeSpan.FromMilliseconds(5)), cancellation);
    }
}
