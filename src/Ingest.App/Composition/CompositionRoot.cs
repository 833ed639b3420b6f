using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Composition;

/// <summary>Settings made real: folders, versions, store and readers that commands work with.</summary>
internal sealed class CompositionRoot
{
    private readonly IReadOnlyList<string> _layoutFiles;

    private readonly RecognitionChoice? _recognition;

    private CompositionRoot(Settings settings, string root, IEnumerable<string> moreLayouts)
    {
        Settings = settings;
        Folders = Locations.Of(settings, root);
        _layoutFiles = UserLayouts.Files([.. settings.Layouts.Select(path => Path.GetFullPath(path, root)), .. moreLayouts]);
        _recognition = RecognitionChoice.Of(settings.Ocr, root);
        // Nothing is read here: files are read in reader processes, which have readers of their own.
        using var readers = new PdfReaders(ReaderCommandLine.OfThisProgram(), ReaderBounds.Of(settings.Readers), ReaderTimes.Of(settings.Limits.PdfPig), _recognition);
        Versions = Engine.Open(new EngineChoice(settings.Reader, settings.Tables, settings.Witness, settings.SecondOpinion, _layoutFiles), readers).Versions;
    }

    public Settings Settings { get; }

    private ReaderBounds Bounds => _recognition is null ? ReaderBounds.Of(Settings.Readers) : ReaderBounds.Of(Settings.Readers) with { DocumentTime = Settings.Ocr.DocumentTime };

    public Locations Folders { get; }

    /// <summary>Of what reads, binds and checks documents.</summary>
    public EngineVersions Versions { get; }

    /// <summary>Every verdict, outside of the store.</summary>
    public VerdictJournal Verdicts => new(Folders.VerdictFile);

    public ReportWords Words => new(Settings.Language == "en" ? Language.English : Language.Chinese);

    /// <param name="moreLayouts">Full paths of layouts that come before those of the settings.</param>
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    public static CompositionRoot Open(string? file, IReadOnlyList<string> arguments, IEnumerable<string> moreLayouts)
    {
        (Settings settings, string root) = SettingsSource.Load(file, arguments);
        return new CompositionRoot(settings, root, moreLayouts);
    }

    /// <summary>For questions: a store that was never written is not made.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
    public IDocumentStore OpenExistingStore() => File.Exists(Folders.StoreFile)
        ? OpenStore()
        : throw new SettingsException(new Phrase(
            $"{Folders.StoreFile} 处还没有数据库。ingest run 路径… 或 ingest watch 会建立它；--config 可指定另一个 pipeline.json。",
            $"There is no store at {Folders.StoreFile} yet. 'ingest run PATH…' and 'ingest watch' make it; --config names another pipeline.json."));

    /// <summary>Whatever kind of store the file is.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
    public IDocumentStore OpenExistingStoreAsItIs() => Stores.NameOf(Folders.StoreFile) is { } name
        ? Stores.OpenAlone(name, Folders.StoreFile, Settings.StoreBusyWait)
        : OpenExistingStore();

    /// <exception cref="SettingsException">The file is of another store.</exception>
    /// <exception cref="StoreException">It cannot be opened; says why.</exception>
    public IDocumentStore OpenStore() => Stores.Open(Settings.Store, Folders.StoreFile, Settings.StoreBusyWait, Verdicts);

    /// <summary>A process that writes reports of one format on stored documents, to take away: they lead nowhere.</summary>
    public ReaderPool ReportWriters(ReaderCommandLine reader, string format, ILogger log) =>
        new(1, reader, ReaderSetup.Of(Settings, null, _layoutFiles) with { ReportFormats = [format] }, ReaderBounds.Of(Settings.Readers), log);

    /// <param name="count">Processes.</param>
    public ReaderPool Readers(int count, ReaderCommandLine reader, ILogger log) =>
        new(count, reader, ReaderSetup.Of(Settings, _recognition, _layoutFiles) with { ReportFolder = Folders.Reports, ArchiveFolder = Folders.Archive }, Bounds, log);
}
