using System.Text.RegularExpressions;
using Ingest.Contract.Documents;

namespace Ingest.Architecture.Tests;

/// <summary>A statement or column that code names by its id is one of the catalogue: a misspelt one would be looked for, never found, and nothing said.</summary>
public partial class CatalogueTests
{
    [Fact]
    public void Every_column_that_code_asks_a_row_or_statement_for_is_in_the_catalogue()
    {
        string[] asked = [.. Named(Column())];

        Assert.NotEmpty(asked);
        Assert.Equal([], asked.Where(key => ColumnKey.Find(key) is null));
    }

    [Fact]
    public void Every_statement_that_code_names_is_in_the_catalogue()
    {
        string[] named = [.. Named(Statement())];

        Assert.NotEmpty(named);
        Assert.Equal([], named.Where(id => StatementId.Find(id) is null));
    }

    private static IEnumerable<string> Named(Regex pattern) => Sources.Projects.SelectMany(Sources.Files)
        .SelectMany(file => pattern.Matches(File.ReadAllText(file)))
        .SelectMany(match => match.Groups["name"].Captures)
        .Select(name => name.Value)
        .Distinct();

    /// <summary><c>row.Value("basic")</c>, <c>table.HasColumn("basic")</c>, <c>Columns = ["basic", "project"]</c>.</summary>
    [GeneratedRegex("""(?:(?:\.(?:Value|Cell|HasColumn)\()|(?:\bColumns = \[))(?:"(?<name>[A-Za-z]+)"(?:, )?)+""")]
    private static partial Regex Column();

    /// <summary><c>"T05"</c>: nothing else is spelt so.</summary>
    [GeneratedRegex("\"(?<name>[TF][0-9]{2})\"")]
    private static partial Regex Statement();
}
