using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>An image XObject as it was painted.</summary>
/// <param name="Stream">What holds it.</param>
/// <param name="Placement">From its unit square to page space.</param>
internal readonly record struct DrawnImage(PdfStream Stream, Matrix Placement);
