using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// Every 项 that the text names is one of the table, and has its name there. A name that is not in the table
/// while one row of the same amount is not in the text is a wrong name.
/// </summary>
internal sealed class AccountNameRule : Rule
{
    /// <summary>Whether this rule takes names that are slips of the table's (letters exchanged), or the others.</summary>
    public required bool Slips { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        AccountList list = AccountList.Of(index);
        foreach (StatedFact told in list.Unknown)
            if (list.Untold.Where(row => SameAmount(told, row)).ToArray() is [var row] && IsSlip(told, row) == Slips)
                yield return new Observation(this, false, new Phrase(
                    $"第 {told.Fact.Page} 页正文“{string.Join("/", told.Path)}”与", $"page {told.Fact.Page}: “{string.Join("/", told.Path)}” has the amount of ")
                    + Wording.Of(row) + new Phrase($"（{row.Code}）金额相同而名称不符", $" ({row.Code}) and another name"))
                {
                    Cells = [row["total"]!.Reference, told.Reference],
                    Suspect = told.Reference,
                    Row = row,
                    InDoubt = row.IsInDoubt,
                };
        foreach (StatedFact _ in list.Known)
            yield return new Observation(this, true, Phrase.Same(""));
    }

    /// <summary>The same 款, and a 项 that is spelled nearly so.</summary>
    private static bool IsSlip(StatedFact told, IndexedRow row) => Spelling.IsSlip(told.Path[^1], row.Name)
        && (row.Statement.ByCode(row.Code![..5]) is not { } above || Spelling.Key(above.Name) == Spelling.Key(CellOf.AccountPath(told)[^2]));

    public static bool SameAmount(StatedFact told, IndexedRow row) => told.Figure is { } figure && row["total"] is { IsPrinted: true } cell
        && Math.Abs((figure.Value * figure.Unit) - (cell.Value * cell.Unit)) <= (figure.HalfUnit * figure.Unit) + (cell.HalfUnit * cell.Unit);
}

/// <summary>Every 项 of the table is told once, and none that is not there.</summary>
internal sealed class AccountListRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        AccountList list = AccountList.Of(index);
        if (list.Known.IsEmpty)
        {
            yield return new NotApplicable(this);
            yield break;
        }
        foreach (StatedFact _ in list.Known)
            yield return new Observation(this, true, Phrase.Same(""));
        foreach (StatedFact told in list.Unknown)
            if (!list.Untold.Any(row => AccountNameRule.SameAmount(told, row)))
                yield return Seen(told.Reference, null, FactWording.Of(told) + new Phrase(" 在表中没有对应科目", " has no row in the table"));
        foreach (StatedFact told in list.Doubled)
            yield return Seen(told.Reference, null, FactWording.Of(told) + new Phrase(" 在正文中重复列示", " is told twice"));
        if (!list.IsExhaustive)
            yield break;
        foreach (IndexedRow row in list.Untold)
            if (!list.Unknown.Any(told => AccountNameRule.SameAmount(told, row)))
                yield return Seen(row["total"]!.Reference, row, Wording.Of(row) + new Phrase("在正文中没有说明", " is not told in the text"));
    }

    private Observation Seen(CellReference cell, IndexedRow? row, Phrase message) => new(this, false, message) { Cells = [cell], Suspect = cell, Row = row, InDoubt = row?.IsInDoubt ?? false };
}
