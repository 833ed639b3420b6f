using System.Globalization;

namespace Ingest.App.Intake;

/// <summary>Names of folders and files that are made of what documents say; nothing in them leads anywhere else.</summary>
internal static class ShelfName
{
    /// <summary><c>2024/某局</c>, relative.</summary>
    public static string Of(int? year, string? body) =>
        Path.Combine(year?.ToString(CultureInfo.InvariantCulture) ?? "未知年度", SafeFileName.Of(body ?? "未知部门"));

    /// <summary>The name of a file without its ending.</summary>
    public static string Stem(string fileName) => Path.GetFileNameWithoutExtension(SafeFileName.Of(fileName));
}
