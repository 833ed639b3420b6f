using System.Text;
using Ingest.EndToEnd;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Review.Tests.Browsing;

/// <summary>Files dropped on the page, with the watcher behind it.</summary>
[Collection(InChromium.Name)]
public sealed class DropTests(Chromium chromium)
{
    private const string DropFile =
        """
        ([name, text]) => {
            const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0)), files = new DataTransfer();
            files.items.add(new File([bytes], name, { type: 'application/pdf' }));
            window.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """;

    [ChromiumFact]
    public async Task A_dropped_file_is_seen_moving_until_its_findings_are_there_and_nothing_is_loaded_again()
    {
        using ReviewedPlace place = await ReviewedPlace.WatchAsync();
        IPage page = await chromium.OpenAsync(place.Address);
        await page.GotoAsync("/");
        await page.EvaluateAsync("window.same = true");

        await DropAsync(page, "..\\..\\報送/某局 <b>2024.pdf", File.ReadAllBytes(IngestProgram.Fixture("faults/digit-typo-t05.pdf")));

        await Expect(page.Locator("#uploads")).ToContainTextAsync("已进入收件箱");
        ILocator link = page.Locator(".intake li", new() { Has = page.Locator(".state.stored") }).GetByRole(AriaRole.Link, new() { Name = "错误 1" });
        await Expect(link).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Expect(page.Locator(".tile.grave b")).ToHaveTextAsync("1");
        Assert.True(await page.EvaluateAsync<bool>("window.same === true"), "The page was loaded again.");
        await link.ClickAsync();
        await Expect(page.Locator(".rows .row").First).ToContainTextAsync("6.06");
        Assert.DoesNotContain(place.Installation.Files("archive"), path => path.Contains("..", StringComparison.Ordinal) || path.Contains('<', StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task What_is_no_PDF_is_refused_with_the_reason_and_leaves_nothing_in_the_inbox()
    {
        using ReviewedPlace place = await ReviewedPlace.WatchAsync();
        IPage page = await chromium.OpenAsync(place.Address);
        await page.GotoAsync("/");

        await DropAsync(page, "evil.pdf", Encoding.ASCII.GetBytes("MZ this is a program"));
        await DropAsync(page, "evil.exe", Encoding.ASCII.GetBytes("%PDF-1.7"));

        await Expect(page.Locator("#uploads li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#uploads")).ToContainTextAsync("文件内容不是 PDF");
        await Expect(page.Locator("#uploads")).ToContainTextAsync("只收取 PDF 文件");
        Assert.Empty(Directory.EnumerateFiles(place.Installation.Folder("inbox"), "*evil*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(place.Installation.Folder("inbox"), "*.part"));
    }

    private static async Task DropAsync(IPage page, string name, byte[] bytes) => await page.EvaluateAsync(DropFile, new[] { name, Convert.ToBase64String(bytes) });
}
