using System.Net;
using System.Text;
using Ingest.Review.Tests.Browsing;
using Ingest.Store;

namespace Ingest.Review.Tests.Safety;

/// <summary>What a site elsewhere, or somebody on the network, may try.</summary>
public sealed class AttackTests(AttackedPlace attacked) : IClassFixture<AttackedPlace>
{
    private readonly ReviewedPlace _place = attacked.Place;

    private readonly HttpClient _client = attacked.Client;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:5180")]
    public async Task A_request_by_another_name_is_refused_so_that_no_site_can_point_its_name_here(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/findings");
        request.Headers.Host = host;

        using HttpResponseMessage response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.DoesNotContain("疑点", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public async Task A_verdict_that_another_site_sends_is_refused_even_with_a_token(string origin)
    {
        (string token, string cookie, string id) = await LookAsync();
        int before = Verdicts();
        using HttpResponseMessage forged = await JudgeAsync(token, cookie, id, origin);
        using HttpResponseMessage own = await JudgeAsync(token, cookie, id, _place.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (forged.StatusCode, own.StatusCode));
        Assert.Equal(before + 1, Verdicts());
    }

    [Fact]
    public async Task A_verdict_without_the_token_of_a_page_is_refused()
    {
        (_, string cookie, string id) = await LookAsync();
        int before = Verdicts();
        using HttpResponseMessage response = await JudgeAsync("", cookie, id, _place.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(before, Verdicts());
    }

    [Theory]
    [InlineData("/assets/../pipeline.json")]
    [InlineData("/assets/..%2f..%2fpipeline.json")]
    [InlineData("/assets/%2e%2e/%2e%2e/data/ingest.db")]
    [InlineData("/documents/../../../../etc/passwd/original.pdf")]
    [InlineData("/documents/..%2f..%2f..%2fetc%2fpasswd/original.pdf")]
    [InlineData("/documents/0000000000000000000000000000000000000000000000000000000000000000/original.pdf")]
    [InlineData("/documents/0000000000000000000000000000000000000000000000000000000000000000/pages/99999999999.svg")]
    [InlineData("/findings/..%2f..%2fetc/passwd")]
    [InlineData("/findings/%00/%00")]
    public async Task An_address_that_names_a_path_leads_to_nothing(string address)
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{address}: {response.StatusCode}");
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_that_are_not_files_of_the_page_and_frames_around_it()
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri("/findings", UriKind.Relative));

        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?! src=)|\\son[a-z]+=\"|javascript:", html);
    }

    [Fact]
    public async Task Markup_in_a_note_and_in_a_filter_stays_text()
    {
        const string Evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";
        (string token, string cookie, string id) = await LookAsync();
        using HttpResponseMessage judged = await JudgeAsync(token, cookie, id, _place.Address.GetLeftPart(UriPartial.Authority), Evil);
        string finding = await _client.GetStringAsync(new Uri($"/findings/{id}", UriKind.Relative));
        string list = await _client.GetStringAsync(new Uri($"/findings?text={Uri.EscapeDataString(Evil)}&rule={Uri.EscapeDataString("\"><script>")}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, judged.StatusCode);
        Assert.Contains("&lt;script&gt;alert(1)", finding, StringComparison.Ordinal);
        Assert.All([finding, list], html => Assert.DoesNotMatch("<script(?! src=)|<img src=x", html));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/findings?order=document")]
    [InlineData("/findings/{document}/{print}")]
    [InlineData("/documents/{document}")]
    [InlineData("/documents/{document}?table=0&cell=0.0.0")]
    [InlineData("/papers")]
    [InlineData("/papers/{document}")]
    [InlineData("/years")]
    [InlineData("/years?body={body}")]
    public async Task Markup_in_names_titles_cells_and_sentences_of_a_document_stays_text(string screen)
    {
        string address = screen.Replace("{document}", HostileDocument.Sha256, StringComparison.Ordinal).Replace("{body}", Uri.EscapeDataString(HostileDocument.Evil), StringComparison.Ordinal)
            .Replace("{print}", FindingFingerprint.Of(HostileDocument.Made.Findings)[0], StringComparison.Ordinal);

        string html = await _client.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?! src=)|<img src=x|<svg onload|\\son[a-z]+=\"alert", html);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    public async Task Nobody_is_led_to_another_site(string back)
    {
        (string token, string cookie, _) = await LookAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/preferences");
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("theme", "dark"), new("back", back)]);
        request.Headers.Add("Cookie", cookie);

        using HttpResponseMessage response = await _client.SendAsync(request);

        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_thousand_requests_at_once_are_answered_or_turned_away_and_then_all_is_as_before()
    {
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async _ =>
        {
            using HttpResponseMessage response = await _client.GetAsync(new Uri("/findings", UriKind.Relative));
            return response.StatusCode;
        }));

        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, answer.ToString()));
        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.Contains("疑点清单", await _client.GetStringAsync(new Uri("/findings", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_address_without_sign_in_does_not_start()
    {
        EndToEnd.Outcome refused = _place.Installation.Run("review", "--urls", "http://0.0.0.0:0");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("须登录后使用", refused.Error, StringComparison.Ordinal);
    }

    private int Verdicts() => _place.Installation.Ask(store => store.Verdicts().Count());

    private async Task<(string Token, string Cookie, string Id)> LookAsync()
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri("/findings", UriKind.Relative));
        string html = await response.Content.ReadAsStringAsync();
        string cookie = string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        return (Between(html, "data-token=\"", "\""), cookie, Between(html, "data-id=\"", "\""));
    }

    private async Task<HttpResponseMessage> JudgeAsync(string token, string cookie, string id, string origin, string? note = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/verdicts");
        request.Content = new StringContent(
            System.Text.Json.JsonSerializer.Serialize(new { findings = new[] { new { id } }, status = "confirmed", note }), Encoding.UTF8, "application/json");
        request.Headers.Add("X-Token", token);
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Origin", origin);
        return await _client.SendAsync(request);
    }

    private static string Between(string text, string before, string after) => text.Split(before)[1].Split(after)[0];
}

/// <summary>A place that attacks leave as it is.</summary>
public sealed class AttackedPlace : IAsyncLifetime
{
    internal ReviewedPlace Place { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Place = await ReviewedPlace.ReviewAsync(store => store.Save(null, HostileDocument.Made, new EngineVersions("r", "l", "c"), TimeSpan.Zero), "faults/digit-typo-t05.pdf");
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Place.Address };
    }

    public Task DisposeAsync()
    {
        Client.Dispose();
        Place.Dispose();
        return Task.CompletedTask;
    }
}
