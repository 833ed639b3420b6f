using Ingest.Contract.Text;

namespace Ingest.Pdf.Diagnosis;

/// <summary>
/// What reading has had to say about the file: each code once, with the first message and how often it
/// came, so that a file with ten thousand broken objects does not make ten thousand lines.
/// </summary>
internal sealed class DiagnosticLog
{
    private readonly List<(Diagnostic First, int Times)> _entries = [];

    public void Add(Diagnostic diagnostic)
    {
        int known = _entries.FindIndex(entry => entry.First.Code == diagnostic.Code);
        if (known < 0)
            _entries.Add((diagnostic, 1));
        else
            _entries[known] = (_entries[known].First, _entries[known].Times + 1);
    }

    public IReadOnlyList<Diagnostic> ToList() => [.. _entries.Select(entry => entry.Times == 1 ? entry.First
        : entry.First with { Message = entry.First.Message + new Phrase($"（共 {entry.Times} 处）", $" ({entry.Times} times)") })];
}
