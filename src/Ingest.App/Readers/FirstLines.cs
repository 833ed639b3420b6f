namespace Ingest.App.Readers;

/// <summary>The first lines that a process wrote to its error output: a stack overflow writes thousands.</summary>
internal sealed class FirstLines
{
    private const int Kept = 3;

    private readonly Queue<string> _lines = new();

    public void Add(string? line)
    {
        lock (_lines)
        {
            if (!string.IsNullOrWhiteSpace(line) && _lines.Count < Kept)
                _lines.Enqueue(line.Trim());
        }
    }

    public override string ToString()
    {
        lock (_lines)
            return string.Join(" | ", _lines);
    }
}
