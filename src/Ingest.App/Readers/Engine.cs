using Ingest.App.Configuration;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Store;

namespace Ingest.App.Readers;

/// <summary>What the settings choose of readers, table finders and layouts.</summary>
/// <param name="Witness">One of <see cref="EngineParts.WitnessScopes"/>.</param>
internal sealed record EngineChoice(string Reader, string Tables, string Witness, bool SecondOpinion, IReadOnlyList<string> LayoutFiles);

/// <summary>The readers, the table finder and the layouts that the settings choose, with their versions.</summary>
internal sealed class Engine
{
    private Engine(EngineChoice choice, PdfReaders readers, LayoutCatalog layouts, string layoutVersion)
    {
        Reader = readers.First(choice.Reader);
        IPdfReader other = readers.Alone(EngineParts.OtherThan(choice.Reader));
        ITableFinder tables = EngineParts.Finder(choice.Tables);
        Pipeline = EngineParts.Scope(choice.Witness) is { } scope
            ? new DocumentPipeline(Reader, tables, layouts, readers.Witness(choice.Reader), scope)
            : new DocumentPipeline(Reader, tables, layouts);
        OtherReader = choice.SecondOpinion ? other.Id : null;
        OtherPipeline = choice.SecondOpinion ? new DocumentPipeline(other, tables, layouts) : null;
        Versions = new EngineVersions(
            $"{Reader.Id}+{tables.Id}{(choice.Witness == EngineParts.Off ? "" : $"; {choice.Witness} {other.Id}")}{(choice.SecondOpinion ? $", {other.Id}" : "")}",
            layoutVersion, DocumentPipeline.Version);
    }

    public IPdfReader Reader { get; }

    public DocumentPipeline Pipeline { get; }

    /// <summary>Id of the reader that is asked for a second opinion on whole documents; null when the settings ask for none.</summary>
    public string? OtherReader { get; }

    /// <summary>With that reader.</summary>
    public DocumentPipeline? OtherPipeline { get; }

    public EngineVersions Versions { get; }

    /// <exception cref="SettingsException">A layout file is wrong, or the program was built without a part.</exception>
    public static Engine Open(EngineChoice choice, PdfReaders readers)
    {
        if (EngineParts.Missing(choice.Tables) is { } missing)
            throw new SettingsException(missing);
        (LayoutCatalog layouts, string version) = UserLayouts.Load(choice.LayoutFiles);
        return new Engine(choice, readers, layouts, version);
    }
}
