using System.Collections.Immutable;

namespace Ingest.Core.Layouts;

/// <summary>Reads several layout files, each after the one that it is based on, in whatever order they come.</summary>
internal static class LayoutFiles
{
    /// <param name="known">Finds a layout that is there already, or null.</param>
    /// <returns>In the order of the files; of two with one id the later one.</returns>
    /// <exception cref="LayoutFormatException">A file is wrong, or files are based on each other in a circle.</exception>
    public static ImmutableArray<Layout> Parse(IReadOnlyList<(string File, ReadOnlyMemory<byte> Utf8)> files, Func<string, Layout?> known)
    {
        var byId = new Dictionary<string, int>();
        for (int i = 0; i < files.Count; i++)
            byId[LayoutFile.IdOf(files[i].File, files[i].Utf8)] = i;
        var parsed = new Layout?[files.Count];
        var open = new HashSet<int>();
        return [.. byId.Values.Order().Select(Read)];

        Layout Read(int index)
        {
            if (parsed[index] is { } done)
                return done;
            if (!open.Add(index))
                throw new LayoutFormatException(files[index].File, "$.basedOn", "it is based on itself, by way of other files or at once");
            Layout layout = LayoutFile.Parse(files[index].File, files[index].Utf8, Basis);
            open.Remove(index);
            return parsed[index] = layout;
        }

        // A file of the user with the id of an embedded layout may be based on the very one that it replaces.
        Layout? Basis(string id) => byId.TryGetValue(id, out int index) && (!open.Contains(index) || known(id) is null) ? Read(index) : known(id);
    }
}
