using System.Globalization;

namespace Ingest.App.Files;

/// <summary>Names of folders and files that are made of what documents say; nothing in them leads anywhere else.</summary>
internal static class ShelfName
{
    /// <summary><c>2024/某局</c>, relative.</summary>
    public static string Of(int? year, string? body) =>
        Path.Combine(year?.ToString(CultureInfo.InvariantCulture) ?? "未知年度", SafeFileName.Of(body ?? "未知部门"));

    /// <summary>The name of a file without its ending.</summary>
    public static string Stem(string fileName) => Path.GetFileNameWithoutExtension(SafeFileName.Of(fileName));

    /// <summary>
    /// <c>2024/某局/预算-1a2b3c4d</c>, relative: what the reports of a document are called, without their ending. For ever its own:
    /// equal names of different files differ in the hash.
    /// </summary>
    /// <param name="fileName">With what leads to a person masked.</param>
    public static string Report(int? year, string? body, string fileName, string sha256) => Path.Combine(Of(year, body), $"{Stem(fileName)}-{sha256[..8]}");
}
