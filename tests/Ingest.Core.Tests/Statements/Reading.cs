using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Core.Layouts;
using Ingest.Core.Statements;

namespace Ingest.Core.Tests.Statements;

/// <summary>Reads drawn pages and shows rows as one line of text each.</summary>
internal static class Reading
{
    public static StatementReading Of(params DrawnPage[] pages) =>
        new StatementReader(LayoutCatalog.Embedded).Read([.. pages.Select(page => page.Done())], "document.pdf");

    /// <summary>The only statement of the pages.</summary>
    public static Statement Single(params DrawnPage[] pages) => Assert.Single(Of(pages).Statements);

    /// <summary><c>201 一般公共服务支出: 499.92 124.92 -</c>; a dash for a null, (项目) for a project.</summary>
    public static string[] Rows(Statement statement) => [.. statement.Rows.Select(Show)];

    private static string Show(StatementRow row)
    {
        string side = row.Side is { } printed ? $"{printed}|" : "";
        string code = row.Code is null ? "" : row.Code + " ";
        string project = row.Project is null ? "" : $"({row.Project})";
        IEnumerable<string> values = row.Cells.Select(cell => cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "-");
        return $"{side}{code}{row.Name}{project}: {string.Join(' ', values)}";
    }
}
