using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Review.Tests.Browsing;

[Collection(InChromium.Name)]
public sealed class StatementTests(Chromium chromium, SharedPlace shared)
{
    [ChromiumFact]
    public async Task A_wrong_amount_is_crossed_and_answers_with_every_relation_that_it_takes_part_in()
    {
        IPage page = await chromium.OpenAsync(shared.Place.Address);
        await Screens.GoAsync(page, Screens.Document);

        await Expect(page.Locator(".statement a.failed").First).ToBeVisibleAsync();
        await Expect(page.Locator("#asked")).ToContainTextAsync("✗ 不符");
        await Expect(page.Locator("#asked li.failed").First.Locator("a[data-ask]")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("#asked").GetByRole(AriaRole.Link, new() { Name = "看疑点" }).First).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task An_operand_leads_to_where_it_stands()
    {
        IPage page = await chromium.OpenAsync(shared.Place.Address);
        await Screens.GoAsync(page, Screens.Document);
        ILocator operand = page.Locator("#asked li.failed a[data-ask]").Last;
        string cell = (await operand.GetAttributeAsync("href"))!.Split("cell=")[1];

        await operand.ClickAsync();

        await Expect(page.Locator("#asked")).ToHaveAttributeAsync("data-cell", cell);
        await Expect(page.Locator($".statement a[href$='cell={cell}']")).ToHaveAttributeAsync("aria-current", "true");
    }
}
