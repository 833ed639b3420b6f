using Ingest.App.Configuration;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Store;

namespace Ingest.App.Readers;

/// <summary>The reader, the table finder and the layouts that the settings choose, with their versions.</summary>
internal sealed class Engine
{
    private Engine(IPdfReader reader, IPdfReader? second, ITableFinder tables, LayoutCatalog layouts, string layoutVersion)
    {
        Reader = reader;
        SecondReader = second?.Id;
        Pipeline = new DocumentPipeline(reader, tables, layouts);
        Versions = new EngineVersions($"{reader.Id}+{tables.Id}{(second is null ? "" : $", {second.Id}")}", layoutVersion, DocumentPipeline.Version);
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
        (LayoutCatalog layouts, string version) = UserLayouts.Load(layoutFiles);
        return new Engine(EngineParts.Reader(reader), second is null ? null : EngineParts.Reader(second), EngineParts.Finder(tables), layouts, version);
    }
}
