using System.Security.Cryptography;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Security;

/// <summary>Decrypts the strings and the stream of one object (ISO 32000-2, 7.6.3).</summary>
internal sealed class ObjectCipher(SecurityHandler security, int number, int generation) : IObjectCipher
{
    private byte[]? _rc4Key;
    private byte[]? _aesKey;

    public ReadOnlyMemory<byte> DecryptString(ReadOnlyMemory<byte> value) => Decrypt(security.Encryption.Strings, value);

    public ReadOnlyMemory<byte> DecryptStream(ReadOnlyMemory<byte> data, PdfDictionary dictionary, string? cryptFilter)
    {
        string? type = dictionary.TryGet("Type", out PdfObject? value) && value is PdfName name ? name.Value : null;
        if (type == "XRef" || (type == "Metadata" && !security.Encryption.EncryptMetadata))
            return data;
        CryptMethod method = cryptFilter is null ? security.Encryption.Streams
            : security.Encryption.Filters.GetValueOrDefault(cryptFilter, CryptMethod.Identity);
        return Decrypt(method, data);
    }

    private ReadOnlyMemory<byte> Decrypt(CryptMethod method, ReadOnlyMemory<byte> data) => method switch
    {
        CryptMethod.Rc4 => Rc4.Apply(_rc4Key ??= MakeKey([]), data.Span),
        CryptMethod.Aes128 => AesCbc.Decrypt(_aesKey ??= MakeKey("sAlT"u8), data.Span),
        CryptMethod.Aes256 => AesCbc.Decrypt(security.Key, data.Span),
        _ => data,
    };

    // Algorithm 1: the file's key, the object's number and generation, and a salt for AES.
    private byte[] MakeKey(ReadOnlySpan<byte> salt)
    {
        byte[] seed =
        [
            .. security.Key,
            (byte)(number & 0xFF), (byte)((number >> 8) & 0xFF), (byte)((number >> 16) & 0xFF),
            (byte)(generation & 0xFF), (byte)((generation >> 8) & 0xFF),
            .. salt,
        ];
#pragma warning disable CA5351 // The format prescribes MD5.
        byte[] hash = MD5.HashData(seed);
#pragma warning restore CA5351
        return hash[..Math.Min(security.Key.Length + 5, 16)];
    }
}
