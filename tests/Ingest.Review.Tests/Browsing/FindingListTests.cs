using Ingest.Store;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Review.Tests.Browsing;

[Collection(InChromium.Name)]
public sealed class FindingListTests(Chromium chromium, SharedPlace shared)
{
    [ChromiumFact]
    public async Task The_gravest_finding_comes_first_and_says_what_is_wrong_in_one_sentence()
    {
        IPage page = await chromium.OpenAsync(shared.Place.Address);
        await page.GotoAsync("/findings");

        ILocator first = page.Locator(".rows .row").First;
        await Expect(first).ToContainTextAsync("错误");
        await Expect(first.Locator("a")).ToContainTextAsync("应为");
    }

    [ChromiumFact]
    public async Task A_filter_leaves_only_what_it_asks_for_and_stands_in_the_address()
    {
        IPage page = await chromium.OpenAsync(shared.Place.Address);
        await page.GotoAsync("/findings");
        await page.Locator("select[name=severity]").SelectOptionAsync("warning");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();

        await page.WaitForURLAsync("**/findings?severity=warning**");
        Assert.All(await page.Locator(".rows .row .severity").AllInnerTextsAsync(), severity => Assert.Equal("存疑", severity.Trim()));
    }

    [ChromiumFact]
    public async Task Keys_walk_through_the_list_and_a_question_mark_explains_them()
    {
        IPage page = await chromium.OpenAsync(shared.Place.Address);
        await page.GotoAsync("/findings");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".rows .row").First.Locator("a")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("下一项、上一项");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Many_at_once_all_of_a_rule_in_a_document_are_judged_by_three_keys()
    {
        using ReviewedPlace place = await ReviewedPlace.ReviewAsync("faults/digit-typo-t05.pdf");
        IPage page = await chromium.OpenAsync(place.Address);
        await page.GotoAsync("/findings?severity=warning");
        string rule = (await page.Locator(".rows .row").First.GetAttributeAsync("data-rule"))!;
        int alike = await page.Locator($".rows .row[data-rule='{rule}']").CountAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("2");

        await Expect(page.Locator($".rows .row[data-rule='{rule}'] .verdict.dismissed")).ToHaveCountAsync(alike);
        Assert.Equal(alike, place.Installation.Ask(store => store.Verdicts().Count(said => said.Verdict is { Status: VerdictStatus.Dismissed, Who: "审核员甲" })));
    }
}
