using System.Collections.Immutable;
using System.Security.Cryptography;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Readers;

/// <summary>
/// Pictures of pages as the program gives them: drawn in reader processes, few at a time, the files last asked for kept open, and
/// what was drawn remembered.
/// </summary>
/// <param name="passwords">Tried after none, in this order.</param>
internal sealed class PagePictures(PdfReaders readers, IReadOnlyList<string> passwords, Func<string?, ReadingOptions> options) : IPagePictures, IDisposable
{
    /// <summary>Files drawn at a time, each in a process of its own; as many are kept open.</summary>
    private const int AtOnce = 2;

    /// <summary>Bytes of pictures that are kept: some five hundred pages of tables.</summary>
    private const long MostRemembered = 64L << 20;

    private readonly SemaphoreSlim _turns = new(AtOnce);

    private readonly Lock _lock = new();

    /// <summary>The last used at the end.</summary>
    private readonly List<OpenFile> _open = [];

    private readonly RecentPictures _recent = new(MostRemembered);

    public Task<ImmutableArray<PageSize>> SizesAsync(PictureFile file, CancellationToken cancellation) =>
        WithFileAsync(file, document => document.Sizes(cancellation), cancellation);

    public async Task<PagePicture> DrawAsync(PictureFile file, PictureRequest request, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1, nameof(request));
        var key = new PictureKey(file.Sha256, Convert.ToHexString(PictureQuestion.ToBytes(request)));
        if (_recent.Find(key) is { } known)
            return known;
        PagePicture drawn = await WithFileAsync(file, document =>
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Page, document.PageCount, nameof(request));
            return document.Draw(request, cancellation);
        }, cancellation);
        // How far it came depends on what else the machine had to do.
        if (drawn.Diagnostics.All(lack => lack.Code is not ("limit-page-time" or "limit-file-time")))
            _recent.Add(key, drawn);
        return drawn;
    }

    /// <summary>Ends the processes. The readers are the caller's.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (OpenFile file in _open)
                file.Document.Dispose();
            _open.Clear();
        }

        _turns.Dispose();
    }

    private async Task<T> WithFileAsync<T>(PictureFile file, Func<ProcessDocument, T> work, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => WithFile(file, work, cancellation), cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    private T WithFile<T>(PictureFile file, Func<ProcessDocument, T> work, CancellationToken cancellation)
    {
        ProcessDocument document = Take(file.Sha256) ?? Open(file, cancellation);
        try
        {
            T result = work(document);
            Keep(new OpenFile(file.Sha256, document));
            return result;
        }
        catch (ArgumentOutOfRangeException)
        {
            Keep(new OpenFile(file.Sha256, document));
            throw;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    private ProcessDocument? Take(string sha256)
    {
        lock (_lock)
        {
            int at = _open.FindLastIndex(file => file.Sha256 == sha256);
            if (at < 0)
                return null;
            ProcessDocument document = _open[at].Document;
            _open.RemoveAt(at);
            return document;
        }
    }

    private void Keep(OpenFile file)
    {
        OpenFile? surplus = null;
        lock (_lock)
        {
            _open.Add(file);
            if (_open.Count > AtOnce)
            {
                surplus = _open[0];
                _open.RemoveAt(0);
            }
        }

        surplus?.Document.Dispose();
    }

    private ProcessDocument Open(PictureFile file, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> bytes = file.Read();
        if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != file.Sha256)
            throw new PdfReadException(ReadFailure.Damaged, new(
                "文件内容与入库时不同，不能作为证据显示。请恢复原文件，或将现文件重新入库。",
                "The file is not the one that was read: its bytes have changed. Put the original back, or read the present file."));
        for (int tried = -1; ; tried++)
        {
            try
            {
                return readers.OpenPictures(bytes, options(tried < 0 ? null : passwords[tried]), cancellation);
            }
            catch (PdfReadException locked) when (locked.Failure == ReadFailure.PasswordRequired && tried + 1 < passwords.Count)
            {
                // The next one.
            }
        }
    }

    private sealed record OpenFile(string Sha256, ProcessDocument Document);
}

/// <summary>What a picture is of.</summary>
/// <param name="Request">All of it, as text.</param>
internal readonly record struct PictureKey(string Sha256, string Request);

/// <summary>The pictures last asked for, up to so many bytes together.</summary>
internal sealed class RecentPictures(long most)
{
    private readonly Lock _lock = new();

    private readonly LinkedList<(PictureKey Key, PagePicture Picture)> _byUse = new();

    private readonly Dictionary<PictureKey, LinkedListNode<(PictureKey Key, PagePicture Picture)>> _known = [];

    private long _bytes;

    public PagePicture? Find(PictureKey key)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(key, out LinkedListNode<(PictureKey Key, PagePicture Picture)>? node))
                return null;
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Picture;
        }
    }

    public void Add(PictureKey key, PagePicture picture)
    {
        lock (_lock)
        {
            if (picture.Svg.Length > most || _known.ContainsKey(key))
                return;
            _known[key] = _byUse.AddLast((key, picture));
            _bytes += picture.Svg.Length;
            while (_bytes > most && _byUse.First is { } oldest)
            {
                _byUse.RemoveFirst();
                _known.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Picture.Svg.Length;
            }
        }
    }
}
