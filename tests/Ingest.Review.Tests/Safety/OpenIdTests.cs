using System.Net;
using System.Text.RegularExpressions;
using Ingest.EndToEnd;

namespace Ingest.Review.Tests.Safety;

/// <summary>People sign in with a provider of OpenID Connect.</summary>
public sealed partial class OpenIdTests : IAsyncLifetime, IDisposable
{
    private readonly StubIssuer _issuer = new("王五");

    private readonly Installation _place;

    private RunningProgram _program = null!;

    private HttpClient _client = null!;

    public OpenIdTests() => _place = new Installation($$"""{ "review": { "urls": ["http://127.0.0.1:0"], "openId": { "authority": "{{_issuer.Issuer}}", "clientId": "ingest" } } }""");

    public async Task InitializeAsync()
    {
        _program = _place.Start("review");
        await _program.PrintsAsync("http://127.0.0.1:");
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Served().Match(_program.Output).Value) };
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _program.Dispose();
        _place.Dispose();
        _issuer.Dispose();
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_provider_and_comes_back_under_the_name_that_it_gives()
    {
        // To the sign-in, to the provider, back with a code, and to where it began.
        using HttpResponseMessage page = await _client.GetAsync(new Uri("/rules", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "/rules"), (page.StatusCode, page.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Matches("class=\"who\"[^>]*>王五<", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_token_that_was_made_for_another_sign_in_lets_nobody_in()
    {
        _issuer.Forges = true;

        using HttpResponseMessage refused = await _client.GetAsync(new Uri("/rules", UriKind.Relative));

        Assert.False(refused.IsSuccessStatusCode);
        Assert.DoesNotContain("王五", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Served();
}
