namespace Ingest.Pdf.Objects;

/// <summary>An image's bytes after all filters but the one that is made for images.</summary>
/// <param name="Filter">Its name; null where there is none.</param>
/// <param name="Parameters">Of that filter.</param>
internal readonly record struct PackedPicture(ReadOnlyMemory<byte> Bytes, string? Filter, PdfDictionary Parameters);
