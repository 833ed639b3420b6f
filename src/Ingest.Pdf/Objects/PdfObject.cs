using System.Diagnostics.CodeAnalysis;

namespace Ingest.Pdf.Objects;

/// <summary>The basic types of ISO 32000-1, 7.3. Immutable once parsed.</summary>
internal abstract class PdfObject;

internal sealed class PdfNull : PdfObject
{
    public static readonly PdfNull Value = new();

    private PdfNull()
    {
    }
}

internal sealed class PdfBoolean(bool value) : PdfObject
{
    public static readonly PdfBoolean True = new(true);

    public static readonly PdfBoolean False = new(false);

    public bool Value { get; } = value;
}

/// <summary>Integer or real; integers outside ±2⁵³ are as inexact as viewers make them.</summary>
internal sealed class PdfNumber(double value) : PdfObject
{
    private static readonly PdfNumber[] _small = [.. Enumerable.Range(0, 1025).Select(value => new PdfNumber(value))];

    public double Value { get; } = value;

    /// <summary>A number that may be shared: most of those in a file are small.</summary>
    public static PdfNumber Of(double value) =>
        value >= 0 && value < _small.Length && value == (int)value ? _small[(int)value] : new PdfNumber(value);
}

/// <summary>A string after unescaping and decryption.</summary>
internal sealed class PdfString(ReadOnlyMemory<byte> bytes) : PdfObject
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;
}

/// <summary>A name without its slash, #xx resolved, bytes taken as Latin-1.</summary>
internal sealed class PdfName(string value) : PdfObject
{
    public string Value { get; } = value;
}

internal sealed class PdfReference(int number, int generation) : PdfObject
{
    public int Number { get; } = number;

    public int Generation { get; } = generation;
}

internal sealed class PdfArray(PdfObject[] items) : PdfObject
{
    public static readonly PdfArray Empty = new([]);

    public IReadOnlyList<PdfObject> Items => items;

    public int Count => items.Length;

    /// <summary>The item as written, possibly a reference.</summary>
    public PdfObject this[int index] => items[index];
}

/// <summary>The later of two equal keys wins, as in viewers.</summary>
internal class PdfDictionary : PdfObject
{
    public static readonly PdfDictionary Empty = new([]);

    private readonly Dictionary<string, PdfObject> _entries;

    public PdfDictionary(Dictionary<string, PdfObject> entries) => _entries = entries;

    /// <summary>A dictionary that shares the entries of another.</summary>
    protected PdfDictionary(PdfDictionary other) => _entries = other._entries;

    public IReadOnlyDictionary<string, PdfObject> Entries => _entries;

    /// <summary>The value as written, possibly a reference.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out PdfObject? value) => _entries.TryGetValue(key, out value);
}

/// <summary>A stream: its dictionary and its bytes as they are in the file.</summary>
/// <param name="dictionary">What stood before the keyword <c>stream</c>.</param>
/// <param name="raw">Neither decrypted nor decoded.</param>
/// <param name="cipher">How it is encrypted; null when it is not.</param>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, IObjectCipher? cipher = null) : PdfDictionary(dictionary)
{
    public ReadOnlyMemory<byte> Raw { get; } = raw;

    public IObjectCipher? Cipher { get; } = cipher;
}
