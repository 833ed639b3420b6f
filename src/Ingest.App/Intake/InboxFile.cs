using Ingest.Contract.Text;

namespace Ingest.App.Intake;

/// <summary>A file seen in the inbox.</summary>
/// <param name="RelativePath">From the inbox.</param>
/// <param name="Path">In full.</param>
/// <param name="Left">Why it is not taken; null for one that is to be taken once it is settled.</param>
internal sealed record InboxFile(string RelativePath, string Path, long Length, DateTimeOffset Modified, Phrase? Left)
{
    public bool IsNamedPdf => RelativePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
}
