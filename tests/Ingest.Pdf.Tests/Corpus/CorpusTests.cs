using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Pdf.Reading;
using Ingest.Pdf.Tables;
using Xunit.Abstractions;

namespace Ingest.Pdf.Tests.Corpus;

public class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_file_is_read_or_refused_with_a_reason_and_none_meets_a_time_limit()
    {
        var report = new StringBuilder();
        int opened = 0, overTime = 0;
        foreach (string file in CorpusFiles.All)
        {
            long started = Stopwatch.GetTimestamp();
            try
            {
                (int pages, int letters, bool late) = Read(file);
                opened++;
                overTime += late ? 1 : 0;
                double perPage = Stopwatch.GetElapsedTime(started).TotalMilliseconds / pages;
                report.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {pages} pages, {letters} letters, {perPage:0.00} ms per page");
            }
            catch (PdfReadException refused)
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: refused, {refused.Failure}");
            }
        }

        output.WriteLine($"{CorpusFiles.All.Count} files, {opened} opened, {CorpusFiles.All.Count - opened} refused, {overTime} over time\n{report}");
        Assert.True(opened > 0);
        Assert.Equal(0, overTime);
    }

    private static (int Pages, int Letters, bool OverTime) Read(string file)
    {
        using IPdfDocument document = new BuiltInPdfReader().Open(File.ReadAllBytes(file), ReadingOptions.Default);
        int letters = 0;
        bool late = false;
        for (int number = 1; number <= document.PageCount; number++)
        {
            Page page = document.ReadPage(number);
            new TableFinder().Find(page);
            letters += page.Letters.Length;
            late |= page.Diagnostics.Any(diagnostic => diagnostic.Code.EndsWith("-time", StringComparison.Ordinal));
        }

        return (document.PageCount, letters, late);
    }
}
