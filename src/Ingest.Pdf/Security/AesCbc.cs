using System.Security.Cryptography;

namespace Ingest.Pdf.Security;

/// <summary>AES in CBC mode as PDF uses it: the first block is the initialisation vector, the last is padded.</summary>
internal static class AesCbc
{
    private const int BlockSize = 16;

    /// <summary>
    /// Decrypts a string or stream. Damaged data gives what whole blocks there are; padding that is none
    /// is left in place.
    /// </summary>
    public static ReadOnlyMemory<byte> Decrypt(byte[] key, ReadOnlySpan<byte> data)
    {
        int length = (data.Length - BlockSize) / BlockSize * BlockSize;
        if (length <= 0)
            return default;
        byte[] plain = DecryptBlocks(key, data[..BlockSize], data.Slice(BlockSize, length));
        int padding = plain[^1];
        return padding is >= 1 and <= BlockSize ? plain.AsMemory(0, plain.Length - padding) : plain;
    }

    /// <summary>Decrypts whole blocks without padding.</summary>
    public static byte[] DecryptBlocks(byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> blocks)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(blocks, vector, PaddingMode.None);
    }

    /// <summary>Encrypts whole blocks without padding.</summary>
    public static byte[] EncryptBlocks(byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> blocks)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(blocks, vector, PaddingMode.None);
    }
}
