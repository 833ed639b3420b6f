using System.Collections.Immutable;
using Ingest.Contract.Pages;

namespace Ingest.Contract.Pictures;

/// <summary>
/// Draws pages of PDF files as they are printed. Safe to use from several threads; what was drawn before is remembered, and what a
/// file may cost is bounded.
/// </summary>
public interface IPagePictures
{
    /// <summary>The sizes of all pages, in their order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends the work at once.</param>
    /// <exception cref="PdfReadException">The file cannot be drawn; says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ImmutableArray<PageSize>> SizesAsync(PictureFile file, CancellationToken cancellation);

    /// <summary>Draws a page or a part of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="request">What to show of it.</param>
    /// <param name="cancellation">Ends the work at once.</param>
    /// <exception cref="PdfReadException">The file, or the page, cannot be drawn; says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<PagePicture> DrawAsync(PictureFile file, PictureRequest request, CancellationToken cancellation);
}

/// <summary>A PDF whose pages are drawn.</summary>
/// <param name="Sha256">
/// Of its bytes, in lower-case hex: what was drawn is remembered under it, and bytes that have another are refused, since they would
/// not show what was read.
/// </param>
/// <param name="Read">Gives the bytes, when they are needed; what it throws reaches the caller.</param>
public sealed record PictureFile(string Sha256, Func<ReadOnlyMemory<byte>> Read);

/// <summary>How large a page is as a viewer shows it: cropped and turned.</summary>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Rotation">Clockwise degrees of <c>/Rotate</c>, which are in width and height already.</param>
public readonly record struct PageSize(float Width, float Height, int Rotation);
