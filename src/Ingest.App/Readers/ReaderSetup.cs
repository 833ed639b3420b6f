using System.Text.Json;
using Ingest.App.Configuration;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>What a reader process must know before its first file. Sent through its input, never as arguments, which others can see.</summary>
internal sealed record ReaderSetup
{
    public string Reader { get; init; } = EngineParts.BuiltIn;

    public string Tables { get; init; } = EngineParts.BuiltIn;

    /// <summary>What the second reader is asked about; see <see cref="Settings.Witness"/>.</summary>
    public string Witness { get; init; } = EngineParts.Accused;

    public bool SecondOpinion { get; init; }

    /// <summary>To read pages, not documents: nothing is found in them, checked or reported.</summary>
    public bool PagesOnly { get; init; }

    /// <summary>Null where pictures are left unread.</summary>
    public RecognitionChoice? Recognition { get; init; }

    public IReadOnlyList<string> LayoutFiles { get; init; } = [];

    public IReadOnlyList<string> Passwords { get; init; } = [];

    public Language Language { get; init; }

    public IReadOnlyList<string> ReportFormats { get; init; } = [];

    /// <summary>False: whatever leads to a person is masked in reports and their pictures.</summary>
    public bool ShowContacts { get; init; }

    /// <summary>Where reports will stand and where files will be archived, in full: nothing is opened there, reports lead from one to the other. Null for none.</summary>
    public string? ReportFolder { get; init; }

    /// <inheritdoc cref="ReportFolder"/>
    public string? ArchiveFolder { get; init; }

    public LimitSettings Limits { get; init; } = new();

    /// <summary>Of the processes that a reader process has for PdfPig.</summary>
    public ReaderBounds Bounds { get; init; } = ReaderBounds.Of(new ReaderSettings());

    /// <summary>To be ready only when a first small document has been read and reported: what is compiled on first use then is.</summary>
    public bool WarmUp { get; init; }

    public static ReaderSetup Of(Settings settings, RecognitionChoice? recognition, IReadOnlyList<string> layoutFiles) => new()
    {
        Reader = settings.Reader,
        Tables = settings.Tables,
        Witness = settings.Witness,
        SecondOpinion = settings.SecondOpinion,
        Recognition = recognition,
        Bounds = ReaderBounds.Of(settings.Readers),
        LayoutFiles = layoutFiles,
        Passwords = settings.Passwords,
        Language = settings.Language == "en" ? Language.English : Language.Chinese,
        ReportFormats = settings.Reports.Formats,
        ShowContacts = settings.ShowContacts,
        Limits = settings.Limits,
    };

    public ReadingOptions Reading(string? password) => new()
    {
        Password = password,
        Limits = new ReadingLimits
        {
            FileBytes = Limits.FileBytes,
            Pages = Limits.Pages,
            StreamBytes = Limits.StreamBytes,
            DecodedBytes = Limits.DecodedBytes,
            PageTime = Limits.PageTime,
            FileTime = Limits.FileTime,
        },
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ReaderJson.Default.ReaderSetup);

    public static ReaderSetup Parse(ReadOnlyMemory<byte> bytes) =>
        JsonSerializer.Deserialize(bytes.Span, ReaderJson.Default.ReaderSetup) ?? throw new InvalidDataException("The setup is empty.");
}
