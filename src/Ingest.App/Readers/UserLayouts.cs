using System.Security.Cryptography;
using System.Text;
using Ingest.App.Configuration;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.App.Readers;

/// <summary>Layouts of the user beside the embedded ones; later ones are preferred.</summary>
internal static class UserLayouts
{
    /// <summary>The files that paths of files and folders stand for, those of a folder in the order of their names.</summary>
    /// <exception cref="SettingsException">One is not there.</exception>
    public static IReadOnlyList<string> Files(IEnumerable<string> paths) =>
        [.. paths.SelectMany(IEnumerable<string> (path) =>
            Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path]
            : throw new SettingsException(new Phrase($"layouts：{path} 不存在。", $"layouts: {path} does not exist.")))];

    /// <returns>The layouts, and a short hash of all of them.</returns>
    /// <exception cref="SettingsException">A file cannot be read or is wrong; says where.</exception>
    public static (LayoutCatalog Layouts, string Version) Load(IReadOnlyList<string> files)
    {
        using var contents = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        contents.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', LayoutCatalog.Embedded.Versions)));
        var read = new List<(string File, ReadOnlyMemory<byte> Utf8)>();
        foreach (string file in files)
        {
            byte[] bytes = Read(file);
            contents.AppendData(bytes);
            read.Add((file, bytes));
        }

        return (read.Count == 0 ? LayoutCatalog.Embedded : With(read), Convert.ToHexStringLower(contents.GetHashAndReset())[..12]);
    }

    /// <summary>The id that a layout file which was loaded gives itself.</summary>
    public static string IdOf(string file) => LayoutCatalog.IdOf(file, Read(file));

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(new Phrase($"layouts：无法读取 {file}：{error.Message}", $"layouts: {file} cannot be read: {error.Message}"));
        }
    }

    private static LayoutCatalog With(List<(string File, ReadOnlyMemory<byte> Utf8)> files)
    {
        try
        {
            return LayoutCatalog.Embedded.With(files);
        }
        catch (LayoutFormatException error)
        {
            throw new SettingsException(Phrase.Same($"layouts: {error.Message}"));
        }
    }
}
