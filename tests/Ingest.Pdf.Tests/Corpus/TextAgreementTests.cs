using System.Diagnostics;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Xunit.Abstractions;

namespace Ingest.Pdf.Tests.Corpus;

/// <summary>Runs where poppler's pdftotext is installed.</summary>
internal sealed class PdfToTextFactAttribute : FactAttribute
{
    public PdfToTextFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))))
            Skip = "pdftotext is not installed (Debian: poppler-utils); this test compares with it.";
    }
}

public class TextAgreementTests(ITestOutputHelper output)
{
    /// <summary>
    /// Of the pages, how many may differ for a reason named below; a document with a watermark too pale to be seen (17 pages of
    /// one practice document) is most of what is there.
    /// </summary>
    private const double ExplainedShare = 0.02;

    /// <summary>Fixtures made so that the two must differ; each was looked at as a picture.</summary>
    private static readonly Dictionary<string, string> _explained = new()
    {
        ["identity-h-no-tounicode.pdf"] = "pdftotext does not read the font's cmap backwards and prints nothing for it",
        ["gbk-euc-h.pdf"] = "pdftotext gives GBK digits full width; by code page 936 they are half width",
        ["double-struck.pdf"] = "letters struck twice for boldness count once here",
        ["invisible-text.pdf"] = "invisible text is hidden here and printed there",
        ["white-on-white.pdf"] = "white text is hidden here and printed there",
        ["tiny-and-off-page.pdf"] = "tiny text is hidden here and printed there",
        ["optional-content-off.pdf"] = "a layer that is off is hidden here and printed there",
        ["clipped-away.pdf"] = "clipped text is hidden here and printed there",
        ["password.pdf"] = "needs its password",
        ["xref-missing.pdf"] = "pdftotext does not open it",
        ["truncated-tail.pdf"] = "pdftotext does not open it",
        ["truncated-content.pdf"] = "pdftotext does not open it",
        ["not-a-pdf.pdf"] = "no PDF",
        ["empty.pdf"] = "no PDF",
    };

    [PdfToTextFact]
    public void Visible_letters_are_those_that_pdftotext_prints()
    {
        int pages = 0, equal = 0;
        var unexplained = new List<string>();
        foreach (string file in CorpusFiles.All.Where(file => !_explained.ContainsKey(Path.GetFileName(file))))
        {
            string[] theirs = PdfToText(file).Split('\f');
            using IPdfDocument document = new BuiltInPdfReader().Open(File.ReadAllBytes(file), ReadingOptions.Default);
            for (int number = 1; number <= document.PageCount; number++)
            {
                pages++;
                Page page = document.ReadPage(number);
                Dictionary<int, int> difference = Difference(PageText.Of(page), number <= theirs.Length ? theirs[number - 1] : "");
                if (difference.Count == 0)
                    equal++;
                else if (Explanation(page, difference) is { } reason)
                    output.WriteLine($"{Path.GetFileName(file)} page {number}: {reason}");
                else
                    unexplained.Add($"{Path.GetFileName(file)} page {number}: {string.Join(' ', difference.Take(12).Select(pair => $"{char.ConvertFromUtf32(pair.Key)}{pair.Value:+0;-0}"))}");
            }
        }

        output.WriteLine($"{equal} of {pages} pages equal");
        Assert.Empty(unexplained);
        Assert.True(pages - equal <= pages * ExplainedShare, $"{equal} of {pages} pages are equal.");
    }

    /// <summary>Two differences are no fault of either: hyphens that pdftotext takes out at line ends, and letters that the page does not show.</summary>
    private static string? Explanation(Page page, Dictionary<int, int> difference)
    {
        if (difference.All(pair => pair.Key == '-' && pair.Value > 0))
            return "pdftotext joins words at line ends and drops their hyphens";
        var hidden = Count(string.Concat(page.Letters.Where(letter => !letter.IsVisible).Select(letter => letter.Text)));
        return difference.All(pair => pair.Value < 0 && hidden.GetValueOrDefault(pair.Key) >= -pair.Value)
            ? "letters that are clipped away or otherwise not to be seen on the page"
            : null;
    }

    private static Dictionary<int, int> Difference(string ours, string theirs)
    {
        Dictionary<int, int> difference = Count(ours);
        foreach ((int letter, int count) in Count(theirs))
            if ((difference[letter] = difference.GetValueOrDefault(letter) - count) == 0)
                difference.Remove(letter);
        return difference;
    }

    /// <summary>Letters without white space and controls; radicals folded, full-width forms as half-width.</summary>
    private static Dictionary<int, int> Count(string text)
    {
        var counts = new Dictionary<int, int>();
        foreach (System.Text.Rune rune in CjkRadicals.Fold(text).EnumerateRunes())
        {
            if (System.Text.Rune.IsWhiteSpace(rune) || System.Text.Rune.IsControl(rune) || rune.Value == 0xAD)
                continue;
            int letter = rune.Value is >= 0xFF01 and <= 0xFF5E ? rune.Value - 0xFEE0 : rune.Value;
            counts[letter] = counts.GetValueOrDefault(letter) + 1;
        }

        return counts;
    }

    private static string PdfToText(string file)
    {
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        foreach (string argument in (string[])["-enc", "UTF-8", file, "-"])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
