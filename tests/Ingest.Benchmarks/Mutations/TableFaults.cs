using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Benchmarks.Mutations;

/// <summary>Mistakes in tables, by the kinds that the practice documents name; null where the place does not allow one.</summary>
internal static class TableFaults
{
    public static readonly (string Kind, Func<BudgetDocument, Place, Random, Fault?> Plant)[] Kinds =
    [
        ("digit-typo", (document, place, random) => Altered(document, place, Digit(Amount(document, place), random))),
        ("transposed", (document, place, random) => Altered(document, place, Swapped(Amount(document, place), random))),
        ("decimal-shift", (document, place, random) => Altered(document, place, Shifted(Amount(document, place), random))),
        ("missing-minus", (document, place, _) => Altered(document, place, -Amount(document, place))),
        ("blanked", (document, place, _) => Altered(document, place, null)),
        ("neighbour-column", Moved),
        ("stale-total", Stale),
        ("dropped-row", Dropped),
        ("duplicated-row", Doubled),
        ("unit-mixup", Rescaled),
        ("code", Misprinted),
    ];

    private static decimal Amount(BudgetDocument document, Place place) => place.Cell(document).Value!.Value;

    private static Fault? Altered(BudgetDocument document, Place place, decimal? printed)
    {
        decimal amount = Amount(document, place);
        return printed == amount ? null
            : new Fault($"{Name(document, place)} {amount} → {printed}", place.Print(document, printed), Meant(document, place), amount);
    }

