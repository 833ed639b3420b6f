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

    public Layout? Find(string id) => Layouts.FirstOrDefault(layout => layout.Id == id);

    /// <summary>A catalogue with one layout more, which comes before those already there.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="utf8">Contents of the file.</param>
    /// <exception cref="LayoutFormatException">The file is wrong; names the file and the place.</exception>
    public LayoutCatalog With(string file, ReadOnlyMemory<byte> utf8)
    {
        Layout added = LayoutFile.Parse(file, utf8, Find);
        return new LayoutCatalog([added, .. Layouts.Where(layout => layout.Id != added.Id)]);
    }

    /// <summary>
    /// Embedded files are numbered: the number is the order of preference, and a file can be based on those
    /// with a lower one.
    /// </summary>
    private static LayoutCatalog LoadEmbedded()
    {
        Assembly assembly = typeof(LayoutCatalog).Assembly;
        var layouts = ImmutableArray.CreateBuilder<Layout>();
        IEnumerable<string> names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal) && !name.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (string name in names)
        {
            using Stream stream = assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"resource {name} is listed but cannot be opened");
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            layouts.Add(LayoutFile.Parse(
                name[ResourcePrefix.Length..], bytes.ToArray(), id => layouts.FirstOrDefault(layout => layout.Id == id)));
        }
        return new LayoutCatalog(layouts.ToImmutable());
    }
}
