using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Ingest.EndToEnd;
using Microsoft.Playwright;

namespace Ingest.Review.Tests.Browsing;

/// <summary>The HTML report of a document and the index over all, as files that somebody opens.</summary>
[Collection(InChromium.Name)]
public sealed class ReportLooksTests(Chromium chromium) : IDisposable
{
    private static readonly (int Width, int Height, ColorScheme Scheme)[] _looks = [(390, 844, ColorScheme.Light), (1280, 800, ColorScheme.Light), (1280, 800, ColorScheme.Dark)];

    /// <summary>A page as it was printed is one picture with a description; its thousands of strokes are the department's.</summary>
    private static readonly AxeRunContext _allButPictures = new() { Exclude = [new AxeSelector("[role=img] svg")] };

    private readonly Installation _place = new("""{ "reports": { "formats": ["html"] } }""");

    public void Dispose() => _place.Dispose();

    [ChromiumFact]
    public async Task A_report_fits_every_width_and_has_no_serious_fault_for_those_who_hear_it_or_see_little()
    {
        _place.Run("run", IngestProgram.Fixture("faults/digit-typo-t05.pdf"), IngestProgram.Fixture("pair-2024"), IngestProgram.Fixture("odd/password.pdf"));
        string[] reports = [.. _place.Files("reports"), _place.Folder("reports", "index.html")];
        Assert.Equal(3, reports.Length);
        var faults = new List<string>();
        foreach (string report in reports)
            foreach ((int width, int height, ColorScheme scheme) in _looks)
            {
                IPage page = await chromium.OpenAsync(new Uri("file:///"), width, height, scheme);
                page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
                await page.GotoAsync(new Uri(report).AbsoluteUri);
                if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                    faults.Add($"{Path.GetFileName(report)} is wider than a window of {width} pixels.");
                AxeResult result = await page.RunAxe(_allButPictures);
                faults.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
                    .SelectMany(violation => violation.Nodes.Select(node => $"{Path.GetFileName(report)} {width} {scheme} {violation.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}")));
                await page.Context.CloseAsync();
            }

        Assert.Equal([], faults);
    }
}
