using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ingest.Review.Tests.Browsing;

/// <summary>Every screen on a telephone, a laptop and a large display, light and dark.</summary>
[Collection(InChromium.Name)]
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
    public const string Overview = "overview";
    public const string List = "findings";
    public const string Finding = "finding";
    public const string Document = "statements";
    public const string Years = "years";
    public const string Papers = "papers";
    public const string Quarantine = "quarantine";
    public const string Rules = "rules";

    public static IReadOnlyList<string> All { get; } = [Overview, List, Finding, Document, Years, Papers, Quarantine, Rules];

    /// <summary>Of the gravest finding's document where the screen is of one.</summary>
    public static async Task GoAsync(IPage page, string screen)
    {
        switch (screen)
        {
            case Overview:
                await page.GotoAsync("/");
                return;
            case Quarantine or Rules:
                await page.GotoAsync($"/{screen}");
                return;
            case Years:
                await page.GotoAsync("/years");
                await page.GotoAsync((await page.Locator(".bodies-list a:has-text('农业农村局')").First.GetAttributeAsync("href"))!.Split('&')[0]);
                await page.Locator(".tabs a:has-text('一般公共预算支出情况表')").ClickAsync();
                await page.Locator(".years-table").WaitForAsync();
                return;
        }

        await page.GotoAsync("/findings");
        if (screen == List)
            return;
        await page.Locator(".rows .row a").First.ClickAsync();
        if (screen == Papers)
            await page.Locator("a[data-key=g]").ClickAsync();
        if (screen == Document)
        {
            await page.Locator(".crumbs a[href^='/documents/']").First.ClickAsync();
            await page.Locator(".tabs a:has(.fails)").First.ClickAsync();
            await page.Locator(".statement a.failed").First.ClickAsync();
            await page.Locator("#asked li").First.WaitForAsync();
        }

        if (screen != Papers)
            await page.Locator(".sheet:not([hidden]) img").EvaluateAsync("image => image.decode()");
    }
}
