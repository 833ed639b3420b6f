using System.Net;
using System.Text.RegularExpressions;
using Ingest.EndToEnd;
using Ingest.Review.Safety;

namespace Ingest.Review.Tests.Safety;

/// <summary>The page on an address that other machines reach.</summary>
public sealed partial class SignInTests : IAsyncLifetime, IDisposable
{
    private const string Password = "correct horse battery";

    private readonly Installation _place = new("""{ "watch": { "settle": "00:00:01" } }""");

    private RunningProgram _program = null!;

    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_place.Folder());
        new Reviewers(_place.Folder("reviewers.json")).Set("王", Password);
        _program = _place.Start("review", "--urls", "http://0.0.0.0:0");
        await _program.PrintsAsync("http://0.0.0.0:");
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://127.0.0.1:{Port().Match(_program.Output).Groups[1].Value}") };
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _program.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task Nothing_is_shown_or_changed_before_somebody_has_signed_in_and_the_name_is_then_known()
    {
        foreach (string address in new[] { "/", "/findings", "/quarantine", "/rules", "/live", $"/documents/{new string('a', 64)}/original.pdf", $"/papers/{new string('a', 64)}/report.xlsx" })
        {
            using HttpResponseMessage refused = await _client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal((HttpStatusCode.Redirect, "/signin"), (refused.StatusCode, refused.Headers.Location!.IsAbsoluteUri ? refused.Headers.Location.AbsolutePath : refused.Headers.Location.OriginalString.Split('?')[0]));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync("王", "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync("nobody", Password));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync("王", Password));
        Assert.Contains("class=\"who\"", await _client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_passwords_is_slowed_down()
    {
        var answers = new List<HttpStatusCode>();
        for (int i = 0; i < 14; i++)
            answers.Add(await SignInAsync("王", $"guess {i}"));

        Assert.Contains(HttpStatusCode.ServiceUnavailable, answers);
    }

    [Fact]
    public void No_password_stands_in_the_file_and_the_file_is_for_its_owner_alone()
    {
        string path = _place.Folder("reviewers.json");

        Assert.DoesNotContain(Password, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.True(new Reviewers(path).Knows("王", Password));
        Assert.False(new Reviewers(path).Knows("王", Password + " "));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    private async Task<HttpStatusCode> SignInAsync(string name, string password)
    {
        using HttpResponseMessage page = await _client.GetAsync(new Uri("/signin", UriKind.Relative));
        string token = (await page.Content.ReadAsStringAsync()).Split("data-token=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", name), new("password", password), new("back", "/")]);
        using HttpResponseMessage answer = await _client.PostAsync(new Uri("/signin", UriKind.Relative), form);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"http://0\.0\.0\.0:(\d+)")]
    private static partial Regex Port();
}
