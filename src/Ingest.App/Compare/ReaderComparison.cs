using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Core;
using Ingest.Core.Layouts;

namespace Ingest.App.Compare;

/// <summary>What two readers make of one file.</summary>
/// <param name="Readers">Their ids, the first's and the second's.</param>
/// <param name="Problem">Why one of them cannot read it, or null; then nothing else is set.</param>
/// <param name="Pages">Pages whose letters or lines differ.</param>
/// <param name="Statements">Ids that only the first has found.</param>
/// <param name="OtherStatements">Ids that only the second has found.</param>
/// <param name="Facts">Amounts that differ in statements that both have found; gone is what only the first has.</param>
internal sealed record FileComparison(
    string File, ImmutableArray<string> Readers, string? Problem, int PageCount, ImmutableArray<PageComparison> Pages,
    ImmutableArray<string> Statements, ImmutableArray<string> OtherStatements, ImmutableArray<FactChange> Facts)
{
    /// <summary>They come to the same figures, however they saw the pages.</summary>
    public bool SameFigures => Problem is null && Statements.IsEmpty && OtherStatements.IsEmpty && Facts.IsEmpty;
}

/// <summary>Reads files twice. Stateless and safe to use from several threads.</summary>
internal sealed class ReaderComparison(IPdfReader first, IPdfReader second, ITableFinder tables, LayoutCatalog layouts, ProcessingOptions options)
{
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FileComparison Compare(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        BudgetDocument[] documents =
            [.. new[] { first, second }.Select(reader => new DocumentPipeline(reader, tables, layouts).Process(Path.GetFileName(file), bytes, options, cancellation))];
        if (documents.FirstOrDefault(document => document.IsUnreadable) is { } unread)
            return Failed(file, $"{(ReferenceEquals(unread, documents[0]) ? first : second).Id}: {unread.Diagnostics.MaxBy(diagnostic => diagnostic.Severity)!.Message.In(options.Language)}");
        (int count, ImmutableArray<PageComparison> pages) = ComparePages(bytes, cancellation);
        string[] ids = [.. documents[0].Statements.Select(statement => statement.Id)];
        string[] others = [.. documents[1].Statements.Select(statement => statement.Id)];
        IEnumerable<FactChange> facts = DocumentChanges.Between(documents[0], documents[1]).Facts
            .Where(fact => ids.Contains(fact.Cell.Statement) && others.Contains(fact.Cell.Statement));
        return new FileComparison(file, [first.Id, second.Id], null, count, pages, [.. ids.Except(others)], [.. others.Except(ids)], [.. facts]);
    }

    public FileComparison Failed(string file, string problem) => new(file, [first.Id, second.Id], problem, 0, [], [], [], []);

    private (int Count, ImmutableArray<PageComparison> Differing) ComparePages(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using IPdfDocument one = first.Open(bytes, options.Reading, cancellation);
        using IPdfDocument other = second.Open(bytes, options.Reading, cancellation);
        // Pages that only one of them finds show in the statements and facts.
        int common = Math.Min(one.PageCount, other.PageCount);
        return (Math.Max(one.PageCount, other.PageCount), [.. Enumerable.Range(1, common)
            .Select(number => PageComparison.Of(one.ReadPage(number, cancellation), other.ReadPage(number, cancellation)))
            .Where(page => !page.IsAlike)]);
    }
}
