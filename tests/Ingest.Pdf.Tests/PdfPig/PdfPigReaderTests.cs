using Ingest.Pdf.PdfPig.Reading;

namespace Ingest.Pdf.Tests.PdfPig;

public sealed class PdfPigReaderTests() : PdfReaderContract(new PdfPigReader());
