using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Limits;

/// <summary>
/// A limit of <see cref="ReadingLimits"/> was met. Never leaves the reader: it ends the stream, the page
/// or the opening it happened in, and becomes a diagnostic or a <see cref="PdfReadException"/> there.
/// </summary>
/// <param name="code">Code of the diagnostic: <c>limit-</c> and the limit in kebab-case.</param>
/// <param name="text">Names the limit and its value.</param>
internal sealed class ReadingLimitException(string code, Phrase text) : Exception(text.English)
{
    public string Code { get; } = code;

    public Phrase Text { get; } = text;

    public Diagnostic ToDiagnostic(int? page = null) => new(Code, Severity.Error, Text, page);
}
