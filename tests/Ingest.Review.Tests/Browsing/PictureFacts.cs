using Microsoft.Playwright;

namespace Ingest.Review.Tests.Browsing;

/// <summary>Pictures of the screens for the README, made on request: <c>INGEST_SCREENSHOTS=1</c>.</summary>
[Collection(InChromium.Name)]
public sealed class PictureFacts(Chromium chromium, SharedPlace shared)
{
    private static string Folder => Path.Combine(EndToEnd.IngestProgram.Repository, "src/Ingest.Review/Screenshots");

    [ScreenshotFact]
    public async Task Every_screen_is_taken()
    {
        Directory.CreateDirectory(Folder);
        foreach (string screen in Screens.All)
            await TakeAsync(screen, $"{screen}.png", 1440, 900, ColorScheme.Light);
        await TakeAsync(Screens.Finding, "finding-dark.png", 1440, 900, ColorScheme.Dark);
        await TakeAsync(Screens.List, "findings-phone.png", 390, 844, ColorScheme.Light);
    }

    private async Task TakeAsync(string screen, string file, int width, int height, ColorScheme scheme)
    {
        IPage page = await chromium.OpenAsync(shared.Place.Address, width, height, scheme);
        await Screens.GoAsync(page, screen);
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 500))");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, file) });
        await page.Context.CloseAsync();
    }
}

/// <summary>Runs when pictures are asked for.</summary>
internal sealed class ScreenshotFactAttribute : FactAttribute
{
    public ScreenshotFactAttribute()
    {
        if (Chromium.Path is null || Environment.GetEnvironmentVariable("INGEST_SCREENSHOTS") is null or "")
            Skip = "Writes pictures of the screens; set INGEST_SCREENSHOTS=1 and have Chromium to make them anew.";
    }
}
