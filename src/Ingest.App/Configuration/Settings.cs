using System.ComponentModel.DataAnnotations;
using Ingest.Contract.Pages;

namespace Ingest.App.Configuration;

/// <summary>
/// Everything that <c>pipeline.json</c> can say, with its defaults. Keys are the property names in camel
/// case; <c>pipeline.schema.json</c> describes the same keys to editors. Times are written
/// <c>hh:mm:ss</c>, relative paths start at the folder of <c>pipeline.json</c>.
/// </summary>
internal sealed class Settings
{
    /// <summary>What reads PDFs.</summary>
    [AllowedValues("builtin", "pdfpig")]
    public string Reader { get; set; } = "builtin";

    /// <summary>What finds tables.</summary>
    [AllowedValues("builtin", "tabula")]
    public string Tables { get; set; } = "builtin";

    /// <summary>What the other reader reads again: what an error would rest on and the cells in doubt, and with "unchecked" every amount under no relation.</summary>
    [AllowedValues("off", "accused", "unchecked")]
    public string Witness { get; set; } = "accused";

    /// <summary>Has each file read whole by the other reader too; facts on which the two disagree become findings.</summary>
    public bool SecondOpinion { get; set; }

    /// <summary>What keeps documents.</summary>
    [AllowedValues("litedb", "sqlite", "postgres")]
    public string Store { get; set; } = "litedb";

    /// <summary>One file of the store's own kind, on a local disk: on network shares neither locks nor flushes can be relied on.</summary>
    public string StoreFile { get; set; } = "data/ingest.db";

    /// <summary>Of a store on a server, as Npgsql takes it: <c>Host=db;Database=ingest;Username=ingest</c>. A password is better left to the file of <c>PGPASSFILE</c>.</summary>
    public string? StoreConnection { get; set; }

    /// <summary>Where verdicts are written down beside the store, so that no store is the only place of a reviewer's word.</summary>
    public string VerdictFile { get; set; } = "data/verdicts.jsonl";

    /// <summary>How long to wait while another process writes to the store.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StoreBusyWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Of messages and reports.</summary>
    [AllowedValues("zh", "en")]
    public string Language { get; set; } = "zh";

    /// <summary>Whether reports and exports give telephone and identity numbers as they are printed; masked otherwise.</summary>
    public bool ShowContacts { get; set; }

    /// <summary>Files of further layouts, or folders of them; later ones are preferred.</summary>
    public string[] Layouts { get; set; } = [];

    /// <summary>Tried in order on encrypted files, after the empty one.</summary>
    public string[] Passwords { get; set; } = [];

    public FolderSettings Folders { get; set; } = new();

    public WatchSettings Watch { get; set; } = new();

    public RunSettings Run { get; set; } = new();

    public ReaderSettings Readers { get; set; } = new();

    public OcrSettings Ocr { get; set; } = new();

    public LimitSettings Limits { get; set; } = new();

    public RetrySettings Retry { get; set; } = new();

    public ReportSettings Reports { get; set; } = new();

    public ReviewSettings Review { get; set; } = new();

    public LogSettings Log { get; set; } = new();

    public TelemetrySettings Telemetry { get; set; } = new();

    public ClusterSettings Cluster { get; set; } = new();

    /// <summary>Documents that are worked on at once.</summary>
    /// <param name="readers">Processes of this machine, where it reads itself.</param>
    public int InWork(int readers) => Cluster.Read ? Cluster.InWork : readers;
}

/// <summary>Inbox and processing must be on one volume: taking a file is a rename.</summary>
internal sealed class FolderSettings
{
    public string Inbox { get; set; } = "data/inbox";

    public string Processing { get; set; } = "data/processing";

    public string Archive { get; set; } = "data/archive";

    public string Quarantine { get; set; } = "data/quarantine";

    public string Reports { get; set; } = "data/reports";
}

internal sealed class WatchSettings
{
    /// <summary>A file is taken when its size and time have been still for this long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How much longer a file without the end mark of a PDF (or without any byte) is given.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Unfinished { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The inbox is looked through this often whatever the events say.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>False on network shares that report no changes.</summary>
    public bool Events { get; set; } = true;

