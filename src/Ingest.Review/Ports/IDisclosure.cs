using Ingest.Contract.Documents;

namespace Ingest.Review.Ports;

/// <summary>Hides what leads to a person before anything is shown.</summary>
public interface IDisclosure
{
    string Mask(string text);

    BudgetDocument Mask(BudgetDocument document);
}
