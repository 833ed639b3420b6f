using Ingest.Contract.Documents;

namespace Ingest.Review.Ports;

/// <summary>What figures of a document are checked by.</summary>
public interface IRelations
{
    /// <summary>Every relation of the document as it evaluates now, by figure.</summary>
    CheckedRelations Evaluate(BudgetDocument document);
}
