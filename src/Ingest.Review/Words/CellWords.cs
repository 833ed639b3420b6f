using Ingest.Contract.Documents;

namespace Ingest.Review.Words;

/// <summary>Cells of a document as a person would name them.</summary>
public sealed class CellWords(BudgetDocument document, ReviewWords words)
{
    /// <summary>表5 一般公共预算支出情况表, 文字说明 …</summary>
    public string Place(CellReference cell)
    {
        string place = cell.Statement switch
        {
            "narrative" => words.Say("文字说明", "Text"),
            "contents" => words.Say("目录", "Contents"),
            "performance" => words.Say("绩效目标表", "Performance table"),
            _ => Find(cell.Statement) is { } statement ? $"{statement.Label} {statement.Title}".Trim() : cell.Statement,
        };
        return cell.Year is { } year ? words.Say($"{year}年文件 {place}", $"{year} document, {place}") : place;
    }

    /// <summary>收入 2101101 行政单位医疗.</summary>
    public string Row(CellReference cell) => string.Join(' ', new[] { words.Of(cell.Side), cell.Code, cell.Name, cell.Project == cell.Name ? null : cell.Project }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The printed leaf header, or the key where none is printed.</summary>
    public string Column(CellReference cell) =>
        Find(cell.Statement)?.Columns.FirstOrDefault(column => column.Key == cell.Column && column.Side == cell.Side)?.Header.LastOrDefault() ?? cell.Column ?? "";

    /// <summary>All of it in one line.</summary>
    public string Of(CellReference cell) => string.Join(" · ", new[] { Place(cell), Row(cell), Column(cell) }.Where(part => part.Length > 0));

    private Statement? Find(string id) => document.Statements.FirstOrDefault(statement => statement.Id == id);
}
