using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ingest.Review.Tests.Browsing;

/// <summary>Every screen on a telephone, a laptop and a large display, light and dark.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class LooksTests(Chromium chromium, SharedPlace shared)
{
    private static readonly (int Width, int Height, ColorScheme Scheme)[] _looks =
        [(390, 844, ColorScheme.Light), (1280, 800, ColorScheme.Light), (1280, 800, ColorScheme.Dark), (3840, 2160, ColorScheme.Light)];

    public static TheoryData<string> All => [.. Screens.All];

    [ChromiumTheory]
    [MemberData(nameof(All))]
    public async Task A_screen_fits_every_width_and_has_no_serious_fault_for_those_who_hear_it_or_see_little(string screen)
    {
        var faults = new List<string>();
        foreach ((int width, int height, ColorScheme scheme) in _looks)
        {
            IPage page = await chromium.OpenAsync(shared.Place.Address, width, height, scheme);
            page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
            page.PageError += (_, error) => faults.Add(error);
            await Screens.GoAsync(page, screen);
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                faults.Add($"{screen} is wider than a window of {width} pixels.");
            AxeResult result = await page.RunAxe();
            faults.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{width} {scheme} {violation.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}")));
            await page.Context.CloseAsync();
        }

        Assert.Equal([], faults);
    }
}

/// <summary>The screens by name, and the way to each.</summary>
internal static class Screens
{
    public const string List = "list";
    public const string Finding = "finding";

    public static IReadOnlyList<string> All { get; } = [List, Finding];

    public static async Task GoAsync(IPage page, string screen)
    {
        await page.GotoAsync("/findings");
        if (screen != Finding)
            return;
        await page.Locator(".rows .row a").First.ClickAsync();
        await page.Locator(".sheet:not([hidden]) img").EvaluateAsync("image => image.decode()");
    }
}
