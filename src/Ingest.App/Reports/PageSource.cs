using Ingest.Contract.Pages;

namespace Ingest.App.Reports;

/// <summary>Reads pages again for the pictures of a report; opens the file when the first is wanted.</summary>
internal sealed class PageSource(IPdfReader reader, ReadOnlyMemory<byte> file, ReadingOptions options) : IDisposable
{
    private readonly Dictionary<int, Page> _pages = [];

    private IPdfDocument? _document;

    /// <summary>Null for a page that the file does not have.</summary>
    public Page? Read(int number)
    {
        if (_pages.TryGetValue(number, out Page? known))
            return known;
        _document ??= reader.Open(file, options);
        return number >= 1 && number <= _document.PageCount ? _pages[number] = _document.ReadPage(number) : null;
    }

    public void Dispose() => _document?.Dispose();
}
