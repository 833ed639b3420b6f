using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Limits;

/// <summary>
/// What reading one file may still cost: time, decoded bytes, patience of the caller. Shared by all that
/// read the file; not safe for several threads.
/// </summary>
internal sealed class ReadingBudget
{
    // The clock costs some 20 ns and the token less; asking every 256th time keeps checks free even per operator.
    private const int ChecksPerLook = 256;

    // Objects of a sound file do not overlap; some are parsed again when the cache had to make room.
    private const int ParsingsPerByte = 8;
    private const long ParsingHeadstart = 64 << 20;

    // Arrays from this size on are seen by the garbage collector only in full collections, and a file made
    // of bombs fills the memory with dead ones long before it sees a need for one: twelve streams of 100 MB
    // took 870 MB without the collections asked for here, and take 430 with them.
    private const int LargeArray = 4 << 20;
    private const int LargeBytesPerCollection = 160 << 20;

    // What fonts take to be understood, counted in the bytes that are kept of them, those forgotten and made again counted
    // again: the same for the same file on any machine, as time is not. A document with a hundred Chinese fonts has half of it.
    private const long FontWork = 384L << 20;
    private const long FontWorkPerPage = 16L << 20;

    // A page of a book has some three thousand letters.
    private const long LettersOfFile = 2_000_000;
    private const long LettersPerFilePage = 10_000;

    private readonly TimeProvider _clock;
    private TimeSpan _spentBefore;
    private TimeSpan _fileTime;
    private long _stretchStart;
    private bool _inPage;
    private int _untilLook;
    private long _decodedBytes;
    private long _largeBytes;
    private long _fontWork;
    private long _letters;
    private long _pages;
    private long _parsedBytes;
    private long _parsingAllowance = ParsingHeadstart;
    private CancellationToken _cancellation;

    public ReadingBudget(ReadingOptions options, CancellationToken cancellation = default)
    {
        Limits = options.Limits;
        // What is asked for explicitly is the caller's; the default is to count what the document itself costs.
        _clock = options.Clock == TimeProvider.System ? ProcessorClock.Instance : options.Clock;
        _fileTime = Limits.FileTime;
        _cancellation = cancellation;
        _stretchStart = _clock.GetTimestamp();
    }

    public ReadingLimits Limits { get; }

    /// <summary>About what the fonts that are kept take.</summary>
    public long FontBytes { get; private set; }

    /// <summary>Decoded bytes that the file may still produce.</summary>
    public long DecodedBytesLeft => Limits.DecodedBytes - _decodedBytes;

    /// <summary>A stretch of work begins, on one page or on the file; from now on this token holds.</summary>
    public void Enter(bool page, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _stretchStart = _clock.GetTimestamp();
        _inPage = page;
        _untilLook = 0;
        if (!page)
            return;
        _fileTime += Limits.TimePerPage;
        _pages++;
    }

    /// <summary>The stretch is over; what the caller does until the next costs the file nothing.</summary>
    public void Leave()
    {
        _spentBefore += _clock.GetElapsedTime(_stretchStart);
        _inPage = false;
        _cancellation = CancellationToken.None;
    }

    /// <summary>
    /// To be called in every loop whose length the file decides; nearly free.
    /// </summary>
    /// <exception cref="ReadingLimitException">The page or the file has taken too long.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void Check()
    {
        if (--_untilLook < 0)
            Look();
    }

    /// <summary>As <see cref="Check"/>, without delay: for steps that each cost milliseconds.</summary>
    /// <exception cref="ReadingLimitException">The page or the file has taken too long.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void Look()
    {
        _untilLook = ChecksPerLook;
        _cancellation.ThrowIfCancellationRequested();
        TimeSpan elapsed = _clock.GetElapsedTime(_stretchStart);
        if (_inPage && elapsed > Limits.PageTime)
            throw new ReadingLimitException("limit-page-time", new Phrase(
                $"本页读取时间超过限额 PageTime（{Limits.PageTime}），其余内容未读取。",
                $"The page takes longer than the limit PageTime ({Limits.PageTime}); the rest of it was not read."));
        if (_spentBefore + elapsed > _fileTime)
            throw new ReadingLimitException("limit-file-time", new Phrase(
                $"文件读取时间超过限额 FileTime（{Limits.FileTime}），其余内容未读取。",
                $"The file takes longer than the limit FileTime ({Limits.FileTime}); the rest of it was not read."));
    }

    /// <summary>Books what a font has taken to remember its program, its maps or its glyphs.</summary>
    /// <exception cref="ReadingLimitException">Fonts took more than those of any document.</exception>
    public void AddFont(long bytes)
    {
        FontBytes += bytes;
        _fontWork += bytes;
        if (_fontWork > FontWork + (_pages * FontWorkPerPage))
            throw new ReadingLimitException("limit-fonts", new Phrase(
                $"文件的字体过多过大（超过 {FontWork >> 20} MB），其余内容未读取。",
                $"The fonts of the file are too many and too large (more than {FontWork >> 20} MB); the rest was not read."));
    }

    /// <summary>Books the letters of a page that was read.</summary>
    public void AddLetters(int count) => _letters += count;

    /// <exception cref="ReadingLimitException">The pages read so far have more letters than those of any document.</exception>
    public void CheckLetters()
    {
        if (_letters > LettersOfFile + (_pages * LettersPerFilePage))
            throw new ReadingLimitException("limit-file-letters", new Phrase(
                $"文件各页的字符合计超过 {LettersOfFile}，其余页面未读取。",
                $"The pages of the file have more than {LettersOfFile} letters together; further ones were not read."));
    }

    /// <summary>The fonts were let go.</summary>
    public void ForgetFonts() => FontBytes = 0;

    /// <summary>Books bytes that came out of a filter.</summary>
    public void AddDecoded(long bytes)
    {
        _decodedBytes += bytes;
        _parsingAllowance += bytes * ParsingsPerByte;
    }

    /// <summary>Says that an array is about to be made; many large ones in a row have the dead ones collected.</summary>
    public void AddLarge(long bytes)
    {
        if (bytes < LargeArray)
            return;
        _largeBytes += bytes;
        if (_largeBytes <= LargeBytesPerCollection)
            return;
        _largeBytes = bytes;
        GC.Collect();
    }

    /// <summary>Says how large the file is, which decides how much parsing is plausible.</summary>
    public void AddFile(long bytes) => _parsingAllowance += bytes * ParsingsPerByte;

    /// <summary>
    /// Books bytes that objects were parsed from. A file whose objects all reach to its end makes reading
    /// cost the square of its size; this ends it long before the time limit does.
    /// </summary>
    /// <exception cref="ReadingLimitException">The same bytes were gone over too often.</exception>
    public void AddParsed(long bytes)
    {
        _parsedBytes += bytes;
        if (_parsedBytes > _parsingAllowance)
            throw new ReadingLimitException("limit-overlap", new Phrase(
                $"文件内部对象大量重叠，相同字节被反复读取超过 {ParsingsPerByte} 次，其余内容未读取。",
                $"The objects of the file overlap so much that the same bytes are read more than {ParsingsPerByte} times; the rest was not read."));
    }
}
