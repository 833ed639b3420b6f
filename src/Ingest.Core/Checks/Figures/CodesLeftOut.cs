using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Checks.Figures;

/// <summary>
/// Rows whose code was left out, with the code that their name has in another table of the document, or that the rows below them
/// need for a parent. The amounts of such a row are those of its account, whatever is not printed before its name.
/// </summary>
internal static class CodesLeftOut
{
    /// <summary>In a table with more rows without code these are something else: units, bodies, lines of a form.</summary>
    private const int Most = 3;

    /// <summary>Part of the rows that have a code at least.</summary>
    private const double CodedShare = 0.8;

    public static void Add(BudgetDocument document, Dictionary<StatementRow, string> codes)
    {
        foreach (Statement table in document.Statements)
        {
            StatementRow[] rows = [.. table.Rows.Where(row => row.Code is not null || !RowLabel.IsTotal(row.Name))];
            StatementRow[] uncoded = [.. rows.Where(row => row.Code is null)];
            if (uncoded.Length is 0 or > Most || rows.Length - uncoded.Length < CodedShare * rows.Length || rows.Any(row => row.Side is not null || !string.IsNullOrEmpty(row.Project)))
                continue;
            HashSet<string> printed = [.. rows.Select(row => row.Code).OfType<string>()];
            for (int i = rows.Length - 1; i >= 0; i--)
            {
                if (rows[i].Code is not null || codes.ContainsKey(rows[i]))
                    continue;
                string? below = rows.Skip(i + 1).Select(row => Code(row, codes)).FirstOrDefault();
                string? above = rows.Take(i).Select(row => row.Code).LastOrDefault(code => code is not null);
                string[] likely = [.. Likely(document, table, rows[i], below).Where(code => !printed.Contains(code) && IsBetween(above, code, below)).Distinct()];
                if (likely is not [var only])
                    continue;
                codes[rows[i]] = only;
                printed.Add(only);
            }
        }
    }

    private static string? Code(StatementRow row, Dictionary<StatementRow, string> codes) => row.Code ?? codes.GetValueOrDefault(row);

    private static string[] Likely(BudgetDocument document, Statement table, StatementRow row, string? below)
    {
        string name = Names.Bare(row.Name);
        string[] named = name.Length == 0 ? [] : [.. document.Statements
            .Where(other => other != table && IsEconomic(other) == IsEconomic(table))
            .SelectMany(other => other.Rows)
            .Where(other => other.Code is not null && Names.Bare(other.Name) == name)
            .Select(other => other.Code!)];
        return named.Length > 0 || below is not { Length: 5 or 7 } ? named : [below[..^2]];
    }

    /// <summary>Where codes stand in order: 205 before 20502.</summary>
    private static bool IsBetween(string? above, string code, string? below) =>
        (above is null || string.CompareOrdinal(above, code) < 0) && (below is null || string.CompareOrdinal(code, below) < 0);

    private static bool IsEconomic(Statement table) => table.Id is "T06" or "F06";
}
