using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Tests.Checks;

/// <summary>A document with one mistake, and which cells are meant by it.</summary>
public sealed record Mutation(string What, BudgetDocument Document, Func<CellReference, bool> IsMeant);

/// <summary>All mutations of one kind that a document allows.</summary>
internal static class Mutations
{
    public static IEnumerable<Mutation> Of(BudgetDocument document, string kind) => kind switch
    {
        "dropped" => Rows(document).Where(place => IsLeaf(document, place)).Select(place => Dropped(document, place)),
        "doubled" => Rows(document).Where(place => IsLeaf(document, place)).Select(place => Doubled(document, place)),
        "moved" => Cells(document).Select(cell => Moved(document, cell)).OfType<Mutation>(),
        _ => Cells(document).Select(cell => Altered(document, cell, kind)).OfType<Mutation>(),
    };

    private static Mutation? Altered(BudgetDocument document, Cell cell, string kind)
    {
        decimal amount = cell.Amount;
        decimal? altered = kind switch
        {
            "+0.03" => amount + 0.03m,
            "+1.00" => amount + 1.00m,
            "×10" => amount * 10,
            "swapped" => Swapped(amount),
            "blanked" => null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return altered == amount ? null : new($"{cell} → {altered}", Put(document, cell, altered), cell.Is);
    }

    /// <summary>To the next column on the right, or on the left from the last, where that is blank.</summary>
    private static Mutation? Moved(BudgetDocument document, Cell cell)
    {
        StatementRow row = cell.Row(document);
        int next = cell.Column + 1 < row.Cells.Length ? cell.Column + 1 : cell.Column - 1;
        if (next < 0 || !row.Cells[next].IsBlank)
            return null;
        Cell other = cell with { Column = next, Key = row.Cells[next].Column };
        return new($"{cell} → {other.Key}", Put(Put(document, cell, null), other, cell.Amount), reference => cell.Is(reference) || other.Is(reference));
    }

    private static Mutation Dropped(BudgetDocument document, Cell row) => new(
        $"{row} dropped",
        document.Change(row.Statement, table => table with { Rows = table.Rows.RemoveAt(row.Index) }),
        Nearby(document, row));

    private static Mutation Doubled(BudgetDocument document, Cell row) => new(
        $"{row} doubled",
        document.Change(row.Statement, table => table with { Rows = table.Rows.Insert(row.Index, table.Rows[row.Index]) }),
        Nearby(document, row));

    /// <summary>The row itself or the one it is a part of.</summary>
    private static Func<CellReference, bool> Nearby(BudgetDocument document, Cell row)
    {
        IndexedRow entry = Entry(document, row);
        return reference => Names(reference, entry) || (entry.Whole is { } whole && Names(reference, whole));
    }

    private static bool Names(CellReference reference, IndexedRow row) => reference.Statement == row.Statement.Id
        && reference.Side == row.Side && reference.Code == row.Code && reference.Project == row.Project
        && (row.Code is not null || Ingest.Core.Checks.Figures.Names.Bare(reference.Name) == row.BareName);

    /// <summary>Two different neighbouring digits from the left, as far right as they go: 34.70 → 34.07.</summary>
    private static decimal Swapped(decimal amount)
    {
        char[] digits = amount.ToString(CultureInfo.InvariantCulture).ToCharArray();
        for (int i = digits.Length - 1; i > 0; i--)
        {
            int left = digits[i - 1] == '.' ? i - 2 : i - 1;
            if (char.IsAsciiDigit(digits[i]) && digits[i] != digits[left])
            {
                (digits[i], digits[left]) = (digits[left], digits[i]);
                break;
            }
        }
        return decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Cell> Cells(BudgetDocument document) =>
        from table in document.Statements
        from index in Enumerable.Range(0, table.Rows.Length)
        from column in Enumerable.Range(0, table.Rows[index].Cells.Length)
        let cell = table.Rows[index].Cells[column]
        let amount = cell.Value ?? 0
        where amount != 0
        select new Cell(table.Id, index, column, cell.Column, amount, table.Rows[index]);

    private static IEnumerable<Cell> Rows(BudgetDocument document) => Cells(document).DistinctBy(cell => (cell.Statement, cell.Index));

    /// <summary>Rows that are parts and have none: a total or a group cannot be lost without its rows losing their parent.</summary>
    private static bool IsLeaf(BudgetDocument document, Cell row) => Entry(document, row) is { Parts.Count: 0, Whole: not null };

    private static IndexedRow Entry(BudgetDocument document, Cell row) =>
        FigureIndex.Open(document).Find(row.Statement)!.Rows.First(entry => entry.Index == row.Index);

    private static BudgetDocument Put(BudgetDocument document, Cell cell, decimal? amount) => document.Change(
        cell.Statement, table => table with { Rows = table.Rows.SetItem(cell.Index, table.Rows[cell.Index].Print(cell.Key, amount)) });

    private sealed record Cell(string Statement, int Index, int Column, string Key, decimal Amount, StatementRow Source)
    {
        public StatementRow Row(BudgetDocument document) => document.Statements.Single(table => table.Id == Statement).Rows[Index];

        public bool Is(CellReference reference) => reference.Statement == Statement && reference.Side == Source.Side
            && reference.Code == Source.Code && reference.Name == Source.Name && reference.Project == Source.Project && reference.Column == Key;

        public override string ToString() => $"{Statement} {Source.Code} {Source.Name} {Source.Project} {Key} {Amount}";
    }
}
