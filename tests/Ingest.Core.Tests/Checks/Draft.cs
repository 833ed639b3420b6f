using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Core.Tests.Checks;

/// <summary>
/// Documents written as text, one line per row:
/// <code>
/// # T03 万元 | total basic project
/// - 总计 | 10.00 6.00 4.00
/// 201 一般公共服务支出 | 10.00 6.00 4.00
/// </code>
/// <c>-</c> stands for no code, <c>_</c> for a blank cell, <c>~</c> before a name for a project, <c>i e p o</c> with a
/// colon before the row or the column for a side. A <c>!</c> after the unit gives the table's empty note.
/// </summary>
internal static class Draft
{
    public static BudgetDocument Of(string text, DocumentKind kind = DocumentKind.Budget)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line[0] == '#')
                statements.Add(Head(line[1..].Trim()));
            else
                statements[^1] = statements[^1] with { Rows = statements[^1].Rows.Add(Row(statements[^1], line)) };
        return new BudgetDocument
        {
            Source = new SourceFile("draft.pdf", "", 0, 1, null, false),
            Identity = new Identity { Department = "某局", FiscalYear = 2024, Kind = kind },
            Statements = statements.ToImmutable(),
        };
    }

    private static Statement Head(string line)
    {
        string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
        string[] words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Statement
        {
            Id = words[0],
            Title = words[0] == "T07" ? "一般公共预算项目支出情况表" : words[0],
            Unit = words.Length > 1 ? AmountUnits.FromPrinted(words[1]) : null,
            EmptyNote = words.Length > 2 ? words[2].TrimStart('!') : null,
            Pages = [1],
            Columns = [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Column)],
            Rows = [],
        };
    }

    private static StatementColumn Column(string word)
    {
        (RowSide? side, string key) = Side(word);
        return new StatementColumn(key, [key], side);
    }

    private static StatementRow Row(Statement statement, string line)
    {
        string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
        (RowSide? side, string rest) = Side(parts[0]);
        string[] words = rest.Split(' ', 2);
        string name = words.Length > 1 ? words[1] : "";
        string[] named = name.Split('~');
        string[] amounts = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] keys = [.. statement.Columns.Where(column => column.Side == side).Select(column => column.Key)];
        return new StatementRow
        {
            Side = side,
            Code = words[0] == "-" ? null : words[0],
            Name = named[0],
            Project = named.Length > 1 ? named[1] : null,
            Page = 1,
            Box = default,
            Cells = [.. keys.Zip(amounts, Cell)],
        };
    }

    private static AmountCell Cell(string key, string text) => text == "_"
        ? new AmountCell(key, null, "", 1, default)
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value)
            ? new AmountCell(key, value, text, 1, default)
            : new AmountCell(key, null, text, 1, default);

    private static (RowSide? Side, string Text) Side(string word) => word.Length > 1 && word[1] == ':'
        ? (word[0] switch
        {
            'i' => RowSide.Income,
            'e' => RowSide.Expenditure,
            'p' => RowSide.Personnel,
            _ => RowSide.Operating,
        }, word[2..].Trim())
        : (null, word);
}
