using Ingest.App.Cli;
using Ingest.Pdf;
using Ingest.Pdf.Tables;

namespace Ingest.App.Inspection;

/// <summary>Opens files one after another and shows what was seen in them.</summary>
/// <param name="page">Only this page, or all.</param>
/// <param name="svg">File (one page of one file) or folder for pictures, or null.</param>
internal sealed class Inspector(Stream output, IPdfReader reader, ITableFinder tables, ReadingOptions options, int? page, string? svg)
{
    public async Task<int> WriteJsonAsync(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        int exit = ExitCode.Done;
        foreach (string file in files)
        {
            InputFile input = await InputFile.ReadAsync(file, options.Limits.FileBytes, cancellation);
            string? error = input.Problem?.Message;
            List<PageContent> pages = [];
            if (error is null)
                error = ReadPages(input, pages, cancellation);
            output.Write(InspectionJson.Write(file, pages, error));
            output.WriteByte((byte)'\n');
            await output.FlushAsync(cancellation);
            if (error is not null)
                exit = ExitCode.UnreadableFile;
            Draw(input.Name, pages);
        }

        return exit;
    }

    private string? ReadPages(InputFile input, List<PageContent> pages, CancellationToken cancellation)
    {
        try
        {
            using IPdfDocument document = reader.Open(input.Bytes, options, cancellation);
            if (page > document.PageCount)
                return $"{input.Name} has {document.PageCount} pages; there is no page {page}.";
            int first = page ?? 1, last = page ?? document.PageCount;
            for (int number = first; number <= last; number++)
                pages.Add(tables.Find(document.ReadPage(number, cancellation), cancellation));
            return null;
        }
        catch (PdfReadException error)
        {
            return error.Message;
        }
    }

    private void Draw(string name, List<PageContent> pages)
    {
        if (svg is null)
            return;
        bool single = pages.Count == 1 && svg.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
        if (!single)
            Directory.CreateDirectory(svg);
        foreach (PageContent content in pages)
        {
            string path = single ? svg : Path.Combine(svg, $"{Path.GetFileNameWithoutExtension(name)}-{content.Page.Number:0000}.svg");
            IEnumerable<Highlight> cells = content.Grids.SelectMany(grid => grid.Cells)
                .Select(cell => new Highlight(content.ToPage(cell.Box), "cell", $"{cell.Row},{cell.Column}: {cell.Text}"));
            File.WriteAllText(path, PageSvg.Draw(content.Page, cells));
        }
    }
}
