using System.Security.Cryptography;

namespace Ingest.Pdf.Security;

/// <summary>The file's key from a password for revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3).</summary>
internal static class ModernKey
{
    private const int HashLength = 32;
    private const int SaltLength = 8;
    private const int VerifierLength = HashLength + (2 * SaltLength);
    private const int LongestPassword = 127;

    /// <summary>The key, when this is the user or the owner password; otherwise null.</summary>
    public static byte[]? Find(EncryptionDictionary encryption, ReadOnlySpan<byte> password)
    {
        password = password[..Math.Min(password.Length, LongestPassword)];
        if (encryption.User.Length < VerifierLength)
            return null;
        byte[] user = encryption.User[..VerifierLength];
        return FromVerifier(encryption.Revision, password, encryption.Owner, encryption.OwnerKey, user)
            ?? FromVerifier(encryption.Revision, password, user, encryption.UserKey, []);
    }

    // Hash, validation salt and key salt; the owner's hash covers the user's verifier as well.
    private static byte[]? FromVerifier(int revision, ReadOnlySpan<byte> password, byte[] verifier, byte[] encryptedKey, byte[] user)
    {
        if (verifier.Length < VerifierLength || encryptedKey.Length < HashLength)
            return null;
        ReadOnlySpan<byte> validationSalt = verifier.AsSpan(HashLength, SaltLength);
        ReadOnlySpan<byte> keySalt = verifier.AsSpan(HashLength + SaltLength, SaltLength);
        if (!Hash(revision, password, validationSalt, user).AsSpan().SequenceEqual(verifier.AsSpan(0, HashLength)))
            return null;
        byte[] key = Hash(revision, password, keySalt, user);
        return AesCbc.DecryptBlocks(key, stackalloc byte[16], encryptedKey.AsSpan(0, HashLength));
    }

    private static byte[] Hash(int revision, ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, byte[] user)
    {
        byte[] hash = SHA256.HashData([.. password, .. salt, .. user]);
        return revision == 5 ? hash : Harden(hash, password, user);
    }

    // Algorithm 2.B: at least 64 rounds, then until the last byte is small enough.
    private static byte[] Harden(byte[] hash, ReadOnlySpan<byte> password, byte[] user)
    {
        for (int round = 0; ; round++)
        {
            byte[] once = [.. password, .. hash, .. user];
            var repeated = new byte[once.Length * 64];
            for (int i = 0; i < 64; i++)
                once.CopyTo(repeated, i * once.Length);
            byte[] encrypted = AesCbc.EncryptBlocks(hash[..16], hash.AsSpan(16, 16), repeated);

            // The first 16 bytes as a number modulo 3 are their sum modulo 3, for 256 ≡ 1.
            int sum = 0;
            foreach (byte value in encrypted.AsSpan(0, 16))
                sum += value;
            hash = (sum % 3) switch
            {
                0 => SHA256.HashData(encrypted),
                1 => SHA384.HashData(encrypted),
                _ => SHA512.HashData(encrypted),
            };
            if (round >= 63 && encrypted[^1] <= round - 31)
                return hash[..HashLength];
        }
    }
}
