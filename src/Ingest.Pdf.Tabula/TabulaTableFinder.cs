using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Tables;
using Ingest.Tables.Lattices;
using Ingest.Tables.Upright;
using Tabula;

namespace Ingest.Pdf.Tabula;

/// <summary>
/// Finds tables with Tabula: its SpreadsheetExtractionAlgorithm tells ruled cells apart, its
/// BasicExtractionAlgorithm the columns of blocks of aligned text. Letters are put into the cells, and
/// their lines read, as by the built-in finder. Works on pages of any reader.
/// </summary>
/// <remarks>
/// Lines in one direction and shading alone tell Tabula nothing. Its work grows with the square of the
/// crossings and cannot be interrupted; a page with more than any printed one has is taken for a drawing.
/// </remarks>
public sealed class TabulaTableFinder : ITableFinder
{
    private static readonly string _version = typeof(Table).Assembly.GetName().Version?.ToString(3) ?? "unknown";

    public string Id => $"tabula-{_version}";

    /// <inheritdoc/>
    public PageContent Find(Page page, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        UprightPage upright = UprightPage.Of(page);
        List<Lattice> lattices = SpreadsheetTables.Find(upright, out bool failed);
        cancellation.ThrowIfCancellationRequested();
        lattices.AddRange(BasicTables.Find(upright, lattices, cancellation));
        PageContent content = TableFinder.Assemble(page, upright, lattices, cancellation);
        return failed ? content with { Page = page with { Diagnostics = page.Diagnostics.Add(Failure(page.Number)) } } : content;
    }

    private static Diagnostic Failure(int page) => new("tables-unread", Severity.Warning, new Phrase(
        "Tabula 无法理清本页的表格线，有线表格按文字处理。",
        "Tabula could not make sense of the lines of the page; its ruled tables were taken for text."), page);
}
