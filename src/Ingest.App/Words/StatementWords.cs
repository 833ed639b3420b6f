using System.Text.Json;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Words;

/// <summary>
/// Statements and their columns by the names that the forms of the Ministry of Finance give them, for tables over many documents, each of
/// which may print other ones. In English the keys of the contract stand for columns.
/// </summary>
internal static class StatementWords
{
    private static readonly Lazy<(Dictionary<string, string> Statements, Dictionary<string, string> Columns)> _names = new(Read);

    /// <summary>"T05 一般公共预算支出表"; the id of a statement that is not known.</summary>
    public static string Statement(string id, Language language) => id switch
    {
        CellId.Narrative => new Phrase("文字说明", "Text").In(language),
        CellId.Contents => new Phrase("目录", "Contents").In(language),
        CellId.Performance => new Phrase("绩效目标表", "Performance table").In(language),
        _ => language == Language.Chinese && _names.Value.Statements.TryGetValue(id, out string? name) ? $"{id} {name}" : id,
    };

    /// <summary>"基本支出"; the key where it is not known, which a layout of a user's own may have.</summary>
    public static string Column(string key, Language language) => language == Language.Chinese ? _names.Value.Columns.GetValueOrDefault(key) ?? key : key;

    private static (Dictionary<string, string>, Dictionary<string, string>) Read()
    {
        using Stream file = typeof(StatementWords).Assembly.GetManifestResourceStream(typeof(StatementWords), "statements.json")!;
        using JsonDocument json = JsonDocument.Parse(file);
        return (Names("statements"), Names("columns"));

        Dictionary<string, string> Names(string part) =>
            json.RootElement.GetProperty(part).EnumerateObject().ToDictionary(name => name.Name, name => name.Value.GetString()!, StringComparer.Ordinal);
    }
}
