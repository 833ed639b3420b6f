namespace Ingest.Pdf.Security;

/// <summary>What a crypt filter does (ISO 32000-2, table 25).</summary>
internal enum CryptMethod
{
    /// <summary>Leaves the bytes alone.</summary>
    Identity,

    /// <summary>RC4 with a key made for each object (V2).</summary>
    Rc4,

    /// <summary>AES-128 in CBC mode with a key made for each object (AESV2).</summary>
    Aes128,

    /// <summary>AES-256 in CBC mode with the file's key (AESV3).</summary>
    Aes256,
}