    /// <summary>Files that wait for a reader; what is beyond stays in the inbox.</summary>
    [Range(1, 100_000)]
    public int Queue { get; set; } = 64;

    /// <summary>How long documents in work may take after Ctrl-C or SIGTERM.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A file that has waited longer makes <c>watch --health</c> say that something is wrong.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(1);
}

internal sealed class RunSettings
{
    /// <summary>True: files given to <c>ingest run</c> are moved to the archive as the watcher does; false: they stay.</summary>
    public bool Move { get; set; }
}

/// <summary>Processes that read PDFs.</summary>
internal sealed class ReaderSettings
{
    [Range(1, 256)]
    public int Count { get; set; } = 2;

    /// <summary>A document that takes more processor time, or five times as long by the clock, is given up and its reader ended. The backstop behind <see cref="LimitSettings.FileTime"/>, at which a reader stops by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DocumentTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A reader that grows beyond is ended, and its document given up.</summary>
    [Range(64, 1_000_000)]
    public int MemoryMegabytes { get; set; } = 2048;

    /// <summary>A reader is replaced after so many documents …</summary>
    [Range(1, 1_000_000)]
    public int RecycleAfter { get; set; } = 500;

    /// <summary>… or when it keeps more than this between documents.</summary>
    [Range(32, 1_000_000)]
    public int RecycleAboveMegabytes { get; set; } = 600;
}

/// <summary>Recognising the text of pages that are pictures.</summary>
internal sealed class OcrSettings
{
    /// <summary>Folder with the models; empty: pictures are left unread.</summary>
    public string Models { get; set; } = "";

    /// <summary>For one page; 0 for as many as the machine has processors.</summary>
    [Range(0, 64)]
    public int Threads { get; set; }

    /// <summary>A page that takes more processor time, that of all threads together, is left unread.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PageTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>In place of <see cref="ReaderSettings.DocumentTime"/> where models are named.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DocumentTime { get; set; } = TimeSpan.FromHours(1);
}

/// <summary>Bounds on one file; no real document meets them. The defaults are those of <see cref="ReadingLimits"/>.</summary>
internal sealed class LimitSettings
{
    private static readonly ReadingLimits _default = new();

    [Range(1L, long.MaxValue)]
    public long FileBytes { get; set; } = _default.FileBytes;

    [Range(1, int.MaxValue)]
    public int Pages { get; set; } = _default.Pages;

    [Range(1, int.MaxValue)]
    public int StreamBytes { get; set; } = _default.StreamBytes;

    [Range(1L, long.MaxValue)]
    public long DecodedBytes { get; set; } = _default.DecodedBytes;

    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan PageTime { get; set; } = _default.PageTime;

    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan FileTime { get; set; } = _default.FileTime;

    /// <summary>How long PdfPig may take, which the times above do not hold for.</summary>
    public ReaderTimeSettings PdfPig { get; set; } = new();
}

/// <summary>
/// Of a reader that is slower than the built-in one. PdfPig was seen to take some 4 ms for an ordinary page, and it looks at
/// the clock only between objects and streams.
/// </summary>
internal sealed class ReaderTimeSettings
{
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan PageTime { get; set; } = TimeSpan.FromSeconds(10);

    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan FileTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Added to <see cref="FileTime"/> for each page that is read.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan TimePerPage { get; set; } = TimeSpan.FromMilliseconds(20);
}

/// <summary>Of the store and the folders: busy, full, gone for a while.</summary>
internal sealed class RetrySettings
{
    [Range(1, 100)]
    public int Attempts { get; set; } = 5;

    /// <summary>Before the first retry; doubled for each further one, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>After repeated failures nothing is tried for so long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "01:00:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(15);
}

internal sealed class ReportSettings
{
    /// <summary>Written per document; none for an empty list.</summary>
    [AllowedValues("xlsx", "html", "csv", "json", "text", "docx")]
    public string[] Formats { get; set; } = ["xlsx", "html"];
}

