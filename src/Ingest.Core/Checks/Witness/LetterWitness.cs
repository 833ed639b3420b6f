using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Findings;

namespace Ingest.Core.Checks.Witness;

/// <summary>
/// Has the pages in question read by both readers, each for itself, and compares their letters at the place. Opens the file
/// at the first question; a page is read once however many questions are asked of it.
/// </summary>
public sealed class LetterWitness(IPdfReader first, IPdfReader second, ReadOnlyMemory<byte> file, ReadingOptions options) : IWitness
{
    /// <summary>Code of a diagnostic of the first reader: it has left the page, or the file, to the second one, which is no witness of itself.</summary>
    public const string ReadByTheOther = "read-by-the-other";

    private static readonly Phrase _readByTheOther = new("这里的内容本来就是由它读出的。", "It was the one that had read the place.");

    private readonly Dictionary<int, ComparedPage> _pages = [];

    private IPdfDocument? _ours;

    private IPdfDocument? _theirs;

    private Phrase? _refusal;

    public string Reader => second.Id;

    /// <inheritdoc/>
    public Phrase? Silence { get; private set; }

    public Testimony Ask(CellReference figure, CancellationToken cancellation)
    {
        // Of another document.
        if (figure.Year is not null)
            return Testimony.Silent;
        // A row that is missing stands nowhere; there is nothing to read otherwise.
        if (figure is not { Page: { } number, Box: { } box })
            return Testimony.Same;
        ComparedPage page = PageOf(number, cancellation);
        string? other = figure.Text is { } sentence ? page.Places?.Difference(box, sentence) : page.Places?.Difference(box);
        if (page.Places is not null && other is null)
            return Testimony.Same;
        // What is missing from a page that was read in part proves nothing.
        if (page.Damage is null)
            return Testimony.Other(other!);
        Silence ??= page.Damage;
        return Testimony.Silent;
    }

    /// <summary>Closes the file; a further question opens it again.</summary>
    public void Dispose()
    {
        _ours?.Dispose();
        _theirs?.Dispose();
        (_ours, _theirs) = (null, null);
    }

    private ComparedPage PageOf(int number, CancellationToken cancellation)
    {
        if (!_pages.TryGetValue(number, out ComparedPage? page))
            _pages[number] = page = Read(number, cancellation);
        return page;
    }

    private ComparedPage Read(int number, CancellationToken cancellation)
    {
        // Once refused, a file is not tried again: it may be one that costs a reader its time or its life.
        if (_refusal is not null || (_refusal = Open(cancellation)) is not null)
            return new ComparedPage(null, _refusal);
        if (number > Math.Min(_ours!.PageCount, _theirs!.PageCount))
            return new ComparedPage(null, new Phrase($"文件只读出 {_theirs.PageCount} 页。", $"It finds {_theirs.PageCount} pages only."));
        Page ours = _ours.ReadPage(number, cancellation), theirs = _theirs.ReadPage(number, cancellation);
        if (_ours.Diagnostics.Concat(ours.Diagnostics).Any(diagnostic => diagnostic.Code == ReadByTheOther))
            return new ComparedPage(null, _readByTheOther);
        Diagnostic? damage = theirs.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
        return new ComparedPage(new PlaceComparison(new SeenPage(ours), new SeenPage(theirs)), damage?.Message);
    }

    /// <returns>Why the file cannot be read, or null.</returns>
    private Phrase? Open(CancellationToken cancellation)
    {
        try
        {
            _ours ??= first.Open(file, options, cancellation);
            _theirs ??= second.Open(file, options, cancellation);
            return null;
        }
        catch (PdfReadException refusal)
        {
            return refusal.Text;
        }
    }

    /// <param name="Places">Null where the page was not read.</param>
    /// <param name="Damage">Why it was not read, or not whole.</param>
    private sealed record ComparedPage(PlaceComparison? Places, Phrase? Damage);
}
