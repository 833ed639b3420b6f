using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Html;

/// <summary>The amounts that were read in doubt, each with what is doubted and marked on its page as printed.</summary>
internal static class DoubtSection
{
    /// <summary>Pages that are shown; of the others the amounts are named.</summary>
    private const int MostPages = 8;

    public static void Write(TextWriter html, ReportSubject subject, CellReadings readings, ReportWords words)
    {
        if (readings.InDoubt.Count == 0)
            return;
        html.WriteLine($"<h2 id=\"doubts\">{HtmlText.Of(words.Say("读取存疑的金额", "Amounts read in doubt"))} ({readings.InDoubt.Count})</h2>");
        var names = new CellNames(subject.Document, words);
        var figures = new EvidenceFigures(subject, words);
        foreach ((int number, IGrouping<int, CellReference> page) in readings.InDoubt.GroupBy(cell => cell.Page!.Value).Index())
        {
            html.WriteLine("<ul class=\"plain\">");
            foreach (CellReference cell in page)
                html.WriteLine($"<li>{HtmlText.Of(names.Of(cell))} <small>{HtmlText.Of(readings.Of(cell.Id)?.Text)}</small></li>");
            html.WriteLine("</ul>");
            if (number < MostPages)
                figures.Write(html, page.Key, [.. page]);
        }
    }
}
