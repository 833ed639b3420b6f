using System.Globalization;
using Ingest.Contract.Documents;

namespace Ingest.App.Words;

/// <summary>Cells of a document as a person would name them.</summary>
internal sealed class CellNames(BudgetDocument document, ReportWords words)
{
    /// <summary>"T03 201 一般公共服务支出 · 基本支出 = 124.92（第6页）".</summary>
    public string Of(CellReference cell)
    {
        string statement = cell.Statement switch
        {
            CellId.Narrative => words.Say("文字说明", "Text"),
            CellId.Contents => words.Say("目录", "Contents"),
            CellId.Performance => words.Say("绩效目标表", "Performance table"),
            _ => cell.Statement,
        };
        IEnumerable<string> parts = new[] { statement, words.Of(cell.Side), cell.Code, cell.Name, cell.Project == cell.Name ? null : cell.Project }
            .Where(part => !string.IsNullOrEmpty(part))!;
        string name = string.Join(' ', parts);
        if (cell.Year is { } year)
            name = words.Say($"{year}年文件 ", $"{year} document ") + name;
        if (Column(cell) is { } column)
            name += " · " + column;
        if (cell.Amount is { } amount)
            name += " = " + amount.ToString("N" + amount.Scale, CultureInfo.InvariantCulture);
        return cell.Page is { } page ? name + words.Say($"（第{page}页）", $" (page {page})") : name;
    }

    /// <summary>The printed leaf header, or the key where none is printed.</summary>
    private string? Column(CellReference cell) => document.Statements
        .Where(statement => statement.Id == cell.Statement)
        .SelectMany(statement => statement.Columns)
        .FirstOrDefault(column => column.Key == cell.Column && column.Side == cell.Side)?.Header.LastOrDefault() ?? cell.Column;
}
