using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Contract.Pages;
using Ingest.Tables;
using Xunit.Abstractions;

namespace Ingest.Pdf.Tests.Corpus;

public class CorpusTests(ITestOutputHelper output)
{
    /// <summary>For one file, its tables included; no real one takes a hundredth of it.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Every_file_is_read_or_refused_with_a_reason_in_time()
    {
        var report = new StringBuilder();
        int opened = 0, refused = 0, overTime = 0;
        var crashed = new List<string>();
        foreach (string file in CorpusFiles.All)
        {
            long started = Stopwatch.GetTimestamp();
            string outcome;
            try
            {
                (int pages, int letters, bool late) = Read(file);
                TimeSpan took = Stopwatch.GetElapsedTime(started);
                opened++;
                overTime += late || took > _patience ? 1 : 0;
                outcome = FormattableString.Invariant($"{pages} pages, {letters} letters, {took.TotalMilliseconds / pages:0.00} ms per page");
            }
            catch (PdfReadException reason)
            {
                refused++;
                outcome = $"refused, {reason.Failure}: {reason.Message}";
            }
            catch (Exception failure)
            {
                outcome = $"crashed, {failure}";
                crashed.Add(file);
            }

            report.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {outcome}");
        }

        output.WriteLine($"{CorpusFiles.All.Count} files, {opened} opened, {refused} refused, {crashed.Count} crashed, {overTime} over time\n{report}");
        Assert.True(opened > 0);
        Assert.Empty(crashed);
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
