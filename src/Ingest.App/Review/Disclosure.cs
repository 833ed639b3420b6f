using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Review.Ports;

namespace Ingest.App.Review;

/// <summary>The masks of all reports.</summary>
internal sealed class Disclosure : IDisclosure
{
    public string Mask(string text) => Legible.Masked(text);

    public BudgetDocument Mask(BudgetDocument document) => ContactMask.Of(document);
}
