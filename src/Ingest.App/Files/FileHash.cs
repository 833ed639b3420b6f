using System.Security.Cryptography;

namespace Ingest.App.Files;

/// <summary>The identity of a file.</summary>
internal static class FileHash
{
    /// <summary>SHA-256 of everything from the start, lower-case hex.</summary>
    public static string Of(Stream file)
    {
        file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
