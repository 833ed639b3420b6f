using System.CommandLine;
using System.IO.Compression;
using System.Text;
using Ingest.App.Cli;
using Ingest.App.Composition;
using Ingest.App.Reports;
using Ingest.App.Reports.Formats;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Tests.Cli;

/// <summary>
/// Telephone and identity numbers in every writing are planted wherever a document, or its name, can hold text, and looked for in
/// whatever commands and reports give out. <c>extract</c> and <c>show --json</c> are left out on purpose: they give a document as it is printed.
/// </summary>
public sealed class PlantedNumbersTests : IDisposable
{
    private const string Hash = "abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcd";

    private static readonly string[] _writings =
    [
        "13999202837", "+86 13999202837", "139-9920-2837", "139 9920 2837", "１３９９９２０２８３７", "8613999202837", "13999202837/13899202838", "1399920283713899202838", "13999202837、13899202838 13799202839",
        "0991-2345678", "（0991）2345678", "010 66554433", "650102198001011234", "65010219800101123X", "650102800101123", "电话2345678",
    ];

    /// <summary>What would reach a person, without blanks, signs and width.</summary>
    private static readonly string[] _secrets =
        ["13999202837", "13899202838", "13799202839", "09912345678", "01066554433", "650102198001011234", "65010219800101123X", "650102800101123", "电话2345678"];

    private readonly TemporaryFolder _folder = new();

