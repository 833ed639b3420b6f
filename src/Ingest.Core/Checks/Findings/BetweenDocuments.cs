using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>
/// What checks over two documents have found, as findings about the first. The file is not at hand, so no second reader is asked: what was
/// read in doubt accuses nobody.
/// </summary>
internal static class BetweenDocuments
{
    public static IEnumerable<Finding> Findings(FigureIndex first, IReadOnlyList<Check> checks, Language language)
    {
        var builder = new FindingBuilder(language);
        var gate = new Gate([new ReadWithoutDoubt()], witness: null);
        return Charges.OfTwoDocuments(first, checks).Select(charge => builder.Of(charge, gate.Judge(charge)));
    }
}
