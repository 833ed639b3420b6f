using System.Net;
using System.Text.RegularExpressions;
using Ingest.EndToEnd;
using Ingest.Review.Tests.Browsing;
using Ingest.Store;

namespace Ingest.Review.Tests.Routes;

/// <summary>The page, <c>list</c>, <c>export</c> and <c>status</c> say of a store on a server what they say of one in a file.</summary>
public sealed partial class ServerStoreTests
{
    private static readonly string[] _fixtures = ["faults/digit-typo-t05.pdf", "pair-2023", "pair-2024"];

    [Theory]
    [ServerStore]
    public async Task Findings_are_listed_shown_and_judged_and_open_pages_hear_of_what_others_change(string store)
    {
        using ReviewedPlace place = await ReviewedPlace.ReviewAsync(ReviewedPlace.Install(store), _ => { }, _fixtures);
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = place.Address, Timeout = TimeSpan.FromMinutes(2) };
        using var live = new StreamReader(await client.GetStreamAsync(new Uri("/live", UriKind.Relative)));
        string before = await HearAsync(live);

        string[] listed = [.. Finding().Matches(await client.GetStringAsync(new Uri("/findings?severity=error", UriKind.Relative))).Select(match => match.Groups[1].Value).Distinct()];
        string[] stored = [.. place.Installation.Ask(open => open.Documents(DocumentQuery.All).Where(document => !document.IsReplaced).SelectMany(document => open.FindingsOf(document.Sha256)).Where(finding => finding.Finding.Severity == Contract.Text.Severity.Error)
            .Select(finding => $"/findings/{finding.Sha256}/{finding.Fingerprint}").ToArray())];
        Assert.NotEmpty(stored);
        Assert.Equal(stored.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));

        string address = listed[0], screen = await client.GetStringAsync(new Uri(address, UriKind.Relative));
        string token = Token().Match(screen).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("status", "confirmed"), new("note", "看过原件")]);
        using HttpResponseMessage answer = await client.PostAsync(new Uri(address + "/verdict", UriKind.Relative), form);
        Assert.Contains("看过原件", WebUtility.HtmlDecode(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()), StringComparison.Ordinal);
        (string sha256, string print) = (address.Split('/')[2], address.Split('/')[3]);
        Verdict verdict = Assert.Single(place.Installation.Ask(open => open.VerdictHistory(sha256, print)));
        Assert.Equal((VerdictStatus.Confirmed, "看过原件", "审核员甲"), (verdict.Status, verdict.Note, verdict.Who));
        string own = await HearAsync(live);

        // By another process, as if from another machine.
        place.Installation.Run("verdict", $"{sha256[..8]}/{print}", "dismissed", "--by", "乙");
        string others = await HearAsync(live);

        Assert.Equal(3, new HashSet<string> { before, own, others }.Count);
        Assert.Contains("乙", await client.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [ServerStore]
    public void Lists_exports_and_counts_are_those_of_a_store_in_a_file(string store)
    {
        using Installation file = ReviewedPlace.Install(), server = ReviewedPlace.Install(store);
        foreach (Installation place in new[] { file, server })
            place.Run(["run", .. _fixtures.Select(IngestProgram.Fixture), .. _fixtures.Select(IngestProgram.Fixture).Take(1)]);
        string sha256 = file.Stored()[0], print = file.Ask(open => open.FindingsOf(sha256)[0].Fingerprint);
        foreach (Installation place in new[] { file, server })
            Assert.Equal(0, place.Run("verdict", $"{sha256[..8]}/{print}", "confirmed", "--by", "甲", "--note", "属实").ExitCode);

        Assert.Equal(_fixtures.Length, server.List().Length);
        foreach (string[] command in new string[][] { ["list", "--json"], ["list"], ["export", "--format", "json"], ["status", "--json"], ["status"], ["check"] })
            Assert.Equal(Timeless(file.Run(command).Output), Timeless(server.Run(command).Output));

        static string Timeless(string said) => Clock().Replace(said, "T");
    }

    /// <summary>The next change that an open page is told of.</summary>
    private static async Task<string> HearAsync(StreamReader live)
    {
        while (true)
            if (await live.ReadLineAsync() is { Length: > 0 } line)
                return line;
    }

    [GeneratedRegex("href=\"(/findings/[0-9a-f]{64}/[0-9a-z]+)")]
    private static partial Regex Finding();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    /// <summary>An instant, and how long something took.</summary>
    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[0-9:.]+(?:Z|[+-]\d\d:\d\d)|(?<=""readMilliseconds"": ?)[0-9.]+")]
    private static partial Regex Clock();
}
