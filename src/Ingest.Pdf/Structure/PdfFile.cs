using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

/// <summary>An open file as far as objects go: its catalog, its pages, what it says of itself.</summary>
internal sealed class PdfFile
{
    // Longer than any title; a file cannot make a record of its own size by its title.
    private const int LongestProperty = 4096;

    private readonly FileStructure _structure;

    private PdfFile(FileObjects objects, FileStructure structure, PageTree pages)
    {
        Objects = objects;
        _structure = structure;
        Pages = pages;
        Properties = ReadProperties();
    }

    public FileObjects Objects { get; }

    public PdfDictionary Catalog => _structure.Catalog;

    public PageTree Pages { get; }

    public DocumentProperties Properties { get; }

    /// <summary>Opens a file that has at least one page.</summary>
    /// <exception cref="PdfReadException">The file cannot be read at all.</exception>
    /// <exception cref="ReadingLimitException">Opening takes too long.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes, string? password, ReadingBudget budget, DiagnosticLog log)
    {
        FileRefusals.ThrowIfHopeless(bytes, budget.Limits);
        var objects = new FileObjects(bytes, budget, log);
        FileStructure structure = FileStructure.Open(bytes, objects, password);
        return new PdfFile(objects, structure, FindPages(objects, structure));
    }

    // The tree, the tree that scanning leads to, pages without a tree: the first that has a page.
    private static PageTree FindPages(FileObjects objects, FileStructure structure)
    {
        var pages = new PageTree(objects, structure.Catalog);
        if (!pages.HasPage() && !structure.IsScanned)
        {
            structure.Scan();
            pages = new PageTree(objects, structure.Catalog);
        }

        if (pages.HasPage())
            return pages;
        pages = LoosePages.Find(objects);
        if (!pages.HasPage())
            throw structure.Refusal();
        objects.Report(new Diagnostic("damaged-page-tree", Severity.Warning, new Phrase(
            "文件的页面目录缺失或为空，各页按其在文件中的存放顺序读取。",
            "The page tree is missing or empty; pages were taken in the order in which the file holds them.")));
        return pages;
    }

    private DocumentProperties ReadProperties()
    {
        PdfDictionary info = Objects.GetDictionary(_structure.Trailer, "Info") ?? PdfDictionary.Empty;
        return new DocumentProperties(
            ReadText(info, "Producer"), ReadText(info, "Creator"), ReadText(info, "Title"), Objects.Security is not null);
    }

    private string? ReadText(PdfDictionary info, string key)
    {
        if (Objects.Get(info, key) is not PdfString text)
            return null;
        string value = TextString.Decode(text.Bytes.Span[..Math.Min(text.Bytes.Length, LongestProperty)]).Trim('\0', ' ');
        return value.Length > 0 ? value : null;
    }
}
