using System.Collections.Immutable;

namespace Ingest.Contract.Pages;

/// <summary>How the samples of an image are packed.</summary>
public enum ImagePacking
{
    /// <summary>Not at all: rows of samples, each row begun on a whole byte.</summary>
    None,

    /// <summary>A JPEG file (DCTDecode).</summary>
    Jpeg,

    /// <summary>Group 3 or 4 facsimile (CCITTFaxDecode); see <see cref="PageImage.Fax"/>.</summary>
    Fax,

    /// <summary>A JPEG 2000 file (JPXDecode).</summary>
    Jpeg2000,

    /// <summary>JBIG2Decode.</summary>
    Jbig2,
}

/// <summary>What the samples of an image stand for.</summary>
public enum ImageColors
{
    /// <summary>One sample, 0 is black.</summary>
    Gray,

    /// <summary>Red, green and blue.</summary>
    Rgb,

    /// <summary>Cyan, magenta, yellow and black; 0 is no ink.</summary>
    Cmyk,

    /// <summary>One sample, a place in <see cref="PageImage.Palette"/>.</summary>
    Indexed,

    /// <summary>One bit; 0 is painted, 1 is not.</summary>
    Stencil,

    /// <summary>Something else: Lab, inks of other colours.</summary>
    Other,
}

/// <summary>
/// Where an image lies: takes its unit square (origin lower left, ISO 32000-1, 8.9.5) to the space of <see cref="Page"/> by
/// x' = a·x + c·y + e, y' = b·x + d·y + f.
/// </summary>
public readonly record struct ImagePlacement(double A, double B, double C, double D, double E, double F);

/// <summary>Parameters of facsimile packing (ISO 32000-1, 7.4.6).</summary>
/// <param name="K">Below 0 group 4, 0 group 3 in one dimension, above 0 mixed.</param>
/// <param name="Columns">Pixels in a row.</param>
/// <param name="Rows">0 where the file does not say.</param>
/// <param name="BlackIs1">A bit of 1 is black.</param>
/// <param name="ByteAligned">Each row begins on a whole byte.</param>
public readonly record struct FaxParameters(int K, int Columns, int Rows, bool BlackIs1, bool ByteAligned);

/// <summary>An image as a page paints it, as packed in the file except for general compression and encryption. Sizes are the file's word.</summary>
public sealed record PageImage
{
    public required ImagePlacement Placement { get; init; }

    /// <summary>Pixels, at least 1.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels, at least 1.</summary>
    public required int Height { get; init; }

    /// <summary>1, 2, 4, 8 or 16.</summary>
    public required int BitsPerSample { get; init; }

    public required ImageColors Colors { get; init; }

    /// <summary>Of <see cref="ImageColors.Indexed"/>: red, green and blue of each entry.</summary>
    public ImmutableArray<byte> Palette { get; init; } = [];

    /// <summary>Its samples count from the other end: Decode [1 0].</summary>
    public bool IsInverted { get; init; }

    public required ImagePacking Packing { get; init; }

    public FaxParameters Fax { get; init; }

    /// <summary>Need not be as many as width and height want.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }
}

/// <summary>A document that can tell the images of its pages.</summary>
public interface IImageDocument
{
    /// <summary>The images of a page in painting order, those that cannot be seen left out; empty for a page that cannot be read.</summary>
    /// <param name="number">1-based.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ImmutableArray<PageImage> ReadImages(int number, CancellationToken cancellation = default);
}
