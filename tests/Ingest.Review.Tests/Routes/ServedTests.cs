using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Documents;
using Ingest.Review.Tests.Browsing;
using Ingest.Store;

namespace Ingest.Review.Tests.Routes;

/// <summary>What the served page answers, asked as a browser asks.</summary>
public sealed partial class ServedTests
{
    [Fact]
    public async Task An_amount_and_a_code_are_found_in_the_tables_papers_of_a_body_are_signed_together_and_the_letter_is_taken_away()
    {
        using ReviewedPlace place = await ReviewedPlace.ReviewAsync("faults/digit-typo-t05.pdf", "pair-2024");
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = place.Address };

        // Page 9 of the first document prints 6.66 once; what it should be stands in 表3 and 表5.
        string amount = await AskAsync(client, "/search?q=6.66");
        Assert.Contains("在 1 份现行文件的报表中", amount, StringComparison.Ordinal);
        Match hit = Assert.Single(Hit().Matches(amount));
        Assert.Contains("行政单位医疗", await AskAsync(client, hit.Groups[1].Value), StringComparison.Ordinal);
        Assert.Contains("2101101", await AskAsync(client, "/search?q=2101101"), StringComparison.Ordinal);
        Assert.Contains("没有这个金额或编码", await AskAsync(client, "/search?q=987654321.11"), StringComparison.Ordinal);
        Assert.Contains("数字化发展局", await AskAsync(client, "/search?q=" + Uri.EscapeDataString("数字化")), StringComparison.Ordinal);

        string body = "/papers/body?year=2024&name=" + Uri.EscapeDataString("新疆维吾尔自治区数字化发展局"), papers = await AskAsync(client, body);
        Assert.Contains("digit-typo-t05.pdf", papers, StringComparison.Ordinal);
        Assert.DoesNotContain("pair-2024.pdf", papers, StringComparison.Ordinal);
        string signed = await SignAsync(client, papers);
        Assert.Contains("signature holds", signed, StringComparison.Ordinal);
        string finding = place.Installation.Ask(open => open.FindingsOf(hit.Groups[1].Value.Split('/', '?')[2])[0].Fingerprint);
        place.Installation.Run("verdict", $"{hit.Groups[1].Value.Split('/', '?')[2][..8]}/{finding}", "pending", "--by", "乙");
        Assert.Contains("签字后有 1 份文件变动", await AskAsync(client, body), StringComparison.Ordinal);
        // Whoever signs has to have seen it.
        Assert.Contains("没有签字", await SignAsync(client, papers), StringComparison.Ordinal);

        using var letter = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync(new Uri($"/papers/{hit.Groups[1].Value.Split('/', '?')[2]}/report.docx", UriKind.Relative))));
        Assert.NotNull(letter.GetEntry("word/document.xml"));
    }

    /// <summary>Page 9 prints 6.06 for 行政单位医疗 · 基本支出; the stored reading is made an unsure 6.66.</summary>
    [Theory]
    [InlineData("litedb")]
    [ServerStore]
    public async Task A_doubtful_amount_is_shown_as_printed_and_what_a_reviewer_types_takes_its_place_for_good(string store)
    {
        string sha256 = "";
        CellPosition at = default;
        using ReviewedPlace place = await ReviewedPlace.ReviewAsync(ReviewedPlace.Install(store), open => (sha256, at) = Misread(open), "seed-writer");
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = place.Address };
        string address = $"/documents/{sha256}?cell={at}";

        Assert.Contains("读取存疑的金额（1 个）", await AskAsync(client, $"/documents/{sha256}?table={at.Statement}"), StringComparison.Ordinal);
        string screen = await AskAsync(client, address);
        Assert.Contains("也可能是 6.08", screen, StringComparison.Ordinal);
        Assert.Contains("<svg", await AskAsync(client, $"/documents/{sha256}/cells/{at}.svg"), StringComparison.Ordinal);

        Assert.Contains("填写的不是金额", await TypeAsync(client, sha256, screen, at, "6.66", "六块零六"), StringComparison.Ordinal);
        Assert.Contains("此间已有变动", await TypeAsync(client, sha256, screen, at, "6.65", "6.06"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => TypeAsync(client, sha256, screen, at with { Row = at.Row - 1 }, "6.06", "9"));
        Assert.Contains("审核员甲 于", await TypeAsync(client, sha256, screen, at, "6.66", "6.06"), StringComparison.Ordinal);

        BudgetDocument corrected = place.Installation.Ask(open => open.Load(sha256)!);
        Assert.Equal((6.06m, RecognitionState.CorrectedByReviewer), (at.Of(corrected).Value, at.Of(corrected).Recognition!.State));
        Assert.Empty(corrected.Statements[at.Statement].Doubts);
        Assert.DoesNotContain(corrected.Findings, finding => finding.Severity == Severity.Error);
        // The letters of the file say the same: nothing is left to be corrected, and nothing to be said.
        Assert.Equal(0, place.Installation.Run("reprocess").ExitCode);
        BudgetDocument again = place.Installation.Ask(open => open.Load(sha256)!);
        Assert.Equal((6.06m, null), (at.Of(again).Value, at.Of(again).Recognition));
        Assert.DoesNotContain(again.Diagnostics, diagnostic => diagnostic.Code == "correction-not-applied");
    }

    private static (string Sha256, CellPosition At) Misread(IDocumentStore store)
    {
        StoredDocument stored = store.Documents(DocumentQuery.All).Single();
        BudgetDocument document = store.Load(stored.Sha256)!;
        Statement statement = document.Statements.Single(statement => statement.Id == "T05");
        StatementRow row = statement.Rows.Single(row => row.Code == "2101101");
        CellPosition at = CellPosition.Find(document, CellId.Of(statement, row, "basic"))!.Value;
        AmountCell unsure = at.Of(document) with { Value = 6.66m, Text = "6.66", Recognition = new CellRecognition(0.4f, RecognitionState.Unsure, ["6.08"]) };
        Statement doubted = statement with
        {
            Rows = statement.Rows.SetItem(at.Row, row with { Cells = row.Cells.SetItem(at.Cell, unsure) }),
            Doubts = [new ExtractionDoubt(ExtractionDoubt.Recognition, Phrase.Same("识别存疑"), "basic", at.Row, unsure.Page, unsure.Box)],
        };
        store.Save(null, document with { Statements = document.Statements.SetItem(at.Statement, doubted) }, stored.Versions, TimeSpan.Zero);
        return (stored.Sha256, at);
    }

    private static async Task<string> TypeAsync(HttpClient client, string sha256, string screen, CellPosition at, string read, string typed)
    {
        string token = Field().Matches(screen).First(field => field.Groups[1].Value == "__RequestVerificationToken").Groups[2].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("cell", at.ToString()), new("read", read), new("typed", typed)]);
        using HttpResponseMessage answer = await client.PostAsync(new Uri($"/documents/{sha256}/correct", UriKind.Relative), form);
        return WebUtility.HtmlDecode(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    private static async Task<string> AskAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative)));

    private static async Task<string> SignAsync(HttpClient client, string papers)
    {
        Dictionary<string, string> fields = Field().Matches(papers).DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value);
        using var form = new FormUrlEncodedContent([.. fields.Where(field => field.Key is "__RequestVerificationToken" or "name" or "year" or "hash"), new("role", "reviewed")]);
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/papers/body/sign", UriKind.Relative), form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("href=\"(/documents/[0-9a-f]{64}\\?cell=[0-9.]+)\"")]
    private static partial Regex Hit();

    [GeneratedRegex("<input type=\"hidden\" name=\"(__RequestVerificationToken|name|year|hash)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
