using System.Globalization;
using Ingest.Core.Documents;

namespace Ingest.App.Export;

/// <summary>A cell as a person would name it.</summary>
internal static class CellNames
{
    /// <summary>"T03 201 一般公共服务支出 · basic = 124.92 (第 6 页)".</summary>
    public static string Of(CellReference cell, ReportWords words)
    {
        IEnumerable<string> parts = new[] { cell.Statement, words.Of(cell.Side), cell.Code, cell.Name, cell.Project }.Where(part => !string.IsNullOrEmpty(part))!;
        string name = string.Join(' ', parts);
        if (cell.Column is not null)
            name += " · " + cell.Column;
        if (cell.Amount is { } amount)
            name += " = " + amount.ToString("N" + amount.Scale, CultureInfo.InvariantCulture);
        return cell.Page is { } page ? name + words.Say($"（第{page}页）", $" (page {page})") : name;
    }
}
