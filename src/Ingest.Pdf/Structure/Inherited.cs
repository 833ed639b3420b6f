using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>
/// The attributes that a page takes from the nodes above it when it has none of its own (ISO 32000-1,
/// table 30), as written.
/// </summary>
internal sealed record Inherited(PdfObject? Resources, PdfObject? MediaBox, PdfObject? CropBox, PdfObject? Rotate)
{
    public static readonly Inherited Nothing = new(null, null, null, null);

    /// <summary>What the children of a node inherit: what it has itself, else what it inherits.</summary>
    public Inherited Under(PdfDictionary node) => new(
        Own(node, "Resources") ?? Resources, Own(node, "MediaBox") ?? MediaBox,
        Own(node, "CropBox") ?? CropBox, Own(node, "Rotate") ?? Rotate);

    private static PdfObject? Own(PdfDictionary node, string key) => node.TryGet(key, out PdfObject? value) ? value : null;
}
