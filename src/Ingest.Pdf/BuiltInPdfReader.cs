using Ingest.Contract.Pages;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf;

/// <summary>The project's own PDF reader: PDF 1.0 to 2.0, text and lines, no drawing.</summary>
public sealed class BuiltInPdfReader : IPdfReader
{
    public string Id => "builtin-3";

    /// <inheritdoc/>
    public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var budget = new ReadingBudget(options, cancellation);
        var log = new DiagnosticLog();
        try
        {
            return new BuiltInPdfDocument(PdfFile.Open(file, options.Password, budget, log), budget, log);
        }
        catch (ReadingLimitException limit)
        {
            throw new PdfReadException(ReadFailure.LimitExceeded, limit.Text, limit);
        }
        finally
        {
            budget.Leave();
        }
    }
}
