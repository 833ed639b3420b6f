using Ingest.Contract.Pages;
using Ingest.Pdf.PdfPig.Reading;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>
/// Draws pages as they are printed, from what PdfPig gives of them: outlines of glyphs, paths, images, clipping, transparency,
/// patterns and shadings. Files that may be hostile are to be drawn in a process that may end: PdfPig overflows its stack on some.
/// </summary>
public static class PictureReader
{
    /// <summary>Changes whenever pictures do: what was drawn before is drawn again.</summary>
    public const int Version = 1;

    /// <summary>Opens a file held in memory; the bytes are not copied and must not change while the result is in use.</summary>
    /// <exception cref="PdfReadException">The file cannot be read at all; says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PictureDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default) =>
        PdfPigReader.Open(file, options, (document, budget, _) => new PictureDocument(document, budget, file), cancellation);
}
