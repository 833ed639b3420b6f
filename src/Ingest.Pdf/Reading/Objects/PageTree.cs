namespace Ingest.Pdf.Reading.Objects;

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
        _pages.AddRange(pages.Take(objects.Budget.Limits.Pages));
    }

    /// <summary>Number of pages; walks the whole tree when it has not been walked yet.</summary>
    /// <exception cref="ReadingLimitException">Walking takes too long.</exception>
    public int Count
    {
        get
        {
            while (TryAdvance())
            {
            }

            return _pages.Count;
        }
    }

    /// <summary>True when there is at least one page whose object exists.</summary>
    /// <exception cref="ReadingLimitException">Walking takes too long.</exception>
    public bool HasPage()
    {
        for (int i = 0; i < _pages.Count || TryAdvance(); i++)
        {
            if (_objects.Resolve(_pages[i].Page) is PdfDictionary)
                return true;
        }

        return false;
    }

    /// <summary>The page, or null when the object that the tree names for it is missing or no dictionary.</summary>
    /// <param name="index">0-based, below <see cref="Count"/>.</param>
    /// <exception cref="ReadingLimitException">Walking takes too long.</exception>
    public PageNode? Get(int index)
    {
        while (_pages.Count <= index && TryAdvance())
        {
        }

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
                _branches.Pop();
            else if (TryTake(branch.Kids[branch.Next++], branch.Inherited))
                return true;
        }

        return false;
    }

    /// <summary>Takes a child; true when it is a page.</summary>
    private bool TryTake(PdfObject kid, Inherited inherited)
    {
        PdfObject value = _objects.Resolve(kid);
        if (value is PdfDictionary dictionary && IsBranch(dictionary))
        {
            Enter(kid, dictionary, inherited);
            return false;
        }

        // A null among the kids is no page; a reference to what is not there is a page that got lost.
        if (kid is PdfNull || (_branches.Count == 1 && value is not PdfDictionary))
            return false;
        if (_pages.Count == _objects.Budget.Limits.Pages)
        {
            _branches.Clear();
            _objects.Report(new Diagnostic("limit-pages", Severity.Error, $"The file has more than {_objects.Budget.Limits.Pages} pages (limit Pages); the rest was not read."));
            return false;
        }

        _pages.Add((kid, inherited));
        return true;
    }

    // /Type is often wrong or missing; /Kids decides unless the node is marked as a page and looks like one.
    private bool IsBranch(PdfDictionary node) =>
        _objects.Get(node, "Kids") is PdfArray
            ? _objects.GetName(node, "Type") != "Page" || !node.TryGet("Contents", out _)
            : _objects.GetName(node, "Type") == "Pages" && !node.TryGet("Contents", out _);

    private void Enter(PdfObject kid, PdfDictionary node, Inherited inherited)
    {
        if (kid is PdfReference reference && !_visited.Add(reference.Number))
            _objects.Report(new Diagnostic("damaged-page-tree", Severity.Warning, "The page tree contains a node more than once; it was read once."));
        else if (_branches.Count > _objects.Budget.Limits.Depth)
            _objects.Report(new Diagnostic("limit-depth", Severity.Error, $"The page tree is deeper than {_objects.Budget.Limits.Depth} nodes (limit Depth); pages deeper down were not read."));
        else if (_objects.Get(node, "Kids") is PdfArray kids)
            _branches.Push(new Branch(kids, inherited.Under(node)));
    }

    private sealed class Branch(PdfArray kids, Inherited inherited)
    {
        public PdfArray Kids { get; } = kids;

        public Inherited Inherited { get; } = inherited;

        public int Next { get; set; }
    }
}
