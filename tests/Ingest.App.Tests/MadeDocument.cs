using System.Text;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.App.Tests;

/// <summary>Small documents for tests of what happens to files, not of what is in them.</summary>
internal static class MadeDocument
{
    public static BudgetDocument Create(SourceFile source, string? body = "某某局", int? year = 2024, decimal total = 534.20m, params Finding[] findings) => new()
    {
        Source = source,
        Identity = new Identity { Department = body, FiscalYear = year, Kind = DocumentKind.Budget, Layout = "xinjiang-2024" },
        Statements = [Statement(total)],
        Findings = [.. findings],
    };

    public static BudgetDocument Create(string hash, string? body = "某某局", int? year = 2024, decimal total = 534.20m, params Finding[] findings) =>
        Create(new SourceFile($"{body}.pdf", hash, 100, 3, null, false), body, year, total, findings);

    /// <summary>A document from which nothing could be read.</summary>
    public static BudgetDocument Refused(SourceFile source, string code) => new()
    {
        Source = source,
        Diagnostics = [new Diagnostic(code, Severity.Error, new Phrase($"{source.FileName}：无法读取。", $"{source.FileName} cannot be read."))],
    };

    public static Finding Finding(string rule, Severity severity = Severity.Error, string message = "不相等") => new()
    {
        Rule = rule,
        Severity = severity,
        Message = message,
        // Each accuses a cell of its own: that, and not the rule, is what a finding is known by.
        Cells = [new CellReference { Statement = "T03", Code = "201" + string.Concat(rule.Where(char.IsAsciiDigit)), Name = "一般公共服务支出", Column = "total", Amount = 534.20m, Page = 4 }],
    };

    /// <summary>The bytes of something that begins and ends as a PDF; those of two texts differ.</summary>
    public static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.7\n{text}\n%%EOF\n");

    private static Statement Statement(decimal total) => new()
    {
        Id = "T03",
        Title = "部门支出总体情况表",
        Unit = AmountUnit.TenThousand,
        Pages = [4],
        Columns = [new("total", ["合计"])],
        Rows =
        [
            new StatementRow
            {
                Code = "201",
                Name = "一般公共服务支出",
                Page = 4,
                Box = new Box(1, 2, 3, 4),
                Cells = [new("total", total, "x", 4, new Box(1, 2, 3, 4))],
            },
        ],
    };
}
