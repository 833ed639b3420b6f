using System.Text;
using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.App.Pictures;
using Ingest.App.Readers;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;
using Ingest.Core.Statements;
using Spectre.Console;

namespace Ingest.App.Inspection;

/// <summary>Opens files one after another and shows what was seen in them.</summary>
/// <param name="page">Only this page, or all.</param>
/// <param name="svg">File (one page of one file) or folder for pictures, or null.</param>
internal sealed class Inspector(IPdfReader reader, ITableFinder tables, LayoutCatalog layouts, ReadingOptions options, Language language, int? page, string? svg)
{
    /// <summary>One line of JSON per file, written page by page: a file of any length takes the memory of a page.</summary>
    public async Task<int> WriteJsonAsync(IReadOnlyList<string> files, Stream output, CancellationToken cancellation)
    {
        int exit = ExitCode.Done;
        foreach (string file in files)
        {
            InputFile input = await InputFile.ReadAsync(file, options.Limits.FileBytes, cancellation);
            using var json = new InspectionJson(output, file, language);
            Phrase? error = input.Problem?.Message ?? ReadPages(input, content => { json.Write(content); Draw(input.Name, content, null); }, cancellation, json.Add);
            json.End(error);
            if (error is not null)
                exit = ExitCode.UnreadableFile;
        }

        return exit;
    }

    /// <summary>For a person: pages, tables, what each was taken for and why.</summary>
    public async Task<int> PrintAsync(IReadOnlyList<string> files, IAnsiConsole console, CancellationToken cancellation)
    {
        int exit = ExitCode.Done;
        foreach (string file in files)
        {
            InputFile input = await InputFile.ReadAsync(file, options.Limits.FileBytes, cancellation);
            console.MarkupLineInterpolated($"[bold]{file}[/]");
            List<PageContent> pages = [];
            if ((input.Problem?.Message ?? ReadPages(input, pages.Add, cancellation, wholeFile: true)) is { } error)
            {
                console.MarkupLineInterpolated($"  [red]{error.In(language)}[/]");
                exit = ExitCode.UnreadableFile;
                continue;
            }

            StatementReading reading = new StatementReader(layouts).Read(pages, input.Name, cancellation);
            var text = new InspectionText(console, reading, language);
            foreach (PageContent content in pages.Where(content => page is null || content.Page.Number == page))
            {
                text.Print(content);
                Draw(input.Name, content, reading);
            }
        }

        return exit;
    }

    /// <returns>Why the file could not be read, or null.</returns>
    private Phrase? ReadPages(
        InputFile input, Action<PageContent> see, CancellationToken cancellation, Action<IReadOnlyList<Diagnostic>>? conclude = null, bool wholeFile = false)
    {
        try
        {
            using IPdfDocument document = reader.Open(input.Bytes, options, cancellation);
            if (page > document.PageCount)
                return new Phrase(
                    $"{input.Name} 共 {document.PageCount} 页，没有第 {page} 页。",
                    $"{input.Name} has {document.PageCount} pages; there is no page {page}.");
            int first = wholeFile ? 1 : page ?? 1, last = wholeFile ? document.PageCount : page ?? document.PageCount;
            for (int number = first; number <= last; number++)
                see(tables.Find(document.ReadPage(number, cancellation), cancellation));
            conclude?.Invoke(document.Diagnostics);
            return null;
        }
        catch (PdfReadException error)
        {
            return error.Text;
        }
    }

    private void Draw(string name, PageContent content, StatementReading? reading)
    {
        if (svg is null)
            return;
        bool single = page is not null && svg.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
        if (!single)
            Directory.CreateDirectory(svg);
        string path = single ? svg : Path.Combine(svg, $"{Path.GetFileNameWithoutExtension(name)}-{content.Page.Number:0000}.svg");
        WholeFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(PageSvg.Draw(content.Page, Highlights(content, reading)))));
    }

    private IEnumerable<Highlight> Highlights(PageContent content, StatementReading? reading)
    {
        foreach (Ingest.Contract.Grids.Grid grid in content.Grids)
        {
            GridBinding? binding = reading?.Bindings.FirstOrDefault(candidate => ReferenceEquals(candidate.Grid, grid));
            string style = binding?.Role == GridRole.Statement ? "bound" : "unbound";
            yield return new Highlight(content.ToPage(grid.Box), style, binding?.Reasons[0].In(language));
            foreach (GridCell cell in grid.Cells)
                yield return new Highlight(content.ToPage(cell.Box), "cell", $"{cell.Row},{cell.Column}: {cell.Text}");
        }
    }
}
