namespace Ingest.Pdf.Objects;

/// <summary>Decrypts the strings and the stream of one object; objects know that they are encrypted, not how.</summary>
internal interface IObjectCipher
{
    ReadOnlyMemory<byte> DecryptString(ReadOnlyMemory<byte> value);

    /// <param name="data">The stream as it is in the file.</param>
    /// <param name="dictionary">Its dictionary, which says whether it is a kind that is left plain.</param>
    /// <param name="cryptFilter">The crypt filter that its own /Crypt filter names, or null.</param>
    ReadOnlyMemory<byte> DecryptStream(ReadOnlyMemory<byte> data, PdfDictionary dictionary, string? cryptFilter);
}
