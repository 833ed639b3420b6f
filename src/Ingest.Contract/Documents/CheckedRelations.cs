using System.Collections.Immutable;

namespace Ingest.Contract.Documents;

/// <summary>All relations of a document, in the order of the rules, and those of each figure.</summary>
/// <example>
/// What an amount of a table takes part in:
/// <code>relations.Of(CellId.Of(statement, row, "total"))</code>
/// </example>
public sealed class CheckedRelations
{
    private readonly ILookup<CellId, CheckedRelation> _byCell;

    public CheckedRelations(ImmutableArray<CheckedRelation> all)
    {
        All = all;
        _byCell = all.SelectMany(relation => relation.Cells.Select(cell => cell.Id).Distinct(), (relation, cell) => (cell, relation)).ToLookup(pair => pair.cell, pair => pair.relation);
    }

    /// <summary>
    /// Those that had something to compare, those that lacked something (<see cref="Outcome.NotAssessable"/>), and those of
    /// which every figure is blank (<see cref="Outcome.NotApplicable"/>); what the forms of the document do not ask for is not among them.
    /// </summary>
    public ImmutableArray<CheckedRelation> All { get; }

    /// <summary>Those that the figure takes part in; empty where nothing checks it.</summary>
    public IEnumerable<CheckedRelation> Of(CellId cell) => _byCell[cell];
}
