using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Statements;
using Spectre.Console;
using Grid = Ingest.Contract.Grids.Grid;

namespace Ingest.App.Inspection;

/// <summary>Tells a person what was seen on each page and what it was taken for.</summary>
internal sealed class InspectionText(IAnsiConsole console, StatementReading reading, Language language)
{
    public void Print(PageContent content)
    {
        Page page = content.Page;
        int hidden = page.Letters.Count(letter => !letter.IsVisible);
        string number = Say($"第 {page.Number} 页", $"page {page.Number}");
        string seen = Say(
            $"字符 {page.Letters.Length} 个（不可见 {hidden} 个），线条 {page.Rulings.Length} 条，图像 {page.Images.Length} 幅{(page.ImageOnly ? "，仅有图像" : "")}",
            $"{page.Letters.Length} letters ({hidden} hidden), {page.Rulings.Length} rulings, {page.Images.Length} images{(page.ImageOnly ? ", image only" : "")}");
        console.MarkupLineInterpolated($"[bold]{number}[/]  {page.Width:0.#} × {page.Height:0.#} pt, {seen}");
        foreach (Diagnostic diagnostic in page.Diagnostics)
            console.MarkupLineInterpolated($"  [blue]{diagnostic.Code}[/] {diagnostic.Message.In(language)}");
        foreach (Grid grid in content.Grids)
            Print(content, grid);
        foreach (TextLine line in content.Lines)
            console.MarkupLineInterpolated($"  [grey]{Say("文字", "text")}  {line.Text}[/]");
    }

    private void Print(PageContent content, Grid grid)
    {
        Box box = content.ToPage(grid.Box);
        console.MarkupLineInterpolated(
            $"  {Say($"表格 {grid.Rows} 行 × {grid.Columns} 列", $"table {grid.Rows} rows × {grid.Columns} columns")}, {grid.Evidence}, [[{box.Left:0.#} {box.Bottom:0.#} {box.Right:0.#} {box.Top:0.#}]]");
        if (reading.Bindings.FirstOrDefault(candidate => ReferenceEquals(candidate.Grid, grid)) is { } binding)
            Print(binding);
        foreach (TextLine left in grid.Unplaced)
            console.MarkupLineInterpolated($"    [yellow]{Say("未归入", "left over")}[/] {left.Text}");
    }

    private void Print(GridBinding binding)
    {
        if (binding.Statement is { } index)
        {
            Statement statement = reading.Statements[index];
            console.MarkupLineInterpolated($"    → [green]{statement.Id}[/] {statement.Title}, {statement.Unit?.Printed() ?? Say("未注明单位", "unit not stated")}, {Say($"{statement.Rows.Length} 行", $"{statement.Rows.Length} rows")}");
            console.MarkupLineInterpolated($"      {Say("列", "columns")}: {string.Join(", ", binding.Columns.Select(column => column.Role))}");
            foreach (ExtractionDoubt doubt in statement.Doubts.Where(doubt => doubt.Page == binding.Grid.Page))
                console.MarkupLineInterpolated($"      [yellow]{doubt.Code}[/] {doubt.Message.In(language)}");
        }
        else
        {
            console.MarkupLineInterpolated($"    → [yellow]{binding.Role}[/]");
        }

        foreach (Phrase reason in binding.Reasons)
            console.MarkupLineInterpolated($"      {Say("依据：", "because ")}{reason.In(language)}");
    }

    private string Say(string chinese, string english) => new Phrase(chinese, english).In(language);
}
