using Ingest.App.Files;

namespace Ingest.App.Tests;

/// <summary>The real disk, failing as a test tells it to.</summary>
internal sealed class FaultyDisk : IDisk
{
    private readonly PhysicalDisk _disk = new();

    /// <summary>Asked before each step: the step's name (that of the method) and the path that it is about. An exception is thrown in place of the step.</summary>
    public Func<string, string, Exception?> Fault { get; set; } = (_, _) => null;

    /// <summary>What Linux says when nothing more fits.</summary>
    public static IOException Full(string path) => new($"No space left on device : '{path}'");

    public bool FileExists(string path) => _disk.FileExists(path);

    public (long Length, DateTimeOffset Modified) Stamp(string path)
    {
        Meet(nameof(Stamp), path);
        return _disk.Stamp(path);
    }

    public Stream OpenRead(string path)
    {
        Meet(nameof(OpenRead), path);
        return _disk.OpenRead(path);
    }

    public void Rename(string from, string to)
    {
        Meet(nameof(Rename), from);
        _disk.Rename(from, to);
    }

    public void Move(string from, string to)
    {
        Meet(nameof(Move), to);
        _disk.Move(from, to);
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Meet(nameof(Write), path);
        _disk.Write(path, bytes);
    }

    public void Create(string path, Stream contents)
    {
        Meet(nameof(Create), path);
        _disk.Create(path, contents);
    }

    public string? IdentityOf(string path) => _disk.IdentityOf(path);

    /// <summary>Asked of each file that is to be put away.</summary>
    public Func<string, bool> Writers { get; set; } = _ => false;

    public bool HasWriter(string path) => Writers(path) || _disk.HasWriter(path);

    public void Delete(string path)
    {
        Meet(nameof(Delete), path);
        _disk.Delete(path);
    }

    private void Meet(string step, string path)
    {
        if (Fault(step, path) is { } fault)
            throw fault;
    }
}