/// <summary>The review page.</summary>
internal sealed class ReviewSettings
{
    /// <summary>Whether <c>watch</c> serves it too; <c>ingest review</c> always does.</summary>
    public bool Enabled { get; set; }

    /// <summary>Addresses to listen on. Any other than this machine's own needs people to sign in.</summary>
    public string[] Urls { get; set; } = ["http://127.0.0.1:5180"];

    /// <summary>Further names by which the page is called, such as that of a proxy before it.</summary>
    public string[] Hosts { get; set; } = [];

    /// <summary>Whose name verdicts carry where nobody signs in; the name of the user when empty.</summary>
    public string Reviewer { get; set; } = "";

    /// <summary>Names and password hashes, made with <c>ingest reviewers add</c>.</summary>
    public string ReviewersFile { get; set; } = "data/reviewers.json";

    /// <summary>Where signatures under working papers are written down, a line of JSON each, only ever added to.</summary>
    public string SignOffFile { get; set; } = "data/signoffs.jsonl";

    /// <summary>Where amounts that reviewers typed in place of doubtful ones are written down, a line of JSON each, only ever added to.</summary>
    public string CorrectionFile { get; set; } = "data/corrections.jsonl";

    public OpenIdSettings OpenId { get; set; } = new();
}

/// <summary>A provider of OpenID Connect that signs people in, in place of the file of reviewers.</summary>
internal sealed class OpenIdSettings
{
    /// <summary>Its address; none when empty.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Best given as <c>INGEST__REVIEW__OPENID__CLIENTSECRET</c>; none for a public client.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The claim that holds the reviewer's name.</summary>
    public string NameClaim { get; set; } = "name";
}

internal sealed class LogSettings
{
    [AllowedValues("text", "json")]
    public string Format { get; set; } = "text";

    [AllowedValues("debug", "information", "warning", "error")]
    public string Level { get; set; } = "information";
}

/// <summary>Traces and metrics for a collector of OpenTelemetry.</summary>
internal sealed class TelemetrySettings
{
    /// <summary>Where the collector listens, such as <c>http://localhost:4318</c>; none: nothing is sent.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Of OTLP.</summary>
    [AllowedValues("http", "grpc")]
    public string Protocol { get; set; } = "http";
}

/// <summary>Reading shared among machines.</summary>
internal sealed class ClusterSettings
{
    /// <summary>True: documents are read by the workers of the cluster (<c>ingest work</c>), as with <c>--cluster</c>.</summary>
    public bool Read { get; set; }

    /// <summary>RabbitMQ: <c>amqp://host:5672/virtual-host</c>, or <c>amqps://</c> for TLS.</summary>
    public string? Broker { get; set; }

    public string User { get; set; } = "guest";

    /// <summary>A file that holds the password; the environment's INGEST__CLUSTER__PASSWORD stands for it.</summary>
    public string? PasswordFile { get; set; }

    public string? Password { get; set; }

    /// <summary>With <c>amqps</c>: a PEM file of the authorities that may vouch for the broker, where the system's own do not.</summary>
    public string? AuthorityFile { get; set; }

    /// <summary>With <c>amqps</c>: a PEM file of this machine's certificate and its key, where the broker asks for one.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>A folder that every machine reaches, or <c>s3://bucket/folder</c>; documents lie there while they are worked on.</summary>
    public string SharedFolder { get; set; } = "data/cluster";

    /// <summary>The server of the bucket, such as <c>https://minio:9000</c>; Amazon's own without it. Its keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the file of AWS_SHARED_CREDENTIALS_FILE.</summary>
    public Uri? S3Server { get; set; }

    public string Queue { get; set; } = "ingest-read";

    /// <summary>Documents that are handed out at once by <c>run</c>, <c>reprocess</c> and <c>watch</c>: more than all workers together have readers.</summary>
    [Range(1, 10_000)]
    public int InWork { get; set; } = 16;

    /// <summary>Workers that may die over one document before it is set aside.</summary>
    [Range(1, 100)]
    public int Tries { get; set; } = 3;

    /// <summary>For the answer to one document, waiting included; then it is put off.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan AnswerTime { get; set; } = TimeSpan.FromMinutes(10);
}
