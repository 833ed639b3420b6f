using System.IO.Compression;
using Ingest.Store;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Review.Tests.Browsing;

/// <summary>A whole review without a mouse.</summary>
[Collection(InChromium.Name)]
public sealed class KeyboardReviewTests(Chromium chromium)
{
    [ChromiumFact]
    public async Task A_finding_is_opened_judged_with_a_note_undone_judged_again_signed_for_and_exported_by_keys_alone()
    {
        using ReviewedPlace place = await ReviewedPlace.ReviewAsync("faults/digit-typo-t05.pdf");
        IPage page = await chromium.OpenAsync(place.Address);
        await page.GotoAsync("/findings");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/findings/*/*");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("6.66");
        await Expect(page.Locator(".suspects")).ToContainTextAsync("6.06");
        Assert.True(await page.Locator(".sheet:not([hidden]) img").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 300)"));

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("与项目支出表核对，应为 6.06");
        await page.Keyboard.PressAsync("Control+1");
        await Expect(page.Locator(".history li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".history")).ToContainTextAsync("与项目支出表核对，应为 6.06");

        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".history li")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".history li")).ToHaveCountAsync(3);

        string first = page.Url;
        await page.Keyboard.PressAsync("j");
        await Expect(page).Not.ToHaveURLAsync(first);
        await page.Keyboard.PressAsync("k");
        await Expect(page).ToHaveURLAsync(first);
        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator(".rows .row").First.Locator(".verdict")).ToContainTextAsync("属实");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/findings/*/*");
        await page.Keyboard.PressAsync("g");
        await page.WaitForURLAsync("**/papers/*");
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".signature.holds")).ToContainTextAsync("审核员甲");
        IDownload workbook = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("e"));
        Assert.Contains("属实", Text(await workbook.PathAsync()), StringComparison.Ordinal);

        VerdictStatus[] said = place.Installation.Ask(store => store.Verdicts().Select(verdict => verdict.Verdict.Status).ToArray());
        Assert.Equal([VerdictStatus.Confirmed, VerdictStatus.Open, VerdictStatus.Confirmed], said);
        await Expect(page.Locator(".signature.holds")).ToHaveCountAsync(1);
        await EventuallyAsync(() => place.Installation.Files("reports").Any(path => path.EndsWith(".html", StringComparison.Ordinal) && File.ReadAllText(path).Contains("属实", StringComparison.Ordinal)));
        await EventuallyAsync(() => place.Installation.Files("reports").Any(path => path.EndsWith(".xlsx", StringComparison.Ordinal) && Text(path).Contains("审核员甲", StringComparison.Ordinal)));
    }

    [ChromiumFact]
    public async Task A_verdict_after_the_signature_shows_in_the_papers_and_nobody_signs_what_has_changed_meanwhile()
    {
        using ReviewedPlace place = await ReviewedPlace.ReviewAsync("faults/digit-typo-t05.pdf");
        IPage page = await chromium.OpenAsync(place.Address);
        await page.GotoAsync("/findings");
        string id = (await page.Locator(".rows .row").First.GetAttributeAsync("data-id"))!;
        await page.GotoAsync($"/papers/{id.Split('/')[0]}");
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".signature.holds")).ToHaveCountAsync(1);

        Assert.Equal(0, place.Installation.Run("verdict", id, "dismissed", "--by", "审核员乙").ExitCode);
        await page.Keyboard.PressAsync("s");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有签字");
        await Expect(page.Locator(".signature.broken")).ToContainTextAsync("签字后有 1 处变动");
        await Expect(page.Locator(".signature.broken li a")).ToHaveAttributeAsync("href", $"/findings/{id}");
    }

    [ChromiumFact]
    public async Task The_later_of_two_reviewers_sees_what_the_earlier_said_and_both_are_recorded()
    {
        using ReviewedPlace place = await ReviewedPlace.ReviewAsync("faults/digit-typo-t05.pdf");
        IPage page = await chromium.OpenAsync(place.Address);
        await page.GotoAsync("/findings");
        string id = (await page.Locator(".rows .row").First.GetAttributeAsync("data-id"))!;

        // Somebody else, in another process, while this list is open.
        Assert.Equal(0, place.Installation.Run("verdict", id, "dismissed", "--by", "审核员乙", "--note", "口径不同").ExitCode);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("1");

        await Expect(page.Locator("#said")).ToContainTextAsync("审核员乙");
        Assert.Equal(["审核员乙", "审核员甲"], place.Installation.Ask(store => store.Verdicts().Select(verdict => verdict.Verdict.Who).ToArray()));
    }

    /// <summary>All text of a workbook.</summary>
    private static string Text(string path)
    {
        using ZipArchive workbook = ZipFile.OpenRead(path);
        return string.Concat(workbook.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!holds())
            await Task.Delay(100, limit.Token);
    }
}
