using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Store.Tests;

internal static class SampleDocument
{
    public static readonly EngineVersions Versions = new("builtin-1+builtin-1", "layouts-1", "1");

    public static BudgetDocument Create(string hash, string department = "某某局", int year = 2024, decimal total = 534.20m, params Finding[] findings) => Create(hash, department, year, total, findings, DocumentKind.Budget);

    /// <summary>A publication: what decides which of several replaces which.</summary>
    public static BudgetDocument Published(string hash, string? on, DocumentLevel? level = DocumentLevel.Department, string department = "某某局", int year = 2024)
    {
        BudgetDocument document = Create(hash, department, year);
        return document with
        {
            Identity = document.Identity with { Level = level, PublishedOn = on is null ? null : DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
        };
    }

    public static BudgetDocument Create(string hash, string? department, int year, decimal total, Finding[] findings, DocumentKind kind) => new()
    {
        Source = new SourceFile($"{department}.pdf", hash, 100, 3, null, false),
        Identity = new Identity { Department = department, FiscalYear = year, Kind = kind, Layout = "xinjiang-2024" },
        Statements =
        [
            new Statement
            {
                Id = "T03",
                Title = "部门支出总体情况表",
                Unit = AmountUnit.TenThousand,
                Pages = [4],
                Columns = [new("total", ["合计"]), new("basic", ["基本支出"])],
                Rows =
                [
                    new StatementRow
                    {
                        Code = "201",
                        Name = "一般公共服务支出",
                        Page = 4,
                        Box = new Box(1, 2, 3, 4),
                        Cells = [new("total", total, "x", 4, new Box(1, 2, 3, 4)), new("basic", null, "", 4, default)],
                    },
                ],
            },
        ],
        Findings = [.. findings],
    };

    public static Finding Finding(string rule, string column = "total", Severity severity = Severity.Error) => new()
    {
        Rule = rule,
        Severity = severity,
        Message = $"{rule} {column}",
        Cells = [new CellReference { Statement = "T03", Code = "201", Name = "一般公共服务支出", Column = column, Amount = 534.20m }],
    };

    /// <summary>The row twice, one below the other, with a finding on each.</summary>
    public static BudgetDocument WithDoubledRow(string hash)
    {
        BudgetDocument document = Create(hash);
        Statement table = document.Statements[0];
        StatementRow row = table.Rows[0];
        var below = new Box(1, 0, 3, 2);
        document = document with { Statements = [table with { Rows = [row, row with { Box = below, Cells = [.. row.Cells.Select(cell => cell with { Box = below })] }] }] };
        table = document.Statements[0];
        return document with
        {
            Findings = [.. table.Rows.Select(doubled => Finding("T03-row") with { Cells = [CellReference.Of(table, doubled, doubled.Cells[0])] })],
        };
    }
}
