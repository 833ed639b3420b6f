using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Objects;

/// <summary>
/// The objects of one file, as fonts and content see them: references resolved, streams decoded.
/// Nothing here throws for damage: what cannot be had is null, empty or the default given.
/// </summary>
internal abstract class ObjectSource
{
    /// <summary>What reading this file may still cost; loops that the file decides the length of check it.</summary>
    public virtual ReadingBudget Budget { get; } = new(ReadingOptions.Default);

    /// <summary>
    /// Follows references to the object itself; <see cref="PdfNull"/> for null, for what is missing
    /// and for a chain of references that does not end.
    /// </summary>
    public abstract PdfObject Resolve(PdfObject? value);

    /// <summary>
    /// The stream's bytes after all its filters. A filter that fails part-way gives what it decoded so
    /// far; image filters (DCT, JPX, JBIG2, CCITT) give nothing.
    /// </summary>
    public abstract ReadOnlyMemory<byte> Decode(PdfStream stream);

    /// <summary>The stream that <see cref="DecodeBriefly"/> decoded last ends in damage: its last bytes may be garbage.</summary>
    public virtual bool WasDamaged { get; protected set; }

    /// <summary>Says something about the file once per code; repeated codes are counted, not repeated.</summary>
    /// <summary>As <see cref="Decode"/>, for what is used once: the bytes hold until the next stream is decoded, unless they are many.</summary>
    public virtual ReadOnlyMemory<byte> DecodeBriefly(PdfStream stream) => Decode(stream);

    /// <summary>The first bytes of a stream, up to a number, that hold until the next one is decoded; more where that is no saving. Nothing is said of damage.</summary>
    public virtual ReadOnlyMemory<byte> DecodeStart(PdfStream stream, int most) => Decode(stream);

    /// <summary>An image's bytes as they stand before the filter that is made for images.</summary>
    public virtual PackedPicture Unwrap(PdfStream stream) => new(Decode(stream), null, PdfDictionary.Empty);

    public abstract void Report(Diagnostic diagnostic);

    public PdfObject Get(PdfDictionary dictionary, string key) =>
        dictionary.TryGet(key, out PdfObject? value) ? Resolve(value) : PdfNull.Value;

    public PdfDictionary? GetDictionary(PdfDictionary dictionary, string key) => Get(dictionary, key) as PdfDictionary;

    public PdfStream? GetStream(PdfDictionary dictionary, string key) => Get(dictionary, key) as PdfStream;

    public PdfArray? GetArray(PdfDictionary dictionary, string key) => Get(dictionary, key) as PdfArray;

    public string? GetName(PdfDictionary dictionary, string key) => (Get(dictionary, key) as PdfName)?.Value;

    public double GetNumber(PdfDictionary dictionary, string key, double otherwise) =>
        Get(dictionary, key) is PdfNumber number ? number.Value : otherwise;
}
