using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Cluster;
using Ingest.Contract.Text;
using Ingest.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Composition;

/// <summary>Settings made real: folders, versions, store and readers that commands work with.</summary>
internal sealed class CompositionRoot
{
    private readonly IReadOnlyList<string> _layoutFiles;

    /// <summary>Folder that relative paths of the settings start at.</summary>
    private readonly string _root;

    private readonly RecognitionChoice? _recognition;

    private CompositionRoot(Settings settings, string root, IEnumerable<string> moreLayouts)
    {
        (Settings, _root) = (settings, root);
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

    /// <summary>Every amount that reviewers typed, outside of the store.</summary>
    public CorrectionJournal Corrections => field ??= new CorrectionJournal(Folders.CorrectionFile);

    public ReportWords Words => new(Settings.Language == "en" ? Language.English : Language.Chinese);

    /// <param name="moreLayouts">Full paths of layouts that come before those of the settings.</param>
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    public static CompositionRoot Open(string? file, IReadOnlyList<string> arguments, IEnumerable<string> moreLayouts)
    {
        (Settings settings, string root) = SettingsSource.Load(file, arguments);
        return new CompositionRoot(settings, root, moreLayouts);
    }

    /// <summary>Of the store, in full; null for one on a server.</summary>
    public string? StoreFile => Settings.Store == Stores.Postgres ? null : Folders.StoreFile;

    /// <summary>For commands that work with the file itself.</summary>
    /// <exception cref="SettingsException">The store is no file.</exception>
    public string FileOfStore() => StoreFile ?? throw new SettingsException(new Phrase(
        "此命令用于文件形式的数据库；PostgreSQL 请用它自己的工具（pg_dump、pg_restore）。", "This command is for stores that are a file; PostgreSQL has tools of its own (pg_dump, pg_restore)."));

    /// <summary>What a person calls the store.</summary>
    public string StoreName => StoreFile ?? "PostgreSQL";

    /// <summary>The queue and the shared folder.</summary>
    /// <exception cref="SettingsException">The settings of the cluster are not enough.</exception>
    public ClusterOptions Cluster => ClusterPlace.Of(Settings, _root);

    /// <summary>What the store is opened with: its file, or the connection string of its server.</summary>
    /// <exception cref="SettingsException">There is no connection string.</exception>
    private string StoreAddress => StoreFile ?? Settings.StoreConnection ?? throw new SettingsException(new Phrase(
        "store 为 postgres 时须设置 storeConnection，如 Host=db;Database=ingest;Username=ingest；密码请放在 PGPASSFILE 所指的文件或环境变量 PGPASSWORD 中。",
        "With store postgres, storeConnection is needed, such as Host=db;Database=ingest;Username=ingest; leave the password to the file of PGPASSFILE, or to PGPASSWORD."));

    /// <summary>For questions: a store that was never written is not made.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
    public IDocumentStore OpenExistingStore() => StoreFile is null || File.Exists(StoreFile)
        ? OpenStore()
        : throw new SettingsException(new Phrase(
            $"{Folders.StoreFile} 处还没有数据库。ingest run 路径… 或 ingest watch 会建立它；--config 可指定另一个 pipeline.json。",
            $"There is no store at {Folders.StoreFile} yet. 'ingest run PATH…' and 'ingest watch' make it; --config names another pipeline.json."));

    /// <summary>Whatever kind of store the file is.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
    public IDocumentStore OpenExistingStoreAsItIs() => StoreFile is not null && Stores.NameOf(StoreFile) is { } name
        ? Stores.OpenAlone(name, Folders.StoreFile, Settings.StoreBusyWait)
        : OpenExistingStore();

    /// <exception cref="SettingsException">The file is of another store.</exception>
    /// <exception cref="StoreException">It cannot be opened; says why.</exception>
    public IDocumentStore OpenStore() => Stores.Open(Settings.Store, StoreAddress, Settings.StoreBusyWait, Verdicts);

    /// <summary>A process that writes reports of one format on stored documents, to take away: they lead nowhere.</summary>
    public ReaderPool ReportWriters(ReaderCommandLine reader, string format, ILogger log) =>
        new(1, reader, ReaderSetup.Of(Settings, null, _layoutFiles) with { ReportFormats = [format] }, ReaderBounds.Of(Settings.Readers), log);

    /// <summary>Processes of this machine, or the workers of a cluster where the settings say so.</summary>
    /// <param name="count">Processes.</param>
    /// <exception cref="SettingsException">The settings of the cluster are not enough.</exception>
    public IDocumentReading Reading(int count, ReaderCommandLine reader, ILogger log) => new CorrectedReading(
        Settings.Cluster.Read ? new ClusterReading(Cluster, Versions, Words.Language, TimeProvider.System) : Readers(count, reader, log), Corrections);

    /// <inheritdoc cref="Reading"/>
    public ReaderPool Readers(int count, ReaderCommandLine reader, ILogger log) =>
        new(count, reader, ReaderSetup.Of(Settings, _recognition, _layoutFiles) with { ReportFolder = Folders.Reports, ArchiveFolder = Folders.Archive }, Bounds, log);
}
