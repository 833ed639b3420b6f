using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>
/// One entry of the catalogue. A rule finds its operands in the index by statement, row and column and
/// yields one check for every place where it applies; evaluating them is the reconciler's business.
/// </summary>
public abstract class Rule
{
    /// <summary>Stable id: <c>T03-row</c>, <c>X-01</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the form demands, for a person.</summary>
    public required Phrase Sentence { get; init; }

    public required RelationClass Class { get; init; }

    /// <summary>The gravest that a failure may be called.</summary>
    public Severity Ceiling { get; init; } = Severity.Error;

    /// <summary>Severity of a failure: the ceiling, and never above a warning for soft rules.</summary>
    public Severity Severity =>
        Class == RelationClass.Soft && Ceiling > Severity.Warning ? Severity.Warning : Ceiling;

    public abstract IEnumerable<Check> Apply(FigureIndex index);
}
