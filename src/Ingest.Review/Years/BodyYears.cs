using Ingest.Contract.Accounts;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Review.Years;

/// <summary>One account of a body across its documents.</summary>
/// <param name="Amounts">One for each document, in 万元; null where the document has no such row or a blank.</param>
/// <param name="Names">What it was called elsewhere, where the code is the same and the name is not; or another code of the same name.</param>
public sealed record AccountYears(string? Code, string Name, RowSide? Side, IReadOnlyList<decimal?> Amounts, IReadOnlyList<string> Names)
{
    /// <summary>Of the last two documents of one kind that have the account.</summary>
    public decimal? Change { get; init; }

    /// <summary>Per cent; null where there was nothing before.</summary>
    public decimal? Percent { get; init; }
}

/// <summary>A statement of a body across years and kinds, large changes first.</summary>
/// <param name="Documents">By year and kind.</param>
public sealed record BodyYears(string Statement, string Title, IReadOnlyList<BudgetDocument> Documents, IReadOnlyList<AccountYears> Accounts)
{
    private const decimal YuanInTenThousand = 10_000;

    /// <summary>Statements that more than one of the documents has, those of most documents first.</summary>
    public static IReadOnlyList<(string Id, string Title)> Shared(IReadOnlyList<BudgetDocument> documents) =>
    [
        .. documents.SelectMany(document => document.Statements.Where(statement => !statement.Empty).DistinctBy(statement => statement.Id)).GroupBy(statement => statement.Id)
            .OrderByDescending(statement => statement.Count()).ThenBy(statement => statement.Key, StringComparer.Ordinal).Select(statement => (statement.Key, statement.First().Title)),
    ];

    public static BodyYears Of(IReadOnlyList<BudgetDocument> documents, string statement)
    {
        BudgetDocument[] having = [.. documents.Where(document => document.Statements.Any(one => one.Id == statement)).OrderBy(document => document.Identity.FiscalYear).ThenBy(document => document.Identity.Kind)];
        var accounts = new List<Row>();
        for (int d = 0; d < having.Length; d++)
            foreach (Statement table in having[d].Statements.Where(one => one.Id == statement))
                foreach (StatementRow row in table.Rows)
                    Find(accounts, row, AccountHistory.Today(row.Code, row.Name, having[d].Identity.FiscalYear), d, having.Length).Take(row, d, table.Unit);
        return new BodyYears(
            statement, having.Length > 0 ? having[^1].Statements.First(one => one.Id == statement).Title : "", having,
            [.. accounts.Where(account => account.Amounts.Any(amount => amount is not null)).Select(account => account.Whole(having)).OrderByDescending(account => Math.Abs(account.Change ?? 0))]);
    }

    /// <summary>
    /// By code, then by name, so that an account that was renumbered is one and not a loss and a gain; rows that are alike in one document are
    /// several. By both as they are today: a code that was given to another account does not join the two.
    /// </summary>
    private static Row Find(List<Row> accounts, StatementRow row, (string? Code, string Name) today, int document, int documents)
    {
        Row? known = accounts.FirstOrDefault(account => account.IsFree(document) && account.Side == row.Side && today.Code is not null && account.Today.Code == today.Code && account.Project == row.Project)
            ?? accounts.FirstOrDefault(account => account.IsFree(document) && account.Side == row.Side && today.Name.Length > 0 && account.Today.Name == today.Name && account.Project == row.Project);
        if (known is null)
            accounts.Add(known = new Row(row, documents));
        known.Today = (today.Code ?? known.Today.Code, today.Name);
        return known;
    }

    private sealed class Row(StatementRow first, int documents)
    {
        private readonly bool[] _taken = new bool[documents];

        private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

        /// <summary>As the ministry numbers and names it now.</summary>
        public (string? Code, string Name) Today { get; set; }

        public string? Code { get; private set; } = first.Code;

        public string Name { get; private set; } = first.Name;

        public RowSide? Side => first.Side;

        public string? Project => first.Project;

        public decimal?[] Amounts { get; } = new decimal?[documents];

        public bool IsFree(int document) => !_taken[document];

        /// <summary>The last document names the account.</summary>
        public void Take(StatementRow row, int document, AmountUnit? unit)
        {
            _taken[document] = true;
            if (row.Name != Name)
                _names.Add(Name);
            if (row.Code != Code && Code is { } code)
                _names.Add(code);
            (Code, Name) = (row.Code ?? Code, row.Name);
            decimal? amount = row.Value("total") ?? row.Cells.FirstOrDefault(cell => cell.Value is not null)?.Value;
            Amounts[document] = unit is { } known && amount is { } value ? value * known.InYuan() / YuanInTenThousand : null;
        }

        public AccountYears Whole(BudgetDocument[] having)
        {
            _names.Remove(Name);
            int last = Array.FindLastIndex(Amounts, amount => amount is not null);
            int before = last < 0 ? -1 : Enumerable.Range(0, last).LastOrDefault(i => Amounts[i] is not null && having[i].Identity.Kind == having[last].Identity.Kind, -1);
            decimal? change = before < 0 ? null : Amounts[last] - Amounts[before];
            return new AccountYears(Code, Project is null || Project == Name ? Name : $"{Name} {Project}", Side, Amounts, [.. _names])
            {
                Change = change,
                Percent = before >= 0 && Amounts[before] is { } was and not 0 ? Math.Round(change!.Value / was * 100, 1) : null,
            };
        }
    }
}
