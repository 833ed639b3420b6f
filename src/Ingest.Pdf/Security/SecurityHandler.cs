using System.Text;
using Ingest.Contract.Pages;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Security;

/// <summary>The standard security handler with the key of one file.</summary>
internal sealed class SecurityHandler
{
    private SecurityHandler(EncryptionDictionary encryption, byte[] key)
    {
        Encryption = encryption;
        Key = key;
    }

    public EncryptionDictionary Encryption { get; }

    public byte[] Key { get; }

    /// <summary>Finds the key with the empty password or the one given.</summary>
    /// <param name="source">Not decrypting yet.</param>
    /// <param name="trailer">Names the /Encrypt dictionary and the /ID.</param>
    /// <param name="password">Tried after the empty one, as user and as owner password.</param>
    /// <returns>Null when the file is not encrypted.</returns>
    /// <exception cref="PdfReadException">No password fits, or the encryption is not a known one.</exception>
    public static SecurityHandler? Create(ObjectSource source, PdfDictionary trailer, string? password)
    {
        if (source.GetDictionary(trailer, "Encrypt") is not { } dictionary)
            return null;
        EncryptionDictionary encryption = EncryptionDictionary.Read(source, dictionary, trailer);
        foreach (byte[] candidate in Candidates(password))
        {
            byte[]? key = encryption.Revision >= 5 ? ModernKey.Find(encryption, candidate) : LegacyKey.Find(encryption, candidate);
            if (key is not null)
                return new SecurityHandler(encryption, key);
        }

        // Only attachments are encrypted; what a page shows is plain.
        if (encryption.Filters.Count > 1 && encryption.Strings == CryptMethod.Identity && encryption.Streams == CryptMethod.Identity)
            return new SecurityHandler(encryption, []);
        throw FileRefusals.Locked(passwordGiven: !string.IsNullOrEmpty(password));
    }

    public ObjectCipher ForObject(int number, int generation) => new(this, number, generation);

    // Older revisions take bytes of PDFDocEncoding, newer ones UTF-8; writers mix them up.
    private static IEnumerable<byte[]> Candidates(string? password)
    {
        yield return [];
        if (string.IsNullOrEmpty(password))
            yield break;
        yield return Encoding.UTF8.GetBytes(password);
        yield return Encoding.Latin1.GetBytes(password);
    }
}
