using System.Security.Cryptography;
using System.Text;
using Ingest.App.Configuration;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Pdf.Tables;
using Ingest.Store;

namespace Ingest.App.Reading;

/// <summary>The reader, the table finder and the layouts that the settings choose, with their versions.</summary>
internal sealed class Engine
{
    private Engine(IPdfReader reader, IPdfReader? second, ITableFinder tables, LayoutCatalog layouts, string layoutVersion)
    {
        Reader = reader;
        SecondReader = second?.Id;
        Pipeline = new DocumentPipeline(reader, tables, layouts);
        // The build of Ingest.Core stands for the rules and everything between grids and findings: any change of it may change a result.
        Versions = new EngineVersions($"{reader.Id}+{tables.Id}{(second is null ? "" : $", {second.Id}")}", layoutVersion, typeof(DocumentPipeline).Module.ModuleVersionId.ToString("N")[..12]);
    }

    public IPdfReader Reader { get; }

    public DocumentPipeline Pipeline { get; }

    /// <summary>Id of the reader that is asked for a second opinion; null when the settings ask for none.</summary>
    public string? SecondReader { get; }

    public EngineVersions Versions { get; }

    /// <exception cref="SettingsException">A layout file is wrong, or the program was built without a part.</exception>
    public static Engine Open(string reader, string tables, bool secondOpinion, IReadOnlyList<string> layoutFiles)
    {
        string? second = secondOpinion ? EngineParts.OtherThan(reader) : null;
        Phrase[] missing = [.. new[] { reader, second, tables }.OfType<string>().Select(EngineParts.Missing).OfType<Phrase>().Distinct()];
        if (missing.Length > 0)
            throw new SettingsException(missing);
        LayoutCatalog layouts = LayoutCatalog.Embedded;
        using var contents = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        contents.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', layouts.Versions)));
        foreach (string file in layoutFiles)
        {
            byte[] bytes = Read(file);
            contents.AppendData(bytes);
            layouts = With(layouts, file, bytes);
        }

        return new Engine(
            EngineParts.Reader(reader), second is null ? null : EngineParts.Reader(second), EngineParts.Finder(tables), layouts, Convert.ToHexStringLower(contents.GetHashAndReset())[..12]);
    }

    /// <summary>The layout files that the settings name, those of a folder in the order of their names.</summary>
    /// <exception cref="SettingsException">One is not there.</exception>
    public static IReadOnlyList<string> LayoutFiles(Settings settings, string root) =>
        [.. settings.Layouts.Select(path => Path.GetFullPath(path, root)).SelectMany(IEnumerable<string> (path) =>
            Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path]
            : throw new SettingsException(new Phrase($"layouts：{path} 不存在。", $"layouts: {path} does not exist.")))];

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

    private static LayoutCatalog With(LayoutCatalog layouts, string file, byte[] bytes)
    {
        try
        {
            return layouts.With(file, bytes);
        }
        catch (LayoutFormatException error)
        {
            throw new SettingsException(Phrase.Same($"layouts: {error.Message}"));
        }
    }
}
