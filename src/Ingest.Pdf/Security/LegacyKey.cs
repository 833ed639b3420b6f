using System.Security.Cryptography;

namespace Ingest.Pdf.Security;

/// <summary>
/// The file's key from a password for revisions 2 to 4 (ISO 32000-1, 7.6.3). MD5 and RC4 are what the
/// format prescribes; nothing is protected by them here.
/// </summary>
internal static class LegacyKey
{
    private const int PasswordLength = 32;

    private static ReadOnlySpan<byte> Padding =>
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The key, when this is the user or the owner password; otherwise null.</summary>
    public static byte[]? Find(EncryptionDictionary encryption, ReadOnlySpan<byte> password) =>
        FromUser(encryption, Pad(password)) ?? FromUser(encryption, UserPassword(encryption, password));

    private static byte[]? FromUser(EncryptionDictionary encryption, byte[] padded)
    {
        byte[] key = MakeKey(encryption, padded);
        byte[] expected = Verifier(encryption, key);
        return encryption.User.AsSpan().StartsWith(expected) ? key : null;
    }

    // Algorithm 2.
    private static byte[] MakeKey(EncryptionDictionary encryption, byte[] padded)
    {
        uint permissions = encryption.Permissions;
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(padded);
        md5.AppendData(encryption.Owner.AsSpan(0, Math.Min(PasswordLength, encryption.Owner.Length)));
        md5.AppendData([(byte)(permissions & 0xFF), (byte)((permissions >> 8) & 0xFF), (byte)((permissions >> 16) & 0xFF), (byte)(permissions >> 24)]);
        md5.AppendData(encryption.FileId);
        if (encryption.Revision >= 4 && !encryption.EncryptMetadata)
            md5.AppendData([0xFF, 0xFF, 0xFF, 0xFF]);
        byte[] hash = md5.GetHashAndReset();
        return Strengthen(encryption, hash);
    }

    private static byte[] Strengthen(EncryptionDictionary encryption, byte[] hash)
    {
        int length = encryption.Revision == 2 ? 5 : encryption.KeyLength;
        for (int round = 0; encryption.Revision >= 3 && round < 50; round++)
            hash = Md5(hash.AsSpan(0, length));
        return hash[..length];
    }

    // Algorithms 4 and 5: what /U must begin with.
    private static byte[] Verifier(EncryptionDictionary encryption, byte[] key)
    {
        if (encryption.Revision == 2)
            return Rc4.Apply(key, Padding);
        byte[] value = Md5([.. Padding, .. encryption.FileId]);
        for (int round = 0; round < 20; round++)
            value = Rc4.Apply(Xor(key, round), value);
        return value;
    }

    // Algorithm 7: the owner password decrypts the user password.
    private static byte[] UserPassword(EncryptionDictionary encryption, ReadOnlySpan<byte> password)
    {
        byte[] key = Strengthen(encryption, Md5(Pad(password)));
        byte[] value = encryption.Owner.AsSpan(0, Math.Min(PasswordLength, encryption.Owner.Length)).ToArray();
        if (encryption.Revision == 2)
            return Pad(Rc4.Apply(key, value));
        for (int round = 19; round >= 0; round--)
            value = Rc4.Apply(Xor(key, round), value);
        return Pad(value);
    }

    private static byte[] Pad(ReadOnlySpan<byte> password)
    {
        var padded = new byte[PasswordLength];
        int length = Math.Min(password.Length, PasswordLength);
        password[..length].CopyTo(padded);
        Padding[..(PasswordLength - length)].CopyTo(padded.AsSpan(length));
        return padded;
    }

    private static byte[] Xor(byte[] key, int with) => Array.ConvertAll(key, value => (byte)(value ^ with));

#pragma warning disable CA5351 // The format prescribes MD5.
    private static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351
}
