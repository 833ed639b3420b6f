using Ingest.Contract.Text;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>
/// The pages of a file in order, walked only as far as asked for: the first page of ten thousand costs
/// a few nodes. /Count is not believed; circles and repeated nodes end.
/// </summary>
internal sealed class PageTree
{
    private readonly FileObjects _objects;
    private readonly Stack<Branch> _branches = new();
    private readonly HashSet<int> _visited = [];
    private readonly List<(PdfObject Page, Inherited Inherited)> _pages = [];

    /// <summary>The tree that begins at the catalog's /Pages.</summary>
    public PageTree(FileObjects objects, PdfDictionary catalog)
    {
        _objects = objects;
        if (catalog.TryGet("Pages", out PdfObject? root))
            _branches.Push(new Branch(new PdfArray([root]), Inherited.Nothing));
    }

    /// <summary>Pages given one by one, each with what it inherits.</summary>
    public PageTree(FileObjects objects, IEnumerable<(PdfObject Page, Inherited Inherited)> pages)
    {
        _objects = objects;
        foreach ((PdfObject page, Inherited inherited) in pages)
        {
            if (!TryAdd(page, inherited))
                break;
        }
    }

    /// <summary>Number of pages found so far.</summary>
    public int Found => _pages.Count;

    /// <summary>Walks the tree up to a page.</summary>
    /// <param name="index">0-based.</param>
    /// <returns>False when there are not that many.</returns>
    /// <exception cref="ReadingLimitException">Walking takes too long.</exception>
    public bool TryReach(int index)
    {
        while (_pages.Count <= index)
        {
            if (!TryAdvance())
                return false;
        }

        return true;
    }

    /// <summary>Walks the whole tree and counts its pages.</summary>
    /// <exception cref="ReadingLimitException">Walking takes too long.</exception>
    public int CountAll()
    {
        TryReach(int.MaxValue);
        return _pages.Count;
    }

    /// <summary>True when there is at least one page whose object exists.</summary>
    /// <exception cref="ReadingLimitException">Walking takes too long.</exception>
    public bool HasPage()
    {
        for (int i = 0; TryReach(i); i++)
        {
            if (_objects.Resolve(_pages[i].Page) is PdfDictionary)
                return true;
        }

        return false;
    }

    /// <summary>The page, or null when the object that the tree names for it is missing or no dictionary.</summary>
    /// <param name="index">0-based, one that <see cref="TryReach"/> has reached.</param>
    /// <exception cref="ReadingLimitException">Reading takes too long.</exception>
    public PageNode? Get(int index)
    {
        (PdfObject page, Inherited inherited) = _pages[index];
        return _objects.Resolve(page) is PdfDictionary dictionary ? PageNodeReader.Read(_objects, dictionary, inherited) : null;
    }

    /// <summary>Finds one more page.</summary>
    private bool TryAdvance()
    {
        while (_branches.TryPeek(out Branch? branch))
        {
            _objects.Budget.Check();
            if (branch.Next == branch.Kids.Count)
            {
                _branches.Pop();
                continue;
            }

            // Nothing changes before the child has been read, so that a walk that is cancelled can go on later.
            PdfObject kid = branch.Kids[branch.Next];
            PdfObject value = _objects.Resolve(kid);
            PdfArray? kids = value is PdfDictionary node ? KidsOf(node) : null;
            branch.Next++;
            if (kids is not null)
                Enter(kid, kids, branch.Inherited.Under((PdfDictionary)value));
            else if (IsPage(kid, value) && TryAdd(kid, branch.Inherited))
                return true;
        }

        return false;
    }

    // /Type is often wrong or missing; /Kids decides, unless the node is marked as a page and has contents.
    private PdfArray? KidsOf(PdfDictionary node)
    {
        bool hasContents = node.TryGet("Contents", out _);
        string? type = _objects.GetName(node, "Type");
        PdfArray? kids = _objects.GetArray(node, "Kids");
        if (kids is not null)
            return type == "Page" && hasContents ? null : kids;
        return type == "Pages" && !hasContents ? PdfArray.Empty : null;
    }

    // A null among the kids is no page; a reference to what is not there is a page that got lost.
    private bool IsPage(PdfObject kid, PdfObject value) =>
        value is PdfDictionary || (kid is PdfReference && _branches.Count > 1);

    private bool TryAdd(PdfObject page, Inherited inherited)
    {
        if (_pages.Count < _objects.Budget.Limits.Pages)
        {
            _pages.Add((page, inherited));
            return true;
        }

        _branches.Clear();
        _objects.Report(new Diagnostic("limit-pages", Severity.Error, new Phrase(
            $"文件超过 {_objects.Budget.Limits.Pages} 页（限额 Pages），其余页未读取。",
            $"The file has more than {_objects.Budget.Limits.Pages} pages (limit Pages); the rest was not read.")));
        return false;
    }

    private void Enter(PdfObject kid, PdfArray kids, Inherited inherited)
    {
        if (kid is PdfReference reference && !_visited.Add(reference.Number))
            _objects.Report(new Diagnostic("damaged-page-tree", Severity.Warning, new Phrase(
                "文件的页面目录中有重复的节点，只读取了一次。",
                "The page tree contains a node more than once; it was read once.")));
        else if (_branches.Count > _objects.Budget.Limits.Depth)
            _objects.Report(new Diagnostic("limit-depth", Severity.Error, new Phrase(
                $"文件的页面目录超过 {_objects.Budget.Limits.Depth} 层（限额 Depth），更深处的页未读取。",
                $"The page tree is deeper than {_objects.Budget.Limits.Depth} nodes (limit Depth); pages deeper down were not read.")));
        else
            _branches.Push(new Branch(kids, inherited));
    }

    private sealed class Branch(PdfArray kids, Inherited inherited)
    {
        public PdfArray Kids { get; } = kids;

        public Inherited Inherited { get; } = inherited;

        public int Next { get; set; }
    }
}
