using ArchUnitNET.Domain;

namespace Ingest.Architecture.Tests;

/// <summary>Which folder uses which, by the types that their code names; a folder is a namespace.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    public FolderGraph(IEnumerable<(string From, string To, string Witness)> uses)
    {
        foreach ((string from, string to, string witness) in uses)
        {
            Uses(to);
            if (from != to)
                Uses(from).TryAdd(to, witness);
        }
    }

    public int Count => _uses.Count;

    public static FolderGraph Of(ArchUnitNET.Domain.Architecture compiled) => new(
        from type in compiled.Types
        where IsOurs(type)
        from dependency in type.Dependencies
        where IsOurs(dependency.Target)
        select (type.Namespace.FullName, dependency.Target.Namespace.FullName, $"{type.Name} -> {dependency.Target.Name}"));

    /// <summary>
    /// Each set of folders that reach one another, with what leads from each to the next: Tarjan's strongly connected components.
    /// </summary>
    public IReadOnlyList<string> Cycles()
    {
        var cycles = new List<string>();
        var order = new Dictionary<string, int>();
        var lowest = new Dictionary<string, int>();
        var path = new Stack<string>();
        var onPath = new HashSet<string>();
        foreach (string folder in _uses.Keys)
            if (!order.ContainsKey(folder))
                Visit(folder);
        return cycles;

        void Visit(string folder)
        {
            order[folder] = lowest[folder] = order.Count;
            path.Push(folder);
            onPath.Add(folder);
            foreach (string next in _uses[folder].Keys)
            {
                if (!order.ContainsKey(next))
                    Visit(next);
                if (onPath.Contains(next))
                    lowest[folder] = Math.Min(lowest[folder], lowest[next]);
            }

            if (lowest[folder] != order[folder])
                return;
            var circle = new List<string>();
            do
            {
                circle.Add(path.Pop());
                onPath.Remove(circle[^1]);
            }
            while (circle[^1] != folder);
            if (circle.Count > 1)
                cycles.Add(Describe(circle));
        }
    }

    private string Describe(List<string> circle) => string.Join("; ",
        from folder in circle.Order(StringComparer.Ordinal)
        from next in _uses[folder]
        where circle.Contains(next.Key)
        select $"{folder} uses {next.Key} ({next.Value})");

    private SortedDictionary<string, string> Uses(string folder)
    {
        if (!_uses.TryGetValue(folder, out SortedDictionary<string, string>? uses))
            _uses[folder] = uses = new SortedDictionary<string, string>(StringComparer.Ordinal);
        return uses;
    }

    private static bool IsOurs(IType type) => type.Namespace?.FullName.StartsWith("Ingest.", StringComparison.Ordinal) == true;
}
