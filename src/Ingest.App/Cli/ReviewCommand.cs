using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Ingest.App.Composition;
using Ingest.App.Review;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest review</c>: serves the review page until it is stopped.</summary>
internal static class ReviewCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var open = new Option<bool>("--open") { Description = words.Say("在浏览器中打开。", "Open it in the browser.") };
        var urls = new Option<string[]>("--urls")
        {
            Description = words.Say(
                "提供网页的地址，默认 http://127.0.0.1:5180。本机以外的地址须登录。",
                "Addresses to serve at; http://127.0.0.1:5180 by default. Any but this machine's own needs people to sign in."),
            HelpName = "URL",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new DrainingCommand("review", words.Say("提供复核网页：逐项查看疑点、对照原页、记录结论。", "Serve the review page: findings beside the page as printed, and verdicts on them.")) { open, urls };
        command.SetAction(composition.Action(async (arguments, place, cancellation) =>
        {
            place.Folders.PrepareForReading();
            using IDocumentStore store = place.OpenStore();
            await using ReviewPage page = await ReviewPage.ServeAsync(place, store, arguments.GetValue(urls) ?? [], cancellation);
            TextWriter output = arguments.InvocationConfiguration.Output;
            foreach (string address in page.Addresses)
                await output.WriteLineAsync(place.Words.Say($"复核页：{address}（Ctrl-C 结束）", $"The review page is at {address} (Ctrl-C ends it)"));
            if (arguments.GetValue(open))
                await OpenAsync(page.Addresses.First(), place.Words, arguments.InvocationConfiguration.Error);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task OpenAsync(string address, ReportWords words, TextWriter errors)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception error) when (error is Win32Exception or PlatformNotSupportedException)
        {
            await errors.WriteLineAsync(words.Say($"无法打开浏览器（{error.Message}）；请自行打开上面的地址。", $"The browser could not be opened ({error.Message}); open the address above yourself."));
        }
    }
}
