using Ingest.Contract.Documents;

namespace Ingest.Review.Documents;

/// <summary>What was found of a figure, as auditors tick it off.</summary>
[Flags]
public enum TickMarks
{
    None = 0,

    /// <summary>∑: agrees with the sum of its parts down the table, or is a part of one that does.</summary>
    Footed = 1,

    /// <summary>⊞: the same across its row.</summary>
    CrossFooted = 2,

    /// <summary>≡: agrees with another table.</summary>
    Agreed = 4,

    /// <summary>¶: agrees with a sentence.</summary>
    Told = 8,

    /// <summary>✓: another relation within the table holds.</summary>
    Held = 16,

    /// <summary>✗: a relation does not hold.</summary>
    Failed = 32,

    /// <summary>Something could not be assessed.</summary>
    NotAssessed = 64,
}

/// <summary>Ticks figures off by the relations that they take part in.</summary>
public static class Ticking
{
    /// <summary>In the order in which they are printed.</summary>
    public static IReadOnlyList<(TickMarks Mark, char Sign)> Signs { get; } =
        [(TickMarks.Failed, '✗'), (TickMarks.Footed, '∑'), (TickMarks.CrossFooted, '⊞'), (TickMarks.Agreed, '≡'), (TickMarks.Told, '¶'), (TickMarks.Held, '✓')];

    public static TickMarks Of(IEnumerable<CheckedRelation> relations) => relations.Aggregate(TickMarks.None, (marks, relation) => marks | Of(relation));

    public static TickMarks Of(CheckedRelation relation) => relation.Outcome switch
    {
        Outcome.Inconsistent => TickMarks.Failed,
        Outcome.Undefined or Outcome.NotAssessable => TickMarks.NotAssessed,
        Outcome.NotApplicable => TickMarks.None,
        _ => Kind(relation),
    };

    private static TickMarks Kind(CheckedRelation relation)
    {
        string? here = relation.Subject?.Cell.Statement;
        if (relation.Cells.Any(cell => cell.Statement == CellId.Narrative))
            return TickMarks.Told;
        if (relation.Cells.Any(cell => cell.Statement != here))
            return TickMarks.Agreed;
        if (!relation.IsSum)
            return TickMarks.Held;
        return relation.Cells.Select(Row).Distinct().Count() == 1 ? TickMarks.CrossFooted : TickMarks.Footed;

        static (RowSide?, string?, string?, string?, int) Row(CellReference cell) => (cell.Side, cell.Code, cell.Name, cell.Project, cell.Id.Occurrence);
    }
}
