using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules;

/// <summary>A rule over names, codes and notes: it looks at the document and says what it saw.</summary>
public abstract class ObservingRule : Rule
{
    public sealed override IEnumerable<Check> Apply(FigureIndex index)
    {
        Check[] checks = [.. Observe(index)];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    /// <summary>One check for every object the rule has; none when it has no object.</summary>
    protected abstract IEnumerable<Check> Observe(FigureIndex index);

    protected Observation Holds() => new(this, holds: true, default);
}
