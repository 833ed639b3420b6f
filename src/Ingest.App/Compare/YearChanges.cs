using System.Collections.Immutable;
using Ingest.Contract.Accounts;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.App.Compare;

/// <summary>A figure of two years of one body.</summary>
/// <param name="Unit">Of both amounts: this year's, or last year's where only that has the row.</param>
/// <param name="Before">Null when last year has no such row or a blank.</param>
/// <param name="OldCode">Last year's code where the row was matched by its name.</param>
/// <param name="OldName">Last year's name where the code is the same and the name is not.</param>
internal sealed record YearChange(
    string Statement, RowSide? Side, string? Code, string Name, string? Project, string Column, AmountUnit? Unit,
    decimal? Before, decimal? Now, string? OldCode, string? OldName)
{
    public decimal? Difference => Now - Before;

    /// <summary>Undefined where there was nothing before; two decimals, halves to even.</summary>
    public decimal? Percent => Before is { } before and not 0 && Difference is { } difference ? Math.Round(difference / before * 100, 2) : null;
}

/// <summary>
/// Sets the figures of a year beside those of the year before, statement by statement. Rows are matched by
/// code as it is today, then by name, so that a code that was renumbered is one figure and not a loss and a gain.
/// </summary>
internal static class YearChanges
{
    public static IEnumerable<YearChange> Between(BudgetDocument before, BudgetDocument now)
    {
        foreach (Statement statement in now.Statements.DistinctBy(statement => statement.Id))
            if (before.Statements.FirstOrDefault(other => other.Id == statement.Id) is { } last)
                foreach (YearChange change in Between(last, before.Identity.FiscalYear, statement, now.Identity.FiscalYear))
                    yield return change;
    }

    private static IEnumerable<YearChange> Between(Statement before, int? yearBefore, Statement now, int? year)
    {
        // Amounts in different units are only comparable when both are known.
        if (before.Unit is null != now.Unit is null)
            yield break;
        decimal factor = before.Unit is { } old && now.Unit is { } unit ? old.InYuan() / unit.InYuan() : 1;
        ImmutableArray<(StatementRow? Before, StatementRow? Now)> pairs = Match(before.Rows, yearBefore, now.Rows, year);
        foreach ((StatementRow? last, StatementRow? row) in pairs)
            foreach (string column in (row ?? last)!.Cells.Select(cell => cell.Column))
            {
                decimal? was = last?.Value(column) * factor;
                decimal? amount = row?.Value(column);
                if (was is null && amount is null)
                    continue;
                StatementRow shown = (row ?? last)!;
                bool both = last is not null && row is not null;
                yield return new YearChange(
                    now.Id, shown.Side, shown.Code, shown.Name, shown.Project, column, now.Unit, was, amount,
                    both && last!.Code != row!.Code ? last.Code : null, both && last!.Code == row!.Code && last.Name != row.Name ? last.Name : null);
            }
    }

    /// <summary>This year's rows in print order, each with last year's, then last year's rows that have none.</summary>
    private static ImmutableArray<(StatementRow? Before, StatementRow? Now)> Match(ImmutableArray<StatementRow> before, int? yearBefore, ImmutableArray<StatementRow> now, int? year)
    {
        List<StatementRow> free = [.. before];
        // What the ministry renumbered is one account, and a code that it gave to another is two.
        var accounts = new Dictionary<StatementRow, (string? Code, string Name)>(ReferenceEqualityComparer.Instance);
        foreach (StatementRow row in before)
            accounts[row] = AccountHistory.Today(row.Code, row.Name, yearBefore);
        foreach (StatementRow row in now)
            accounts[row] = AccountHistory.Today(row.Code, row.Name, year);
        var matches = new StatementRow?[now.Length];
        Take(row => (row.Side, accounts[row].Code, accounts[row].Name, row.Project));
        Take(row => row.Code is null ? null : (row.Side, accounts[row].Code, row.Project));
        Take(row => row.Name.Length == 0 ? null : (row.Side, accounts[row].Name, row.Project));
        return [.. now.Select((row, i) => (matches[i], (StatementRow?)row)), .. free.Select(row => ((StatementRow?)row, (StatementRow?)null))];

        // Of rows that are alike the first belongs to the first.
        void Take(Func<StatementRow, object?> key)
        {
            ILookup<object?, StatementRow> candidates = free.ToLookup(key);
            var taken = new Dictionary<object, int>();
            for (int i = 0; i < now.Length; i++)
            {
                if (matches[i] is not null || key(now[i]) is not { } wanted)
                    continue;
                int index = taken.GetValueOrDefault(wanted);
                matches[i] = candidates[wanted].ElementAtOrDefault(index);
                taken[wanted] = index + 1;
            }

            free.RemoveAll(matches.Contains);
        }
    }
}
