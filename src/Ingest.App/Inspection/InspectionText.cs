using Ingest.Core.Documents;
using Ingest.Core.Statements;
using Ingest.Pdf;
using Ingest.Pdf.Tables;
using Spectre.Console;
using Grid = Ingest.Pdf.Tables.Grid;

namespace Ingest.App.Inspection;

/// <summary>Tells a person what was seen on each page and what it was taken for.</summary>
internal sealed class InspectionText(IAnsiConsole console, StatementReading reading)
{
    public void Print(PageContent content)
    {
        Page page = content.Page;
        int hidden = page.Letters.Count(letter => !letter.IsVisible);
        console.MarkupLineInterpolated(
            $"[bold]page {page.Number}[/]  {page.Width:0.#} × {page.Height:0.#} pt, {page.Letters.Length} letters ({hidden} hidden), {page.Rulings.Length} rulings, {page.Images.Length} images{(page.ImageOnly ? ", image only" : "")}");
        foreach (Diagnostic diagnostic in page.Diagnostics)
            console.MarkupLineInterpolated($"  [blue]{diagnostic.Code}[/] {diagnostic.Message}");
        foreach (Grid grid in content.Grids)
            Print(content, grid);
        foreach (TextLine line in content.Lines)
            console.MarkupLineInterpolated($"  [grey]text  {line.Text}[/]");
    }

    private void Print(PageContent content, Grid grid)
    {
        Box box = content.ToPage(grid.Box);
        console.MarkupLineInterpolated(
            $"  table {grid.Rows} rows × {grid.Columns} columns, {grid.Evidence}, at [[{box.Left:0.#} {box.Bottom:0.#} {box.Right:0.#} {box.Top:0.#}]]");
        if (reading.Bindings.FirstOrDefault(candidate => ReferenceEquals(candidate.Grid, grid)) is { } binding)
            Print(binding);
        foreach (TextLine left in grid.Unplaced)
            console.MarkupLineInterpolated($"    [yellow]left over[/] {left.Text}");
    }

    private void Print(GridBinding binding)
    {
        if (binding.Statement is { } index)
        {
            Statement statement = reading.Statements[index];
            console.MarkupLineInterpolated($"    → [green]{statement.Id}[/] {statement.Title}, {statement.Unit?.Printed() ?? "unit not stated"}, {statement.Rows.Length} rows");
            console.MarkupLineInterpolated($"      columns: {string.Join(", ", binding.Columns.Select(column => column.Role))}");
            foreach (ExtractionDoubt doubt in statement.Doubts.Where(doubt => doubt.Page == binding.Grid.Page))
                console.MarkupLineInterpolated($"      [yellow]{doubt.Code}[/] {doubt.Message}");
        }
        else
        {
            console.MarkupLineInterpolated($"    → [yellow]{binding.Role}[/]");
        }

        foreach (string reason in binding.Reasons)
            console.MarkupLineInterpolated($"      because {reason}");
    }
}
