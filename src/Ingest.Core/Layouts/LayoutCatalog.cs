using System.Collections.Immutable;
using System.Reflection;

namespace Ingest.Core.Layouts;

/// <summary>
/// The layouts to try, the embedded ones and the user's. Immutable; a user's layout with the id of an
/// embedded one replaces it.
/// </summary>
public sealed class LayoutCatalog
{
    private const string ResourcePrefix = "Ingest.Core.Layouts.";
    private const string SchemaName = ResourcePrefix + "layout.schema.json";

    private static readonly Lazy<LayoutCatalog> _embeddedOnly = new(LoadEmbedded);

    private LayoutCatalog(ImmutableArray<Layout> layouts)
    {
        Layouts = layouts;
        Vocabulary = new HeaderVocabulary(layouts);
        Titles = new TitleIndex(layouts);
    }

    /// <summary>What the program brings along.</summary>
    public static LayoutCatalog Embedded => _embeddedOnly.Value;

    /// <summary>In the order in which they are preferred when two explain a document equally well.</summary>
    public ImmutableArray<Layout> Layouts { get; }

    internal HeaderVocabulary Vocabulary { get; }

    internal TitleIndex Titles { get; }

    /// <summary>Id and version of every layout, stored with what was read by them: <c>xinjiang-2024@1</c>.</summary>
    public IEnumerable<string> Versions => Layouts.Select(layout => $"{layout.Id}@{layout.Version}");

    /// <summary>The id that a file gives itself.</summary>
    /// <exception cref="LayoutFormatException">It is no JSON object or has none.</exception>
    public static string IdOf(string file, ReadOnlyMemory<byte> utf8) => LayoutFile.IdOf(file, utf8);

    public Layout? Find(string id) => Layouts.FirstOrDefault(layout => layout.Id == id);

    /// <summary>A catalogue with one layout more.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="utf8">Contents of the file.</param>
    /// <exception cref="LayoutFormatException">The file is wrong; names the file and the place.</exception>
    public LayoutCatalog With(string file, ReadOnlyMemory<byte> utf8) => With([(file, utf8)]);

    /// <summary>
    /// A catalogue with more layouts. Their ranks place them among the others; of those with the same rank the ones named last come
    /// first. They may be based on one another in whatever order they are named.
    /// </summary>
    /// <param name="files">Name for messages and contents of each.</param>
    /// <exception cref="LayoutFormatException">A file is wrong; names the file and the place.</exception>
    public LayoutCatalog With(IReadOnlyList<(string File, ReadOnlyMemory<byte> Utf8)> files)
    {
        ImmutableArray<Layout> added = LayoutFiles.Parse(files, Find);
        var ids = added.Select(layout => layout.Id).ToHashSet();
        return new LayoutCatalog([.. added.Reverse().Concat(Layouts.Where(layout => !ids.Contains(layout.Id))).OrderBy(layout => layout.Rank)]);
    }

    private static LayoutCatalog LoadEmbedded()
    {
        IEnumerable<string> names = typeof(LayoutCatalog).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal) && name != SchemaName)
            .Order(StringComparer.Ordinal);
        return new LayoutCatalog([.. LayoutFiles.Parse([.. names.Select(name => (name[ResourcePrefix.Length..], Read(name)))], _ => null).OrderBy(layout => layout.Rank)]);
    }

    private static ReadOnlyMemory<byte> Read(string name)
    {
        using Stream stream = Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Stream Open(string name)
    {
        Assembly assembly = typeof(LayoutCatalog).Assembly;
        return assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"resource {name} cannot be opened");
    }
}
