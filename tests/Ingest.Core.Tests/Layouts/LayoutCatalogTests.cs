using System.Text;
using System.Text.Json;
using Ingest.Contract.Documents;
using Ingest.Core.Layouts;

namespace Ingest.Core.Tests.Layouts;

public class LayoutCatalogTests
{
    private const string Minimal =
        """
        {
          "format": "layout@1", "id": "mine", "version": 3, "name": "mine", "kind": "budget",
          "statements": [
            { "id": "T03", "titles": ["支出一览表"], "code": ["编码"], "name": ["名称"],
              "columns": [{ "key": "total", "header": "合计" }, { "key": "basic", "header": "基本" }] }
          ]
        }
        """;

    [Theory]
    [InlineData("xinjiang-2024", "T01 T02 T03 T04 T05 T06 T07 T08 T09 T10 T11")]
    [InlineData("xinjiang-2023", "T01 T02 T03 T04 T05 T06 T07 T08 T09 T10")]
    [InlineData("xinjiang-2019", "T01 T02 T03 T04 T05 T06 T07 T08 T10")]
    [InlineData("shanghai-budget", "T01 T02 T03 T04 T05 T06 T08 T09 T10")]
    [InlineData("shanghai-final-accounts", "F01 F02 F03 F04 F05 F06 F07 F08 F09")]
    public void Embedded_layouts_have_the_tables_of_their_templates(string id, string statements)
    {
        Layout layout = LayoutCatalog.Embedded.Find(id)!;

        Assert.Equal(statements.Split(' '), layout.Statements.Select(statement => statement.Id).Distinct().Order());
    }

    [Fact]
    public void The_keys_of_the_contract_are_those_of_the_2024_layout()
    {
        Layout layout = LayoutCatalog.Embedded.Find("xinjiang-2024")!;

        Assert.Equal(
            "total fiscalSubtotal generalBudget generalTransfer governmentFund governmentFundTransfer stateCapital stateCapitalTransfer fiscalAccount unitFunds fiscalCarryover nonFiscalCarryover",
            Keys(layout, "T02"));
        Assert.Equal("total basicPersonnel basicOperating project", Keys(layout, "T08"));
        Assert.Equal(
            "total wages goodsServices individuals debtInterest capitalConstruction capital enterpriseConstruction enterprise socialSecurity other",
            Keys(layout, "T07"));
        Assert.Equal(
            "total fiscalTotal fiscalPersonnel fiscalOperating fiscalProject nonFiscalTotal nonFiscalPersonnel nonFiscalOperating nonFiscalProject",
            Keys(layout, "T11"));
    }

    [Fact]
    public void A_layout_of_the_user_comes_first()
    {
        LayoutCatalog catalog = LayoutCatalog.Embedded.With("mine.json", Bytes(Minimal));

        Assert.Equal("mine", catalog.Layouts[0].Id);
        Assert.Equal(DocumentKind.Budget, catalog.Layouts[0].Kind);
        Assert.Contains("mine@3", catalog.Versions);
        Assert.Null(LayoutCatalog.Embedded.Find("mine"));
    }

    [Fact]
    public void A_layout_of_the_user_replaces_the_embedded_one_of_its_id()
    {
        LayoutCatalog catalog = LayoutCatalog.Embedded.With("mine.json", Bytes(Minimal.Replace("\"mine\"", "\"general\"", StringComparison.Ordinal)));

        Assert.Equal(3, Assert.Single(catalog.Layouts, layout => layout.Id == "general").Version);
    }

    [Fact]
    public void A_layout_can_be_based_on_another_and_give_only_what_differs()
    {
        LayoutCatalog catalog = LayoutCatalog.Embedded.With("mine.json", Bytes(
            """
            {
              "format": "layout@1", "id": "mine", "version": 1, "name": "mine", "basedOn": "xinjiang-2024", "omit": ["T11"],
              "statements": [{ "id": "T03", "titles": ["支出一览表"] }]
            }
            """));
        Layout layout = catalog.Find("mine")!;

        Assert.DoesNotContain(layout.Statements, statement => statement.Id == "T11");
        Assert.Equal("支出一览表", Assert.Single(Assert.Single(layout.Statements, statement => statement.Id == "T03").Titles).Source);
        Assert.Equal("total basic project", Keys(layout, "T03"));
    }

    [Theory]
    [InlineData("\"layout@1\"", "\"layout@9\"", "$.format: this program reads \"layout@1\"")]
    [InlineData("\"version\": 3", "\"version\": 0", "$.version: expected a positive whole number, found 0")]
    [InlineData("\"kind\": \"budget\"", "\"kind\": \"plan\"", "$.kind: unknown kind \"plan\"; known are budget, finalAccounts")]
    [InlineData("\"titles\"", "\"title\"", "$.statements[0]: unknown property \"title\"")]
    [InlineData("\"T03\"", "\"X03\"", "$.statements[0].id: \"X03\" is no statement id")]
    [InlineData("\"key\": \"basic\"", "\"key\": \"total\"", "$.statements[0].columns: key \"total\" is there twice")]
    [InlineData("\"header\": \"基本\"", "\"header\": \"基本?\"", "$.statements[0].columns[1].header: the last level of \"基本?\" cannot be optional")]
    [InlineData("\"header\": \"基本\"", "\"optional\": true", "$.statements[0].columns[1]: property \"header\" is missing")]
    [InlineData("\"name\": \"mine\", ", "", "$: property \"name\" is missing")]
    [InlineData("\"name\": \"mine\",", "\"name\": \"mine\", \"basedOn\": \"nowhere\",", "$.basedOn: there is no layout \"nowhere\"")]
    public void Errors_name_the_file_and_the_place(string right, string wrong, string message)
    {
        string json = Minimal.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Minimal, json);

        LayoutFormatException error = Assert.Throws<LayoutFormatException>(() => LayoutCatalog.Embedded.With("mine.json", Bytes(json)));

        Assert.StartsWith("mine.json: " + message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_JSON_names_the_line()
    {
        LayoutFormatException error = Assert.Throws<LayoutFormatException>(() => LayoutCatalog.Embedded.With("mine.json", Bytes("{\n\"format\": }")));

        Assert.StartsWith("mine.json: line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_speaks_of_every_property_that_the_reader_knows()
    {
        using Stream schema = typeof(LayoutCatalog).Assembly.GetManifestResourceStream("Ingest.Core.Layouts.layout.schema.json")!;
        using JsonDocument json = JsonDocument.Parse(schema);

        Assert.Equal(
            ["$schema", "basedOn", "fallback", "format", "id", "kind", "labels", "name", "omit", "rank", "statements", "version"],
            json.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    private static string Keys(Layout layout, string id) =>
        string.Join(' ', layout.Statements.First(statement => statement.Id == id).Sides[0].Columns.Select(column => column.Key));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
