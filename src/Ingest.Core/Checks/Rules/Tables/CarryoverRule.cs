using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>F08, F09: what a fund had, received and spent leaves what it has.</summary>
public sealed class CarryoverRule : Rule
{
    public required string Statement { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (Lookup.Missing(index, this, Statement) is { } missing)
            return [missing];
        Check[] checks = [.. index.Find(Statement)!.Rows.Select(In)];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    private Check In(IndexedRow row) =>
        row["carryoverEnd"] is { } end && row["carryoverStart"] is { } start && row["incomeThisYear"] is { } income && row["total"] is { } spent
            ? Linear.Relation(this, end, [new(start, 1), new(income, 1), new(spent, -1)], Comparison.WithinRounding)
            : new NotApplicable(this);
}
