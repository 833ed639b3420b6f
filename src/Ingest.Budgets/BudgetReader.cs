using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.Budgets;

/// <summary>
/// Reads and checks budgets: the built-in PDF reader, the built-in table finder and the layouts that come with the program.
/// Stateless, may be shared by threads; the same bytes always give the same document.
/// </summary>
/// <remarks>
/// Everything happens in the caller's process, bounded by <see cref="ReadingOptions.Limits"/>. No second reader is asked, so that
/// <see cref="Finding.Witness"/> stays null; the program asks one, in a process of its own.
/// </remarks>
public sealed class BudgetReader
{
    private static readonly BudgetReader _default = new(LayoutCatalog.Embedded);

    private readonly DocumentPipeline _pipeline;

    /// <param name="layouts">Those of the program, or with layouts of one's own: <see cref="LayoutCatalog"/>.</param>
    public BudgetReader(LayoutCatalog layouts) => _pipeline = new DocumentPipeline(new BuiltInPdfReader(), new TableFinder(), layouts);

    /// <summary>Reads and checks a file with the layouts of the program; messages are Chinese unless the options say otherwise.</summary>
    /// <returns>The document. Of a file that is no readable PDF one without statements, whose diagnostics say why: see <see cref="BudgetDocument.IsUnreadable"/>.</returns>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BudgetDocument Read(string path, ProcessingOptions? options = null, CancellationToken cancellation = default) =>
        _default.Read(Path.GetFileName(path), File.ReadAllBytes(path), options, cancellation);

    /// <summary>Reads and checks the bytes of a file.</summary>
    /// <param name="fileName">Without folder; for display, and a weak hint at body and year.</param>
    /// <inheritdoc cref="Read(string, ProcessingOptions?, CancellationToken)"/>
    public BudgetDocument Read(string fileName, ReadOnlyMemory<byte> file, ProcessingOptions? options = null, CancellationToken cancellation = default) =>
        _pipeline.Process(fileName, file, options ?? ProcessingOptions.Default, cancellation);
}
