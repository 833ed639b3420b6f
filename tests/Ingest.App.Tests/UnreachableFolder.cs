namespace Ingest.App.Tests;

/// <summary>
/// A folder below another that nobody can look into, whoever runs the test: its path is longer than systems take. Made
/// under short names, which are then made long from the innermost outwards.
/// </summary>
internal sealed class UnreachableFolder : IDisposable
{
    private const int Depth = 17;

    /// <summary>Seventeen of them are more than the 4,096 bytes of a path.</summary>
    private static readonly string _longName = new('x', 250);

    private readonly string _parent;

    /// <param name="file">Name of a file within it.</param>
    public UnreachableFolder(string parent, string file, byte[] contents)
    {
        _parent = parent;
        string innermost = Path.Combine([parent, .. Enumerable.Repeat("d", Depth)]);
        Directory.CreateDirectory(innermost);
        File.WriteAllBytes(Path.Combine(innermost, file), contents);
        Close();
    }

    /// <summary>Gives the outer folders short names, so that the path can be taken.</summary>
    public void Open()
    {
        for (int level = 1; level <= Depth && Directory.Exists(LongLevel(level)); level++)
            Directory.Move(LongLevel(level), Level(level));
    }

    /// <summary>Makes all names long again.</summary>
    public void Close()
    {
        for (int level = Depth; level >= 1; level--)
            Directory.Move(Level(level), LongLevel(level));
    }

    /// <summary>What is in it can be removed only when it is open.</summary>
    public void Dispose() => Open();

    /// <summary>The folder of this level under its short name, when all above it have theirs.</summary>
    private string Level(int level) => Path.Combine([_parent, .. Enumerable.Repeat("d", level)]);

    private string LongLevel(int level) => Path.Combine(Path.GetDirectoryName(Level(level))!, _longName);
}
