namespace Ingest.Contract.Pages;

/// <summary>How to read a file.</summary>
public sealed record ReadingOptions
{
    public static ReadingOptions Default { get; } = new();

    /// <summary>Tried after the empty password, as user and as owner password.</summary>
    public string? Password { get; init; }

    public ReadingLimits Limits { get; init; } = new();

    /// <summary>
    /// Source of time for <see cref="ReadingLimits.PageTime"/> and <see cref="ReadingLimits.FileTime"/>. The system's own stands
    /// for the processor time of the thread that reads: a busy machine does not cut a document short.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>
/// Bounds on what a file may cost. No real document meets the defaults; meeting one is a diagnostic
/// (or a <see cref="PdfReadException"/> while opening) that names the limit. Memory follows from them.
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>Bytes of the file; a larger one is refused.</summary>
    public long FileBytes { get; init; } = 512L << 20;

    /// <summary>Pages; <see cref="IPdfDocument.PageCount"/> is never more.</summary>
    public int Pages { get; init; } = 20_000;

    /// <summary>Entries in the cross-reference table.</summary>
    public int Objects { get; init; } = 5_000_000;

    /// <summary>Arrays, dictionaries, page-tree nodes, forms, CMaps and colour spaces inside one another.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Decoded bytes of one stream; what is beyond is left out.</summary>
    public int StreamBytes { get; init; } = 128 << 20;

    /// <summary>Decoded bytes of all streams of one file together, those decoded twice counted twice.</summary>
    public long DecodedBytes { get; init; } = 1L << 30;

    /// <summary>Content-stream operators that one page executes, those of its forms included, each time they are drawn.</summary>
    public int OperatorsPerPage { get; init; } = 5_000_000;

    /// <summary>Letters on one page, hidden ones included.</summary>
    public int LettersPerPage { get; init; } = 500_000;

    /// <summary>For reading one page.</summary>
    public TimeSpan PageTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For opening the file and reading its pages, whatever the caller does between pages not counted. Every page
    /// read adds <see cref="TimePerPage"/>, so that a long file is not taken for a slow one.
    /// </summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Added to <see cref="FileTime"/> for each page that is read: an ordinary one takes a third of a millisecond.</summary>
    public TimeSpan TimePerPage { get; init; } = TimeSpan.FromMilliseconds(2);
}
