using Ingest.Contract.Text;

namespace Ingest.Store;

/// <summary>Something that is wrong with what is stored.</summary>
/// <param name="Document">Hash of the document that reading its file again would mend; null where it would not.</param>
public sealed record StoreProblem(Phrase Text, string? Document = null);
