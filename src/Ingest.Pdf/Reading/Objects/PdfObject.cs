using System.Diagnostics.CodeAnalysis;

namespace Ingest.Pdf.Reading.Objects;

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
    private static readonly PdfNumber[] Small = [.. Enumerable.Range(0, 1025).Select(value => new PdfNumber(value))];

    public double Value { get; } = value;

    /// <summary>A number that may be shared: most of those in a file are small.</summary>
    public static PdfNumber Of(double value) =>
        value >= 0 && value < Small.Length && value == (int)value ? Small[(int)value] : new PdfNumber(value);
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
internal class PdfDictionary(Dictionary<string, PdfObject> entries) : PdfObject
{
    public static readonly PdfDictionary Empty = new([]);

    public IReadOnlyDictionary<string, PdfObject> Entries => entries;

    /// <summary>The value as written, possibly a reference.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out PdfObject? value) => entries.TryGetValue(key, out value);
}

/// <summary>A stream: its dictionary and its bytes as they are in the file, after decryption only.</summary>
internal sealed class PdfStream(Dictionary<string, PdfObject> entries, ReadOnlyMemory<byte> raw) : PdfDictionary(entries)
{
    public ReadOnlyMemory<byte> Raw { get; } = raw;
}
