using Ingest.Contract.Geometry;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>
/// A page of the page tree with what it inherits filled in and what is broken replaced by a default.
/// </summary>
/// <param name="Dictionary">The page's own dictionary.</param>
/// <param name="Resources">Its own or inherited resources; empty when there are none.</param>
/// <param name="MediaBox">In default user space, left below right and bottom below top, never empty.</param>
/// <param name="CropBox">Within <paramref name="MediaBox"/>, never empty.</param>
/// <param name="Rotate">Clockwise: 0, 90, 180 or 270.</param>
/// <param name="UserUnit">Points per unit of default user space, above 0.</param>
internal sealed record PageNode(
    PdfDictionary Dictionary, PdfDictionary Resources, Box MediaBox, Box CropBox, int Rotate, float UserUnit);
