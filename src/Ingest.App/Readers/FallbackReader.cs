using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Witness;

namespace Ingest.App.Readers;

/// <summary>
/// Reads with one reader, and with another what the first one cannot: the whole file where it refuses it, single pages where it
/// gives them up. What was read by the other is said.
/// </summary>
internal sealed class FallbackReader(IPdfReader first, IPdfReader other) : IPdfReader
{
    public string Id => $"{first.Id}/{other.Id}";

    public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default)
    {
        try
        {
            return new FallbackDocument(first.Open(file, options, cancellation), token => other.Open(file, options, token), first.Id, other.Id);
        }
        catch (PdfReadException refusal) when (refusal.Failure is ReadFailure.Damaged or ReadFailure.UnsupportedEncryption or ReadFailure.LimitExceeded or ReadFailure.ReaderLost)
        {
            return new FallbackDocument(null, token => other.Open(file, options, token), first.Id, other.Id, refusal.Text, cancellation);
        }
    }
}

/// <summary>A file of a <see cref="FallbackReader"/>.</summary>
internal sealed class FallbackDocument : IPdfDocument
{
    /// <summary>What a reader says of a page that it has given up.</summary>
    private static readonly ImmutableHashSet<string> _givenUp =
        [ReadFailures.Crashed, ReadFailures.TimeLimit, ReadFailures.MemoryLimit, "limit-page-time", "limit-file-time", "damaged-page"];

    private readonly IPdfDocument? _first;

    private readonly Func<CancellationToken, IPdfDocument> _openOther;

    private readonly string _firstId;

    private readonly string _otherId;

    private readonly Diagnostic? _refused;

    private IPdfDocument? _other;

    private bool _otherRefused;

    public FallbackDocument(
        IPdfDocument? first, Func<CancellationToken, IPdfDocument> openOther, string firstId, string otherId, Phrase? refusal = null, CancellationToken cancellation = default)
    {
        (_first, _openOther, _firstId, _otherId) = (first, openOther, firstId, otherId);
        if (first is not null)
            return;
        Phrase why = refusal ?? throw new ArgumentNullException(nameof(refusal));
        _other = openOther(cancellation);
        _refused = new Diagnostic(LetterWitness.ReadByTheOther, Severity.Warning, new Phrase(
            $"{firstId} 无法读取该文件，改由 {otherId} 读取：{why.Chinese}", $"{firstId} cannot read the file; {otherId} has: {why.English}"));
    }

    public int PageCount => (_first ?? _other!).PageCount;

    public DocumentProperties Properties => (_first ?? _other!).Properties;

    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. _refused is null ? [] : new[] { _refused }, .. _first?.Diagnostics ?? [], .. _other?.Diagnostics ?? []];

    public Page ReadPage(int number, CancellationToken cancellation = default)
    {
        if (_first is null)
            return _other!.ReadPage(number, cancellation);
        Page page = _first.ReadPage(number, cancellation);
        if (page.Diagnostics.FirstOrDefault(diagnostic => _givenUp.Contains(diagnostic.Code)) is not { } reason || Other(cancellation) is not { } other || number > other.PageCount)
            return page;
        Page read = other.ReadPage(number, cancellation);
        return read with
        {
            Diagnostics = read.Diagnostics.Insert(0, new Diagnostic(LetterWitness.ReadByTheOther, Severity.Warning, new Phrase(
                $"{_firstId} 无法读取本页，改由 {_otherId} 读取：{reason.Message.Chinese}", $"{_firstId} cannot read the page; {_otherId} has: {reason.Message.English}"), number)),
        };
    }

    public void Dispose()
    {
        _first?.Dispose();
        _other?.Dispose();
    }

    private IPdfDocument? Other(CancellationToken cancellation)
    {
        if (_other is not null || _otherRefused)
            return _other;
        try
        {
            return _other = _openOther(cancellation);
        }
        catch (PdfReadException)
        {
            // What the first one says of the page stands.
            _otherRefused = true;
            return null;
        }
    }
}
