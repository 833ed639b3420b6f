using Ingest.Contract.Documents;
using Ingest.Core.Checks;
using Ingest.Review.Ports;

namespace Ingest.App.Review;

/// <summary>The relations that the reconciler evaluates.</summary>
internal sealed class ReconciledRelations : IRelations
{
    public CheckedRelations Evaluate(BudgetDocument document) => Reconciler.Relations(document, CancellationToken.None);
}