    /// <summary>Another digit in one place, but not one unit of the last.</summary>
    private static decimal Digit(decimal amount, Random random)
    {
        char[] digits = amount.ToString(CultureInfo.InvariantCulture).ToCharArray();
        int[] places = [.. Enumerable.Range(0, digits.Length).Where(i => char.IsAsciiDigit(digits[i]))];
        int at = places[random.Next(places.Length)];
        char other = (char)('0' + random.Next(10));
        bool isLast = at == places[^1] && Math.Abs(other - digits[at]) <= 1;
        if (isLast || (at == places[0] && other == '0'))
            return amount;
        digits[at] = other;
        return decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static decimal Swapped(decimal amount, Random random)
    {
        char[] digits = amount.ToString(CultureInfo.InvariantCulture).ToCharArray();
        int[] places = [.. Enumerable.Range(0, digits.Length).Where(i => char.IsAsciiDigit(digits[i]))];
        if (places.Length < 2)
            return amount;
        int at = random.Next(places.Length - 1);
        if (Math.Abs(digits[places[at]] - digits[places[at + 1]]) <= 1 && at + 2 == places.Length)
            return amount;
        (digits[places[at]], digits[places[at + 1]]) = (digits[places[at + 1]], digits[places[at]]);
        return decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static decimal Shifted(decimal amount, Random random) =>
        random.Next(2) == 0 ? amount * 10 : Math.Round(amount / 10, amount.Scale, MidpointRounding.AwayFromZero);

    /// <summary>To a column beside it that is empty.</summary>
    private static Fault? Moved(BudgetDocument document, Place place, Random random)
    {
        StatementRow row = place.In(document);
        int to = place.Column + (random.Next(2) == 0 ? 1 : -1);
        if (to < 0 || to >= row.Cells.Length || row.Cells[to].Value is not (null or 0))
            return null;
        Place other = place with { Column = to };
        decimal amount = Amount(document, place);
        Func<CellReference, bool> here = Meant(document, place);
        Func<CellReference, bool> there = Meant(document, other);
        return new Fault($"{Name(document, place)} → {row.Cells[to].Column}", other.Print(place.Print(document, null), amount), cell => here(cell) || there(cell), null);
    }

    /// <summary>A total that was not brought up to date: its first amount and one that it is the sum of are both short by the same.</summary>
    private static Fault? Stale(BudgetDocument document, Place place, Random random)
    {
        IndexedRow? entry = Entry(document, place);
        StatementRow row = place.In(document);
        if (entry is not { Parts.Count: > 0 } || place.Column == 0 || row.Cells[0].Value is not { } total || total == 0)
            return null;
        decimal amount = Amount(document, place);
        decimal by = Math.Round(amount * random.Next(5, 40) / 100, amount.Scale, MidpointRounding.AwayFromZero);
        if (Math.Abs(by) < 1)
            return null;
        Place first = place with { Column = 0 };
        Statement table = place.Table(document);
        return new Fault($"{Name(document, place)} stale by {by}", first.Print(place.Print(document, amount - by), total - by), cell => Place.Names(cell, table, row, null), null);
    }

    private static Fault? Dropped(BudgetDocument document, Place place, Random random) => IsLeaf(document, place, out IndexedRow? entry)
        ? new Fault($"{Name(document, place)} dropped", place.Rows(document, rows => rows.RemoveAt(place.Row)), RowOrWhole(entry!), null) : null;

    private static Fault? Doubled(BudgetDocument document, Place place, Random random) => IsLeaf(document, place, out IndexedRow? entry)
        ? new Fault($"{Name(document, place)} doubled", place.Rows(document, rows => rows.Insert(place.Row, rows[place.Row])), RowOrWhole(entry!), null) : null;

    /// <summary>All amounts of a row in 元 where the table is in 万元, or the reverse.</summary>
    private static Fault? Rescaled(BudgetDocument document, Place place, Random random)
    {
        Statement table = place.Table(document);
        StatementRow row = place.In(document);
        decimal factor = table.Unit == Contract.Amounts.AmountUnit.Yuan ? 0.0001m : 10_000m;
        if (table.Unit is null || row.Cells.Any(cell => cell.Value is { } value && value != 0 && Math.Abs(value) * factor < 1))
            return null;
        BudgetDocument altered = place.Change(document, old => old with
        {
            Cells = [.. old.Cells.Select(cell => cell.Value is { } value && value != 0 ? Place.Printed(cell, Math.Round(value * factor, 2)) : cell)],
        });
        return new Fault($"{Name(document, place)} × {factor}", altered, cell => Place.Names(cell, table, row, null), null);
    }

    /// <summary>Another digit in the code of a row.</summary>
    private static Fault? Misprinted(BudgetDocument document, Place place, Random random)
    {
        StatementRow row = place.In(document);
        Statement table = place.Table(document);
        if (row.Code is not { } code)
            return null;
        char[] digits = code.ToCharArray();
        digits[random.Next(digits.Length)] = (char)('0' + random.Next(10));
        string printed = new(digits);
        if (table.Rows.Any(other => other.Code == printed))
            return null;
        StatementRow altered = row with { Code = printed };
        return new Fault($"{Name(document, place)} as {printed}", place.Change(document, _ => altered),
            cell => Place.Names(cell, table, altered, null) || (cell.Statement == table.Id && cell.Code == code), null);
    }

    private static bool IsLeaf(BudgetDocument document, Place place, out IndexedRow? entry) =>
        (entry = Entry(document, place)) is { Parts.Count: 0, Whole: not null };

    private static IndexedRow? Entry(BudgetDocument document, Place place) =>
        FigureIndex.Open(document).Statements[place.Statement].Rows.FirstOrDefault(row => row.Index == place.Row);

    private static Func<CellReference, bool> Meant(BudgetDocument document, Place place)
    {
        (Statement table, StatementRow row, string column) = (place.Table(document), place.In(document), place.Cell(document).Column);
        return cell => Place.Names(cell, table, row, column);
    }

    private static Func<CellReference, bool> RowOrWhole(IndexedRow entry) => cell =>
        Place.Names(cell, entry.Statement.Source, entry.Source, null) || Place.Names(cell, entry.Whole!.Statement.Source, entry.Whole.Source, null);

    private static string Name(BudgetDocument document, Place place)
    {
        StatementRow row = place.In(document);
        return $"{place.Table(document).Id} {row.Code} {row.Name} {row.Project} {place.Cell(document).Column}";
    }
}
