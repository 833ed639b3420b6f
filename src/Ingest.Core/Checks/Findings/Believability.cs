using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks.Findings;

/// <summary>
/// A statement is believable as a whole before it is accused in part. Where more than a handful of its rows are
/// contradicted, or it looks like two tables read as one, the reading is suspected before the document, and one charge
/// that names the table takes the place of one for every row.
/// </summary>
internal static class Believability
{
    /// <summary>
    /// Rows. Published documents with true contradictions in a table show one or two; the most that one cause fans out to
    /// is brought together by the search for causes before.
    /// </summary>
    private const int Handful = 5;

    /// <summary>A row printed twice is a slip; this many are another table.</summary>
    private const int RepeatedRows = 3;

    public static ImmutableArray<Charge> Gather(ImmutableArray<Charge> charges)
    {
        var kept = charges.ToList();
        var gathered = ImmutableArray.CreateBuilder<Charge>();
        while (Worst(kept) is { } table)
        {
            Charge[] against = [.. kept.Where(charge => charge.Gravest == Severity.Error && Accuses(charge, table))];
            kept.RemoveAll(against.Contains);
            gathered.Add(Together(table, against));
        }
        return [.. gathered, .. kept];
    }

    /// <summary>The table that most speaks against; null where all can be believed.</summary>
    private static IndexedStatement? Worst(List<Charge> charges)
    {
        Charge[] grave = [.. charges.Where(charge => charge.Gravest == Severity.Error)];
        return grave.SelectMany(charge => charge.Tables).Distinct()
            .Select(table => (Table: table, Rows: Rows(grave, table, within: false), Within: Rows(grave, table, within: true)))
            .Where(candidate => candidate.Rows > Handful || (candidate.Rows > 1 && IsTwoTables(candidate.Table)) || grave.Any(charge => IsMostlyMissing(charge, candidate.Table)))
            .OrderByDescending(candidate => candidate.Within).ThenByDescending(candidate => candidate.Rows)
            .Select(candidate => candidate.Table).FirstOrDefault();
    }

    /// <summary>How many rows of the table the charges contradict; a mistake that was recognised is one, whatever it fans out to.</summary>
    /// <param name="within">Only by what the table says itself.</param>
    private static int Rows(Charge[] charges, IndexedStatement table, bool within) => charges
        .Where(charge => Accuses(charge, table) && (!within || charge.Relations.Any(relation => IsWithin(relation, table))))
        .Sum(charge => charge.Cause is { Best: null } ? charge.Relations.Select(relation => relation.Subject.Row).Distinct().Count() : 1);

    private static bool IsWithin(Relation relation, IndexedStatement table) => relation.Figures.All(figure => figure.Row?.Statement == table);

    /// <summary>A charge that names its cell accuses that cell's table; one that does not, or that names a sentence, all its tables.</summary>
    private static bool Accuses(Charge charge, IndexedStatement table)
    {
        IndexedStatement[] named = [.. (charge.Cause?.Best?.Suspects ?? []).Select(figure => figure.Row?.Statement).OfType<IndexedStatement>().Distinct()];
        return named.Length > 0 ? named.Contains(table) : charge.Tables.Contains(table);
    }

    /// <summary>The total of the table is more than twice what its rows add up to: most of them were not read.</summary>
    private static bool IsMostlyMissing(Charge charge, IndexedStatement table) =>
        charge.Cause?.Best is { Kind: CauseKind.MissingRow, Row: { IsTotal: true, IsAbsent: false, Parts.Count: > 0 } total } && total.Statement == table
        && total.Figures.Any(figure => 2 * total.Parts.Sum(part => part[figure.Reference.Column!]?.Value ?? 0) < figure.Value);

    /// <summary>Rows repeated in number, or two totals of one name and of different amounts.</summary>
    private static bool IsTwoTables(IndexedStatement table) =>
        DuplicateRows.Find(table).Count() >= RepeatedRows
        || table.Rows.Where(row => row.IsTotal && !row.IsAbsent).GroupBy(row => (row.Side, row.BareName))
            .Any(same => same.Count() > 1 && !same.All(row => DuplicateRows.AreIdentical(same.First(), row)));

    private static Charge Together(IndexedStatement table, Charge[] charges) => new()
    {
        Relations = [.. charges.SelectMany(charge => charge.Relations).Distinct()],
        Observations = [.. charges.SelectMany(charge => charge.Observations).Distinct()],
        Tables = [table, .. charges.SelectMany(charge => charge.Tables).Distinct().Where(other => other != table)],
        Gravest = Severity.Error,
        IsOfTable = true,
        Message = Wording.Of(table) + new Phrase(
            $"有 {Rows(charges, table, within: false)} 处与本表合计或其他表不符，不像个别差错，请先核对该表的读取结果",
            $": {Rows(charges, table, within: false)} places contradict its own totals or other tables; that is unlike single mistakes, check the reading of the table first")
            + (charges.Any(charge => charge.Cause is { IsSearched: false })
                ? new Phrase("；不符之处过多，未逐一查找有误的单元格", "; so much fails that the wrong cells were not searched for") : Phrase.Same("")),
    };
}

/// <summary>The statement as a whole is believable.</summary>
internal sealed class IsBelievable : ICondition
{
    public Objection? ObjectTo(Charge charge) => charge.IsOfTable
        ? new Objection(ReservationKind.Table, Severity.Warning, new("同一表多处同时不符，疑为读取有误，不逐行列为错误", "many rows of one table fail at once, as where it was read wrongly; they are not called errors one by one"))
        : null;
}
