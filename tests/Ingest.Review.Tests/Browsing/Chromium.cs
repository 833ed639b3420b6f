using Microsoft.Playwright;

namespace Ingest.Review.Tests.Browsing;

/// <summary>A browser of the system; Playwright's own are not downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;

    private IBrowser? _browser;

    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Array.Find(_places, File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null)
            return;
        _playwright = await Playwright.CreateAsync();
        // Without the sandbox, which does not work for root and in containers.
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A window of its own, without anything that another has left.</summary>
    internal async Task<IPage> OpenAsync(Uri address, int width = 1280, int height = 800, ColorScheme look = ColorScheme.Light)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = look, Locale = "zh-CN", ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }
}

/// <summary>A test in a browser; skipped where there is none.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "Needs Chromium (Debian: apt-get install chromium; elsewhere name it in the environment variable CHROMIUM).";
    }
}

/// <summary>The same with rows.</summary>
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute()
    {
        if (Chromium.Path is null)
            Skip = "Needs Chromium (Debian: apt-get install chromium; elsewhere name it in the environment variable CHROMIUM).";
    }
}

[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>, ICollectionFixture<SharedPlace>
{
    public const string Name = "Chromium";
}

/// <summary>A place that tests look at and do not change.</summary>
public sealed class SharedPlace : IAsyncLifetime
{
    internal ReviewedPlace Place { get; private set; } = null!;

    public async Task InitializeAsync() => Place = await ReviewedPlace.ReviewAsync(
        "faults/digit-typo-t05.pdf", "faults/narrative-number.pdf", "pair-2023", "pair-2024", "xinjiang-2023-library", "odd/password.pdf");

    public Task DisposeAsync()
    {
        Place.Dispose();
        return Task.CompletedTask;
    }
}
