using Ingest.Contract.Text;

namespace Ingest.App.Reports.Xlsx;

/// <summary>A workbook from which no verdicts can be read; says why and what to do.</summary>
internal sealed class UnfitWorkbookException(Phrase text) : Exception(text.English)
{
    public Phrase Text { get; } = text;
}
