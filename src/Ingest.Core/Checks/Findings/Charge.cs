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

    /// <summary>
    /// The charge as far as it rests on what was read without doubt: where several relations that were are enough to name the
    /// same cells, what else fails beside them cannot weaken it. Null where they are not.
    /// </summary>
    public Charge? WithoutDoubted()
    {
        if (Cause?.Best is not { Suspects: [_, ..] } best || IsOfTable)
            return null;
        ImmutableArray<Relation> firm = [.. Relations.Where(relation => !relation.InDoubt && !relation.Figures.Any(figure => figure.InDoubt || figure.Row?.Statement.Suspicion is not null))];
        HashSet<Figure> figures = [.. firm.SelectMany(relation => relation.Figures)];
        bool isEnough = firm.Length < Relations.Length && firm.Count(relation => relation.Rule.Severity == Severity.Error) > 1 && best.Suspects.All(figures.Contains);
        return !isEnough ? null : this with
        {
            Relations = firm,
            Observations = [.. Observations.Where(observation => !observation.InDoubt)],
            Tables = [.. figures.Select(figure => figure.Row?.Statement).OfType<IndexedStatement>().Distinct()],
        };
    }

    /// <summary>Tables that the charge rests on, each once.</summary>
    public required ImmutableArray<IndexedStatement> Tables { get; init; }
}