    private static string All { get; } = string.Join("；", _writings);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task They_are_found_nowhere_in_what_commands_on_the_store_give_out()
    {
        string finding = Store();
        string[][] commands =
        [
            ["list"], ["list", "--json"], ["show", Hash[..8]], ["status"], ["status", "--json"], ["check"], ["check", "--repair"], ["reprocess"], ["reprocess", "--failed"], ["reprocess", "--dry-run"],
            ["verdict", finding, "confirmed", "--by", "李"], ["export", "-f", "json", "-o", _folder.File("all.json")], ["export", "-f", "csv", "-o", _folder.File("csv")],
            ["export", "-o", _folder.File("all.xlsx")], ["store", "copy", "--to", "sqlite", "-o", _folder.File("copy.db")], ["backup", _folder.File("saved.zip")],
        ];
        foreach (string[] command in commands)
            foreach (string language in (string[])["zh", "en"])
                Look(string.Join(' ', command), await RunAsync([.. command, "--lang", language]));

        foreach (string file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(IsForReading))
            Look(file, Text(file));
        Assert.Contains("****", await RunAsync(["show", Hash[..8]]), StringComparison.Ordinal);

        // And this would be found.
        await RunAsync(["export", "-f", "json", "-o", _folder.File("shown.json"), "--showContacts=true"]);
        Assert.Contains("13999202837", await File.ReadAllTextAsync(_folder.File("shown.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("html")]
    [InlineData("xlsx")]
    [InlineData("text")]
    public void They_are_found_nowhere_in_reports(string format)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            IReportWriter writer = ReportFormats.Writer(format);
            string file = _folder.File($"report-{language}{writer.Extension}");
            using (FileStream output = File.Create(file))
                writer.Write(new ReportSubject(Planted(), _ => null), new ReportWords(language), output);

            Look(file, Text(file));
        }
    }

    private static void Look(string where, string text)
    {
        string plain = Plain(text);
        Assert.All(_secrets, secret => Assert.False(plain.Contains(secret, StringComparison.Ordinal), $"{where} holds {secret}: {text}"));
    }

    /// <summary>Full-width digits made narrow, and whatever may stand between the digits of a number taken out.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char letter in text)
            if (letter is >= '０' and <= '９')
                plain.Append((char)(letter - '０' + '0'));
            else if (letter is not (' ' or '-' or '(' or ')' or '（' or '）'))
                plain.Append(letter);
        return plain.ToString();
    }

    /// <summary>Stores, copies and backups hold documents as they are.</summary>
    private static bool IsForReading(string path) => Path.GetExtension(path) is ".json" or ".csv" or ".xlsx" or ".html" or ".txt" && !path.EndsWith("pipeline.json", StringComparison.Ordinal);

    private static string Text(string path)
    {
        if (!path.EndsWith(".xlsx", StringComparison.Ordinal))
            return File.ReadAllText(path);
        using ZipArchive parts = ZipFile.OpenRead(path);
        return string.Join('\n', parts.Entries.Select(part =>
        {
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        }));
    }

    /// <summary>As the program runs it, with its guard before the outputs.</summary>
    private async Task<string> RunAsync(string[] arguments)
    {
        var output = new StringWriter();
        var guarded = new GuardedWriter(output);
        (string[] settings, string[] rest) = Ingest.App.Configuration.SettingArguments.Split([.. arguments, "--config", _folder.File("pipeline.json")]);
        ParseResult command = CommandTree.Create(settings, new ReportWords(LanguageOption.Of(rest, settings))).Parse(rest, CommandTree.Parsing);
        Assert.Empty(command.Errors);
        await command.InvokeAsync(new InvocationConfiguration { Output = guarded, Error = guarded, EnableDefaultExceptionHandler = false });
        return output.ToString();
    }

    /// <returns>A finding's name.</returns>
    private string Store()
    {
        File.WriteAllText(_folder.File("pipeline.json"), """{ "storeFile": "ingest.db", "verdictFile": "verdicts.jsonl", "reports": { "formats": [] } }""");
        using IRestorableStore store = Stores.OpenAlone("litedb", _folder.File("ingest.db"), TimeSpan.FromSeconds(5));
        BudgetDocument planted = Planted();
        string dropped = planted.Source.FileName;
        store.Save(store.Claim(dropped, Hash, 10, _folder.File($"gone/{dropped}")).Id, planted, new EngineVersions("r", "l", "c"), TimeSpan.Zero);
        store.Save(null, planted with { Source = planted.Source with { Sha256 = Hash.Replace('a', 'b') }, Identity = planted.Identity with { FiscalYear = 2023 } }, new EngineVersions("r", "l", "c"), TimeSpan.Zero);
        store.Quarantine(store.Claim($"锁 {dropped}", Hash.Replace('a', 'c'), 10, _folder.File("gone/locked.pdf")).Id, "password-required", $"{dropped} 需要密码");
        return $"{Hash[..8]}/{store.FindingsOf(Hash)[0].Fingerprint}";
    }

    private static BudgetDocument Planted()
    {
        BudgetDocument made = MadeDocument.Create(new SourceFile($"联系人 {All.Replace('/', '_')}.pdf", Hash, 100, 3, null, false), "某某局", 2024, 100m);
        Statement statement = made.Statements[0];
        var cell = new CellReference { Statement = "T03", Code = "201", Name = $"经办 {All}", Project = All, Column = "total", Amount = 100m, Text = All, Page = 4 };
        return made with
        {
            Statements = [statement with { Title = $"表三 {All}", EmptyNote = All, Rows = [.. statement.Rows.Select(row => row with { Name = $"项目 {All}", Project = All })] }],
            Narrative = [new NarrativeSection($"一、{All}", 1, 5, [new NarrativeSentence($"联系 {All}。", 5, default, [new NarrativeFact { Kind = FactKind.Amount, Subject = ["支出"], Names = [All], Value = 100m, Unit = "万元", Text = All, Page = 5, Box = default }], [new UnreadNumber("13999202837", 13999202837m, null, 5, default), new UnreadNumber("2345678", 2345678m, null, 5, default)])])],
            Performance =
            [
                new PerformanceTable
                {
                    Kind = PerformanceKind.Project, Title = $"绩效 {All}", Pages = [6], Goal = All, Project = All, Contacts = [new PerformanceField("联系电话", "13999202837", 6, default)], Fields = [new PerformanceField("备注", All, 6, default)],
                },
            ],
            Unbound = [new UnboundTable($"表 {All}", 7, default, [["电话", "13999202837"], [All, "1.00"]])],
            Findings =
            [
                new Finding
                {
                    Rule = "X-01", Severity = Severity.Error, Message = $"{All} 不相等", Cells = [cell], Suspects = [new Suspect(cell, 90m, 1)], Expected = 90m, Actual = 100m, Difference = 10m,
                    Relations = [new FailedRelation("X-01", $"{All} = {All}", 90m, 100m, 10m, 0m)], Reservations = [new Reservation(ReservationKind.Reading, $"读作 {All}")],
                },
                new Finding { Rule = "READ-02", Severity = Severity.Warning, Message = All, Cells = [cell with { Statement = "narrative" }] },
            ],
            Diagnostics = [new Diagnostic("hidden-numbers", Severity.Warning, new Phrase($"隐藏 {All}", $"hidden {All}"), 3)],
            Coverage = new Coverage(1, 0, 0, [cell], [new RuleTally("P-05", 0, 0, 0, 0, 0, 1, 0, [$"项目“{All}”"])]) { NotRead = [new UnreadTable($"表 {All}", All, [7], 2, false)] },
            Contents = [],
        };
    }
}
