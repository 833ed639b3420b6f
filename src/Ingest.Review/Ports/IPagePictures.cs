using Ingest.Contract.Geometry;

namespace Ingest.Review.Ports;

/// <summary>What a mark on a page means; each has a colour of its own.</summary>
public enum MarkKind
{
    /// <summary>An operand of a relation that does not hold.</summary>
    Operand,

    /// <summary>A cell that is most likely wrong.</summary>
    Suspect,
}

/// <summary>A frame over a cell or a number of a sentence.</summary>
/// <param name="Box">In the page's unrotated space.</param>
/// <param name="Label">Shown on hovering.</param>
public sealed record PageMark(Box Box, MarkKind Kind, string Label);

/// <summary>A page drawn as it is printed.</summary>
/// <param name="Svg">UTF-8; without script, nothing in it is fetched.</param>
public sealed record PagePicture(ReadOnlyMemory<byte> Svg);

/// <summary>Draws pages of stored documents from the files as they came in.</summary>
public interface IPagePictures
{
    /// <param name="page">1-based.</param>
    /// <param name="strip">Only the part that holds the marks, with a margin.</param>
    /// <returns>Null when the file is not where the store says, has no such page, or could not be drawn within its bounds.</returns>
    Task<PagePicture?> DrawAsync(string sha256, int page, IReadOnlyList<PageMark> marks, bool strip, CancellationToken cancellation);
}
