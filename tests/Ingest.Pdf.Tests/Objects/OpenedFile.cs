using System.Text;
using Ingest.Contract.Pages;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf.Tests.Objects;

/// <summary>A file opened as far as objects go, for tests below the level of pages.</summary>
internal sealed class OpenedFile
{
    private readonly DiagnosticLog _log = new();

    public OpenedFile(byte[] bytes, ReadingOptions? options = null)
    {
        options ??= ReadingOptions.Default;
        File = PdfFile.Open(bytes, options.Password, new ReadingBudget(options), _log);
    }

    public PdfFile File { get; }

    public FileObjects Objects => File.Objects;

    public IEnumerable<string> Codes => _log.ToList().Select(diagnostic => diagnostic.Code);

    public PageNode Page(int index) =>
        File.Pages.TryReach(index) && File.Pages.Get(index) is { } page ? page : throw new InvalidOperationException("There is no such page.");

    /// <summary>The decoded content of a page, as Latin-1; its first stream only.</summary>
    public string Content(int index) =>
        Encoding.Latin1.GetString(Objects.Decode(Objects.GetStream(Page(index).Dictionary, "Contents")!).Span);
}
