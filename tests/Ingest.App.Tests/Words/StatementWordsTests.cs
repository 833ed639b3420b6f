using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.App.Tests.Words;

public sealed class StatementWordsTests
{
    [Fact]
    public void Every_statement_and_column_of_the_layouts_has_a_Chinese_name()
    {
        IEnumerable<StatementLayout> statements = LayoutCatalog.Embedded.Layouts.SelectMany(layout => layout.Statements);

        Assert.All(statements.Select(statement => statement.Id).Distinct(), id => Assert.NotEqual(id, StatementWords.Statement(id, Language.Chinese)));
        Assert.All(
            statements.SelectMany(statement => statement.Sides).SelectMany(side => side.Columns).Select(column => column.Key).Distinct(),
            key => Assert.NotEqual(key, StatementWords.Column(key, Language.Chinese)));
    }

    [Theory]
    [InlineData("T05", "T05 一般公共预算支出表")]
    [InlineData("F03", "F03 支出决算表")]
    [InlineData("narrative", "文字说明")]
    [InlineData("Z99", "Z99")]
    public void A_statement_is_called_as_the_ministry_calls_it(string id, string name) => Assert.Equal(name, StatementWords.Statement(id, Language.Chinese));

    [Fact]
    public void Columns_keep_their_keys_in_English() => Assert.Equal("basicPersonnel", StatementWords.Column("basicPersonnel", Language.English));
}
