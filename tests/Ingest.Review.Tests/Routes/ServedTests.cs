using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Ingest.Review.Tests.Browsing;

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
        string finding = place.Installation.Ask(store => store.FindingsOf(hit.Groups[1].Value.Split('/', '?')[2])[0].Fingerprint);
        place.Installation.Run("verdict", $"{hit.Groups[1].Value.Split('/', '?')[2][..8]}/{finding}", "pending", "--by", "乙");
        Assert.Contains("签字后有 1 份文件变动", await AskAsync(client, body), StringComparison.Ordinal);
        // Whoever signs has to have seen it.
        Assert.Contains("没有签字", await SignAsync(client, papers), StringComparison.Ordinal);

        using var letter = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync(new Uri($"/papers/{hit.Groups[1].Value.Split('/', '?')[2]}/report.docx", UriKind.Relative))));
        Assert.NotNull(letter.GetEntry("word/document.xml"));
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
