using System.Collections.Immutable;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>What the checks hold against a document, before the <see cref="Gate"/> decides what it may be called.</summary>
internal sealed record Charge
{
    /// <summary>The mistake that was recognised; null for what no search for causes was made of.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The code that is misprinted, where that is the mistake.</summary>
    public CodeMisprint? Misprint { get; init; }

    /// <summary>Relations that do not hold, the leading one first.</summary>
    public ImmutableArray<Relation> Relations { get; init; } = [];

    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>The gravest that its rules allow.</summary>
    public required Severity Gravest { get; init; }

    public required Phrase Message { get; init; }

    /// <summary>It is about a table as a whole, gathered from what was held against its rows.</summary>
    public bool IsOfTable { get; init; }

    /// <summary>Figures that the charge rests on, each once.</summary>
    public IEnumerable<Figure> Figures => Relations.SelectMany(relation => relation.Figures).Distinct();

    /// <summary>Tables that the charge rests on, each once.</summary>
    public required ImmutableArray<IndexedStatement> Tables { get; init; }
}
