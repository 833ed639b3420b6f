using System.Security.Cryptography;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Witness;
using Ingest.Core.Layouts;
using Ingest.Core.Narrative;
using Ingest.Core.Recognition;
using Ingest.Core.Statements;

namespace Ingest.Core;

/// <summary>How to process a document.</summary>
/// <param name="Reading">Password and limits.</param>
/// <param name="Language">Language of the findings' messages; diagnostics and doubts have both.</param>
public sealed record ProcessingOptions(ReadingOptions Reading, Language Language)
{
    /// <summary>What reviewers have said of this document's amounts, oldest first.</summary>
    public IReadOnlyList<FigureCorrection> Corrections { get; init; } = [];

    /// <summary>Told after each page, in the thread that reads: a page of a scan takes seconds.</summary>
    public IProgress<PageProgress>? Progress { get; init; }

    public static ProcessingOptions Default { get; } = new(ReadingOptions.Default, Language.Chinese);
}

/// <summary>
/// The whole flow from bytes to findings. Stateless and safe to use from several threads; one document is
/// worked on in one thread, and the same bytes always give the same document.
/// </summary>
/// <param name="witnesses">Read again what an error would rest on; null where no second reader is to be asked.</param>
/// <param name="scope">What they are asked about.</param>
public sealed class DocumentPipeline(
    IPdfReader reader, ITableFinder tables, LayoutCatalog layouts, CallWitness? witnesses = null, WitnessScope scope = WitnessScope.Accused)
{
    /// <summary>Versions of what works between grids and findings: two documents read under the same ones were read the same way.</summary>
    public static string Version { get; } = $"statements-{StatementReader.Version}+narrative-{NarrativeReader.Version}+rules-{RuleCatalogue.Version}";

    /// <summary>Reads and checks one file. A file that cannot be read gives a document that says why.</summary>
    /// <param name="fileName">Without folder; display and a weak hint at body and year.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public BudgetDocument Process(string fileName, ReadOnlyMemory<byte> file, ProcessingOptions options, CancellationToken cancellation = default)
    {
        var source = new SourceFile(fileName, Convert.ToHexStringLower(SHA256.HashData(file.Span)), file.Length, 0, null, false);
        try
        {
            using IPdfDocument document = reader.Open(file, options.Reading, cancellation);
            source = source with { Pages = document.PageCount, Producer = document.Properties.Producer, Encrypted = document.Properties.IsEncrypted };
            List<PageContent> pages = ReadPages(document, options.Progress, out TextQuality quality, cancellation);
            BudgetDocument read = Interpret(source, pages, cancellation);
            IEnumerable<Diagnostic> outcome = NothingRead.Explain(read, pages, quality) is { } nothing ? [nothing] : [];
            read = read with { Diagnostics = [.. outcome, .. document.Diagnostics, .. pages.SelectMany(page => page.Page.Diagnostics), .. read.Diagnostics] };
            return Check(Settled(read, options, cancellation), file, options, cancellation);
        }
        catch (PdfReadException error)
        {
            bool encrypted = error.Failure is ReadFailure.PasswordRequired or ReadFailure.UnsupportedEncryption;
            return new BudgetDocument
            {
                Source = source with { Encrypted = encrypted },
                Diagnostics = [new Diagnostic(Code(error.Failure), Severity.Error, new Phrase($"{fileName}：", $"{fileName}: ") + error.Text)],
            };
        }
    }

    /// <summary>Puts corrections into a document that was read before, and checks it anew: nothing is read again but what the second reader is asked about.</summary>
    /// <param name="file">The bytes that the document was read from.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public BudgetDocument Recheck(BudgetDocument read, ReadOnlyMemory<byte> file, ProcessingOptions options, CancellationToken cancellation = default)
    {
        read = read with { Diagnostics = [.. read.Diagnostics.Where(diagnostic => diagnostic.Code != SecondLook.Silent)] };
        return Check(Settled(read, options, cancellation), file, options, cancellation);
    }

    /// <summary>People have the first word on what was read in doubt, arithmetic the second.</summary>
    private static BudgetDocument Settled(BudgetDocument read, ProcessingOptions options, CancellationToken cancellation) =>
        ArithmeticChoice.Apply(Corrections.Apply(read, options.Corrections), cancellation);

    /// <summary>The second reader is called at the first question, by whichever step asks it, and closed when the last one is through.</summary>
    private BudgetDocument Check(BudgetDocument read, ReadOnlyMemory<byte> file, ProcessingOptions options, CancellationToken cancellation)
    {
        if (witnesses is null)
            return Reconciler.Reconcile(read, new ReconciliationOptions { Language = options.Language }, cancellation);
        IWitness? called = null;
        try
        {
            IWitness? Call() => called ??= witnesses(file, options.Reading, cancellation);
            BudgetDocument checkedOnce = Reconciler.Reconcile(read, new ReconciliationOptions { Language = options.Language, Witness = Call }, cancellation);
            return SecondLook.WithSilence(new SecondLook(Call, options.Language).At(checkedOnce, scope, cancellation), called);
        }
        finally
        {
            called?.Dispose();
        }
    }

    /// <summary>
    /// Letters and lines are let go page by page: what follows works on grids and lines of text, and a
    /// file of thousands of pages must not fill the memory.
    /// </summary>
    private List<PageContent> ReadPages(IPdfDocument document, IProgress<PageProgress>? progress, out TextQuality quality, CancellationToken cancellation)
    {
        quality = default;
        var pages = new List<PageContent>(document.PageCount);
        for (int number = 1; number <= document.PageCount; number++)
        {
            PageContent content = tables.Find(document.ReadPage(number, cancellation), cancellation);
            quality = quality.With(content.Page);
            pages.Add(content with { Page = content.Page with { Letters = [], Rulings = [], Fills = [] } });
            progress?.Report(new PageProgress(number, document.PageCount));
        }

        return pages;
    }

    private BudgetDocument Interpret(SourceFile source, List<PageContent> pages, CancellationToken cancellation)
    {
        StatementReading statements = new StatementReader(layouts).Read(pages, source.FileName, cancellation);
        string[] bodies = [.. statements.Statements.Select(statement => statement.Department).Append(statements.Identity.Department).OfType<string>().Distinct()];
        NarrativeText narrative = NarrativeReader.Read(pages, bodies, cancellation);
        return RecognisedFigures.Mark(new BudgetDocument
        {
            Source = source,
            Identity = statements.Identity,
            Statements = statements.Statements,
            Performance = statements.Performance,
            Contents = narrative.Contents,
            Narrative = narrative.Sections,
            Unbound = statements.Unbound,
            Diagnostics = statements.Diagnostics,
        }, pages);
    }

    private static string Code(ReadFailure failure) => failure switch
    {
        ReadFailure.Empty => "empty-file",
        ReadFailure.NotPdf => "not-a-pdf",
        ReadFailure.Damaged => "damaged",
        ReadFailure.PasswordRequired => "password-required",
        ReadFailure.UnsupportedEncryption => "unsupported-encryption",
        ReadFailure.LimitExceeded => "limit-exceeded",
        ReadFailure.ReaderLost => "reader-crashed",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
    };
}
