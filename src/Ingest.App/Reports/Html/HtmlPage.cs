using System.Reflection;
using System.Text;
using Ingest.App.Words;

namespace Ingest.App.Reports.Html;

/// <summary>The frame of a page: no script, nothing fetched, style and pictures within it.</summary>
internal static class HtmlPage
{
    private static readonly string _css = Css();

    /// <param name="more">Style of this page alone.</param>
    public static void Begin(TextWriter html, ReportWords words, string title, string more)
    {
        html.WriteLine($"<!DOCTYPE html><html lang=\"{words.Say("zh-CN", "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        html.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"><title>{HtmlText.Of(title)}</title>");
        html.WriteLine($"<style>{_css}{more}</style></head><body><a class=\"skip\" href=\"#main\">{HtmlText.Of(words.Say("跳到正文", "Skip to the contents"))}</a>");
    }

    public static void End(TextWriter html, ReportWords words)
    {
        html.WriteLine($"<footer>{HtmlText.Of(words.Say("由 ", "Made by "))}{HtmlText.Of(ProgramVersion.Text)}{HtmlText.Of(words.Say(" 生成；疑点须经复核，不是结论。", "; findings are to be reviewed and are no conclusions."))}</footer></main></div></body></html>");
    }

    private static string Css()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(HtmlPage), "report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
